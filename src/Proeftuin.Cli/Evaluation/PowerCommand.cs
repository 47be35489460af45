// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using System.Globalization;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Evaluation;
using Proeftuin.Cli.Design;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Sizing;

namespace Proeftuin.Cli.Evaluation;

/// <summary><c>proeftuin power</c>: what a design can and cannot detect, by formula, and by playing a protocol's own design.</summary>
internal static class PowerCommand
{
    private static readonly Option<int> PerGroup = Whole("--per-group", "mensen per groep", 100);
    private static readonly Option<int> Groups = Whole("--groups", "groepen, met de controlegroep erbij", 5);
    private static readonly Option<int?> Population = new("--population")
    {
        Description = "mensen die kunnen worden geloot",
        HelpName = "AANTAL",
    };
    private static readonly Option<decimal> Expected = Percent(
        "--expected",
        "uitkomst in de controlegroep, in procenten",
        8
    );
    private static readonly Option<decimal> Difference = Percent(
        "--difference",
        "verwacht verschil, in procentpunten",
        5
    );
    private static readonly Option<decimal> TakeUp = Percent(
        "--take-up",
        "hoeveel van de gelote mensen meedoen, in procenten",
        100
    );
    private static readonly Option<decimal> DropOut = Percent(
        "--drop-out",
        "van hoeveel mensen de uitkomst onbekend blijft, in procenten",
        0
    );
    private static readonly Option<int> Comparisons = Whole(
        "--comparisons",
        "vergelijkingen die het niveau delen (Bonferroni)",
        1
    );
    private static readonly Option<decimal> Level = Percent("--level", "betrouwbaarheid, in procenten", 95);
    private static readonly Option<decimal> Wanted = Percent(
        "--power",
        "gewenste kans om het verschil te vinden, in procenten",
        80
    );
    private static readonly Option<string?> OfProtocol = new("--protocol")
    {
        Description =
            "speel ook het ontwerp van dit protocol na: een bestand (YAML), of de naam van een meegeleverd protocol",
        HelpName = "PROTOCOL",
    };
    private static readonly Option<int> Replicates = Whole(
        "--replicates",
        "hoe vaak elk verschil wordt gespeeld",
        PlayDesign.Replicates
    );
    private static readonly Option<bool> Sweep = new("--sweep")
    {
        Description = "speel het ontwerp ook kleiner en groter na: van half zo groot tot zeven keer zo groot",
    };
    private static readonly Option<bool> Demo = new("--demo")
    {
        Description = "gebruik de meegeleverde, verzonnen waarden voor wat het protocol openlaat",
    };

    public static Command Create()
    {
        Replicates.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1_000_000)
            {
                result.AddError("Het aantal herhalingen ligt tussen 1 en 1.000.000.");
            }
        });
        var command = new Command(
            "power",
            "Hoe groot moeten de groepen zijn? Wat een ontwerp wel en niet kan aantonen."
        )
        {
            PerGroup,
            Groups,
            Population,
            Expected,
            Difference,
            TakeUp,
            DropOut,
            Comparisons,
            Level,
            Wanted,
            OfProtocol,
            Replicates,
            Sweep,
            Demo,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Sweep) is not null && result.GetResult(OfProtocol) is null)
            {
                result.AddError("--sweep speelt het ontwerp van een protocol na: noem het met --protocol.");
            }
        });
        command.SetAction(Answer);
        return command;
    }

    private static async Task<int> Answer(ParseResult parsed, CancellationToken ct)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var plan = Plan(parsed);
        var answered = PowerAnswer.Of(plan);
        if (answered is not Outcome<PowerAnswer>.Done { Value: var answer })
        {
            return Refused.Because(answered.Why, error);
        }

        await output.WriteAsync(PowerText.Of(answer));
        if (parsed.GetValue(OfProtocol) is not { } name)
        {
            return ExitCode.Ok;
        }

        var read = NamedProtocol.Text(name, parsed.GetValue(Demo)).Then(ProtocolFile.Read);
        if (!read.IsDone)
        {
            return Refused.Because(read.Why, error);
        }

        if (parsed.GetValue(Sweep))
        {
            return await PlayGrid(read.OrThrow(), plan, parsed, ct);
        }

        var played = await Progress.Show(
            error,
            "Naspelen",
            PlayDesign.Steps(plan),
            progress =>
                Task.Run(() => PlayDesign.Of(read.OrThrow(), plan, ct, progress, parsed.GetValue(Replicates)), ct)
        );
        return played.Match(
            view =>
            {
                output.Write(PowerText.Of(view));
                return ExitCode.Ok;
            },
            why => Refused.Because(why, error)
        );
    }

    private static async Task<int> PlayGrid(Protocol protocol, PowerPlan plan, ParseResult parsed, CancellationToken ct)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var played = await Progress.Show(
            error,
            "Raster naspelen",
            SweepDesign.Steps(plan),
            progress =>
                Task.Run(
                    () =>
                        SweepDesign.Of(
                            protocol,
                            plan,
                            parsed.GetValue(Replicates),
                            (done, _) =>
                            {
                                progress.Report(done);
                                ct.ThrowIfCancellationRequested();
                            }
                        ),
                    ct
                )
        );
        return played.Match(
            view =>
            {
                output.Write(PowerText.Of(view));
                return ExitCode.Ok;
            },
            why => Refused.Because(why, error)
        );
    }

    private static PowerPlan Plan(ParseResult parsed) =>
        new()
        {
            PerGroup = parsed.GetValue(PerGroup),
            Groups = parsed.GetValue(Groups),
            Population = parsed.GetValue(Population),
            Expected = parsed.GetValue(Expected),
            Difference = parsed.GetValue(Difference),
            TakeUp = parsed.GetValue(TakeUp),
            DropOut = parsed.GetValue(DropOut),
            Comparisons = parsed.GetValue(Comparisons),
            Level = parsed.GetValue(Level),
            Wanted = parsed.GetValue(Wanted),
        };

    private static Option<int> Whole(string name, string what, int standard) =>
        new(name)
        {
            Description = $"{what}. Standaard {standard.ToString(CultureInfo.InvariantCulture)}.",
            HelpName = "AANTAL",
            DefaultValueFactory = _ => standard,
        };

    private static Option<decimal> Percent(string name, string what, decimal standard) =>
        new(name)
        {
            Description = $"{what}. Standaard {standard.ToString(CultureInfo.InvariantCulture)}.",
            HelpName = "PROCENT",
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
            {
                if (
                    decimal.TryParse(
                        result.Tokens[0].Value.Replace(',', '.'),
                        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                )
                {
                    return number;
                }

                result.AddError($"'{result.Tokens[0].Value}' bij {name} is geen getal. Schrijf bijvoorbeeld 7,5.");
                return standard;
            },
        };
}
