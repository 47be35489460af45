// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Participation;
using Proeftuin.Cli.Evaluation;
using Proeftuin.Cli.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Participation;

namespace Proeftuin.Cli.Participation;

/// <summary>proeftuin participation flow EXPERIMENT --on DATE --known-on DATE: where everyone drawn stood, as a table or as CSV. Counts only.</summary>
internal static class ParticipationCommand
{
    private static readonly Argument<string> Experiment = new("experiment")
    {
        Description = "bijvoorbeeld groningen-2017",
    };

    private static readonly Option<DateOnly?> On = new("--on")
    {
        Description = "de dag, jjjj-mm-dd (anders vandaag)",
        HelpName = "DATUM",
    };

    private static readonly Option<DateOnly?> KnownOn = new("--known-on")
    {
        Description = "wat op deze dag was opgeschreven (anders vandaag)",
        HelpName = "DATUM",
    };

    private static readonly Option<string?> DrawId = new("--draw")
    {
        Description = "één loting (anders alle samen)",
        HelpName = "LOTING",
    };

    private static readonly Option<bool> Csv = new("--csv")
    {
        Description = "puntkommabestand in plaats van een tabel",
    };

    private static (string Name, Func<ArmFlow, int> Count)[] Columns(Protocol protocol) =>
        [
            ("geloot", a => a.Drawn),
            (protocol.Approached(), a => a.Invited),
            ("wil niet", a => a.Declined),
            ("geen antwoord", a => a.NoReply),
            ("nog open", a => a.Undecided),
            ("aangemeld", a => a.Consented),
            ("wachtlijst", a => a.WaitingList),
            ("begonnen", a => a.Started),
            ("doet mee", a => a.Active),
            ("gestopt", a => a.Stopped),
            ("beëindigd", a => a.Ended),
            ("afgerond", a => a.Completed),
            ("zonder gegevens", a => a.DataWithdrawn),
            ("in de analyse", a => a.Analysed),
        ];

    public static Command Create() => new("participation", "Deelname aan een experiment.") { FlowCommand() };

    private static Command FlowCommand()
    {
        var command = new Command("flow", "Waar stond iedereen die is geloot op een dag? Alleen aantallen.")
        {
            Experiment,
            On,
            KnownOn,
            DrawId,
            Csv,
        };
        command.OnStoreAs(
            async (services, actor, result, ct) =>
            {
                var query = new SeeFlow.Query(
                    result.GetValue(Experiment)!,
                    result.GetValue(DrawId),
                    result.GetValue(On),
                    result.GetValue(KnownOn)
                );
                var seen = await services.GetRequiredService<SeeFlow>().Handle(query, actor, ct);
                var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
                return seen.Match(
                    view =>
                    {
                        output.Write(result.GetValue(Csv) ? Separated(view) : Table(view));
                        return ExitCode.Ok;
                    },
                    why => Refused.Because(why, error)
                );
            }
        );
        return command;
    }

    private static string Table(SeeFlow.View view)
    {
        var table = new TextTable(["stand", .. view.Flow.Arms.Select(a => a.Arm), "samen"]);
        foreach (var (name, count) in Columns(view.Recorded.Protocol))
        {
            table.Add([
                name,
                .. view.Flow.Arms.Select(a => Dutch.Count(count(a))),
                Dutch.Count(count(view.Flow.Together)),
            ]);
        }

        return $"Stand op {Dutch.Date(view.On)}, zoals bekend op {Dutch.Date(view.KnownOn)}, in mensen.\n\n{table}";
    }

    private static string Separated(SeeFlow.View view) =>
        string.Concat(
            view.Flow.Arms.Select(a => (a.Arm, Flow: a))
                .Append(("samen", view.Flow.Together))
                .Select(row =>
                    string.Join(
                        ';',
                        Columns(view.Recorded.Protocol)
                            .Select(c => c.Count(row.Item2).ToString(CultureInfo.InvariantCulture))
                            .Prepend(row.Item1)
                    ) + "\n"
                )
                .Prepend(string.Join(';', Columns(view.Recorded.Protocol).Select(c => c.Name).Prepend("groep")) + "\n")
        );
}
