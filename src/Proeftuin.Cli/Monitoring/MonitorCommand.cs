// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Monitoring;
using Proeftuin.Cli.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.Cli.Monitoring;

/// <summary>proeftuin monitor EXPERIMENT: the figures of an experiment on a count date, with what was known on a day.</summary>
internal static class MonitorCommand
{
    private static readonly Argument<string> Experiment = new("experiment")
    {
        Description = "het experiment, bijvoorbeeld wageningen-2017",
    };

    private static readonly Option<DateOnly?> CountDate = new("--count-date")
    {
        Description = "de teldatum, jjjj-mm-dd (anders die van het protocol)",
        HelpName = "DATUM",
    };

    private static readonly Option<DateOnly?> KnownOn = new("--known-on")
    {
        Description = "met wat op deze dag bekend was (anders alles wat nu bekend is)",
        HelpName = "DATUM",
    };

    private static readonly Option<string?> Draw = new("--draw")
    {
        Description = "alleen wie in deze loting is geloot",
        HelpName = "LOTING",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "alle tabellen als JSON" };

    private static readonly Option<bool> Csv = new("--csv") { Description = "de uitstroom als CSV" };

    public static Command Create()
    {
        var command = new Command("monitor", "Toon de cijfers van een experiment op een teldatum.")
        {
            Experiment,
            CountDate,
            KnownOn,
            Draw,
            Json,
            Csv,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Json) && result.GetValue(Csv))
            {
                result.AddError("Kies --json of --csv, niet allebei.");
            }
        });
        command.OnStoreAs(Show);
        return command;
    }

    private static async Task<int> Show(
        IServiceProvider services,
        Actor actor,
        ParseResult result,
        CancellationToken ct
    )
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        var query = new MonitorQuery(
            result.GetValue(Experiment)!,
            result.GetValue(CountDate),
            result.GetValue(KnownOn),
            result.GetValue(Draw)
        );
        const long Parts = 1000;
        var seen = await services.GetRequiredService<SeeMonitor>().Handle(query, actor, ct);
        var counted = seen is Outcome<SeeMonitor.View>.Done { Value.Tables: null }
            ? await Progress.Show(
                error,
                "Tellen (promille)",
                Parts,
                progress =>
                    services
                        .GetRequiredService<CountMonitor>()
                        .Handle(
                            query,
                            actor,
                            (done, total, _) => progress.Report(done * Parts / Math.Max(1, total)),
                            ct
                        )
            )
            : seen.Map(view => view.Tables!);
        return counted.Match(tables => Print(tables, result, output), why => Refused.Because(why, error));
    }

    private static int Print(MonitorTables tables, ParseResult result, TextWriter output)
    {
        output.Write(
            result.GetValue(Json) ? MonitorJson.Text(tables) + "\n"
            : result.GetValue(Csv) ? MonitorPrint.Csv(tables)
            : MonitorPrint.Text(tables)
        );
        return ExitCode.Ok;
    }
}
