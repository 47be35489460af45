// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using System.Globalization;
using Proeftuin.App.Evaluation;
using Proeftuin.App.Exchange.Counts;
using Proeftuin.Cli.Storage;
using Proeftuin.Core.Evaluation;

namespace Proeftuin.Cli.Evaluation;

/// <summary><c>proeftuin evaluate</c>: works out a published table of exits to work and says what is wrong in it, or carries out the analysis plan of an experiment on a frozen data set.</summary>
public static class EvaluateCommand
{
    private const string AsText = "text";
    private const string AsJson = "json";
    private const string AsCsv = "csv";

    public static Command Create()
    {
        var counts = new Option<string?>("--counts")
        {
            Description = "De gepubliceerde tabel (CSV): één rij per groep. Of kies --experiment.",
            HelpName = "BESTAND",
        };
        var claims = new Option<string?>("--claims")
        {
            Description =
                "Wat het rapport zelf aan getallen noemt (CSV). Zonder dit: van een bekende publicatie met dezelfde groepen.",
            HelpName = "BESTAND",
        };
        var control = new Option<string?>("--control")
        {
            Description = "De code van de controlegroep, als het bestand dat niet zegt.",
            HelpName = "CODE",
        };
        var outside = new Option<string[]>("--not-randomised")
        {
            Description = "De code van een groep die niet geloot is. Mag vaker.",
            HelpName = "CODE",
        };
        var pool = new Option<string[]>("--pool")
        {
            Description = "Groepen die ook samen worden bekeken. Mag vaker.",
            HelpName = "NAAM=CODE+CODE",
        };
        var level = new Option<double>("--level")
        {
            Description = "Betrouwbaarheidsniveau in procenten. Standaard 95.",
            HelpName = "PROCENT",
            DefaultValueFactory = _ => 95,
        };
        var format = new Option<string>("--format")
        {
            Description = $"Vorm van het antwoord: {AsText}, {AsJson} of {AsCsv}. Standaard {AsText}.",
            HelpName = "VORM",
            DefaultValueFactory = _ => AsText,
        };
        format.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not (AsText or AsJson or AsCsv))
            {
                result.AddError($"De vorm is {AsText}, {AsJson} of {AsCsv}.");
            }
        });
        level.Validators.Add(result =>
        {
            if (
                !result.Implicit
                && result.Tokens is [var token]
                && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var percent)
                && percent is not (> 0 and < 100)
            )
            {
                result.AddError("Het betrouwbaarheidsniveau ligt tussen 0 en 100, bijvoorbeeld 95.");
            }
        });
        var command = new Command(
            "evaluate",
            "Voert het analyseplan van een experiment uit op een bevroren dataset, of rekent gepubliceerde uitstroomcijfers na."
        )
        {
            EvaluateExperimentVerb.Experiment,
            EvaluateExperimentVerb.On,
            EvaluateExperimentVerb.KnownOn,
            EvaluateExperimentVerb.Freeze,
            EvaluateExperimentVerb.Plan,
            EvaluateExperimentVerb.Again,
            counts,
            claims,
            control,
            outside,
            pool,
            level,
            format,
        };
        command.Validators.Add(result =>
        {
            // whether they were named at all: a name without its value has an error of its own
            if (result.GetResult(counts) is null == result.GetResult(EvaluateExperimentVerb.Experiment) is null)
            {
                result.AddError("Kies --counts BESTAND of --experiment NAAM, niet allebei.");
            }
        });
        command.OnStoreAsWhen(
            parsed => parsed.GetValue(EvaluateExperimentVerb.Experiment) is not null,
            parsed =>
            {
                var roles = new GroupRoles(
                    parsed.GetValue(control),
                    parsed.GetValue(outside) ?? [],
                    parsed.GetValue(pool) ?? []
                );
                var question = new EvaluateCounts.Question(
                    parsed.GetValue(counts)!,
                    parsed.GetValue(claims),
                    roles,
                    parsed.GetValue(level) / 100
                );
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                return EvaluateCounts
                    .Handle(question)
                    .Match(
                        report => Print(report, parsed.GetValue(format)!, output),
                        reasons => Refused.Because(reasons, error)
                    );
            },
            (services, actor, parsed, ct) =>
                EvaluateExperimentVerb.Run(services, actor, parsed, parsed.GetValue(format)!, ct)
        );
        return command;
    }

    private static int Print(CountsReport report, string format, TextWriter output)
    {
        output.Write(
            format switch
            {
                AsJson => CountsReportJson.Of(report),
                AsCsv => CountsReportCsv.Of(report),
                _ => CountsReportText.Of(report),
            }
        );
        return ExitCode.Ok;
    }
}
