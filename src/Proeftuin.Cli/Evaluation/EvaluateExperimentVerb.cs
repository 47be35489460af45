// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;

namespace Proeftuin.Cli.Evaluation;

/// <summary>The half of <c>proeftuin evaluate</c> that carries out an analysis plan on a frozen data set.</summary>
internal static class EvaluateExperimentVerb
{
    public static readonly Option<string?> Experiment = new("--experiment")
    {
        Description = "Het experiment, bijvoorbeeld wageningen-2017.",
        HelpName = "NAAM",
    };

    public static readonly Option<DateOnly?> On = new("--on")
    {
        Description = "De teldatum, jjjj-mm-dd. Standaard de laatst bevroren dataset.",
        HelpName = "DATUM",
    };

    public static readonly Option<DateOnly?> KnownOn = new("--known-on")
    {
        Description = "Bij --freeze: met wat op deze dag bekend was. Standaard alles wat nu bekend is.",
        HelpName = "DATUM",
    };

    public static readonly Option<string?> Freeze = new("--freeze")
    {
        Description = "Bevries eerst een dataset op de teldatum, met deze reden.",
        HelpName = "REDEN",
    };

    public static readonly Option<string?> Plan = new("--plan")
    {
        Description = "Een ander analyseplan (YAML). De uitkomst is dan verkennend, met elke afwijking erbij.",
        HelpName = "BESTAND",
    };

    public static readonly Option<bool> Again = new("--again")
    {
        Description = "Maak de bevroren dataset opnieuw en vergelijk de bytes, zonder te evalueren.",
    };

    public static async Task<int> Run(
        IServiceProvider services,
        Actor actor,
        ParseResult parsed,
        string format,
        CancellationToken ct
    )
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var (experiment, on) = (parsed.GetValue(Experiment)!, parsed.GetValue(On));
        if (parsed.GetValue(Again))
        {
            return await MakeAgain(services.GetRequiredService<SeeStudyData>(), experiment, on, actor, parsed, ct);
        }

        Guid? frozen = null;
        if (parsed.GetValue(Freeze) is { } reason)
        {
            var made = await Reason
                .Of(reason)
                .Match(
                    why =>
                        services
                            .GetRequiredService<FreezeStudyData>()
                            .Handle(new(experiment, on, parsed.GetValue(KnownOn), why), actor, ct),
                    why => Task.FromResult<Outcome<Guid>>(new Outcome<Guid>.Refused(why))
                );
            if (made is not Outcome<Guid>.Done { Value: var id })
            {
                return Refused.Because(made.Why, error);
            }

            frozen = id;
        }

        if (parsed.GetValue(Plan) is { } file && !File.Exists(file))
        {
            return Refused.Because([new NoSuchPlanFile(file)], error);
        }

        var plan = parsed.GetValue(Plan) is { } named ? await File.ReadAllTextAsync(named, ct) : null;
        var evaluated = await services
            .GetRequiredService<EvaluateExperiment>()
            .Handle(new(experiment, frozen, frozen is null ? on : null, plan), actor, ct);
        return evaluated.Match(
            view =>
            {
                output.Write(
                    format switch
                    {
                        "csv" => FigureTable.Csv(view),
                        "json" => FigureTable.Json(view),
                        _ => EvaluationText.Of(view),
                    }
                );
                return ExitCode.Ok;
            },
            why => Refused.Because(why, error)
        );
    }

    /// <summary>Ends with 1 when the bytes are not the same, so that a script notices.</summary>
    private static async Task<int> MakeAgain(
        SeeStudyData see,
        string experiment,
        DateOnly? on,
        Actor actor,
        ParseResult parsed,
        CancellationToken ct
    ) =>
        (await see.MakeAgain(experiment, on, actor, ct)).Match(
            made =>
            {
                var output = made.IsSame ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error;
                output.WriteLine(made.Message);
                return made.IsSame ? ExitCode.Ok : ExitCode.Refused;
            },
            why => Refused.Because(why, parsed.InvocationConfiguration.Error)
        );
}

/// <summary>The plan that was named is not there.</summary>
internal sealed record NoSuchPlanFile(string Path) : Refusal
{
    public override string Message => $"Het analyseplan '{Path}' bestaat niet. Controleer de naam en de map.";
}
