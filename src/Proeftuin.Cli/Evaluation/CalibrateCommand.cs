// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using System.Globalization;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Evaluation;
using Proeftuin.App.Evaluation.Reading;
using Proeftuin.Cli.Design;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;
using Proeftuin.Core.Evaluation.Calibration;

namespace Proeftuin.Cli.Evaluation;

/// <summary><c>proeftuin calibrate</c>: how often does each way of estimating find an effect that is not there, in this protocol's own design?</summary>
internal static class CalibrateCommand
{
    private static readonly Argument<string> Protocol = new("protocol")
    {
        Description = "een protocol (YAML), of de naam van een meegeleverd protocol; met zijn analyseplan",
    };

    private static readonly Option<int> Rehearsals = new("--rehearsals")
    {
        Description = "Hoe vaak de loting en de mensen opnieuw worden gemaakt. Standaard 1.000.",
        HelpName = "AANTAL",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Hetzelfde getal geeft dezelfde uitkomst. Standaard 1.",
        HelpName = "GETAL",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<double> Expected = Percent("--expected", "uitstroom naar werk zonder effect", 15);
    private static readonly Option<double> Effect = Percent(
        "--effect",
        "wat meedoen daaraan toevoegt, in procentpunten",
        15
    );
    private static readonly Option<double> TakeUp = Percent("--take-up", "hoeveel van de gelote mensen ja zeggen", 50);

    public static Command Create()
    {
        Rehearsals.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1_000_000)
            {
                result.AddError("Het aantal keren ligt tussen 1 en 1.000.000.");
            }
        });
        var command = new Command(
            "calibrate",
            "IJk de schatters: hoe vaak vinden zij een effect dat er niet is, en bevat hun interval een effect dat er wel is?"
        )
        {
            Protocol,
            Rehearsals,
            Seed,
            Expected,
            Effect,
            TakeUp,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var question = NamedProtocol
            .Text(parsed.GetRequiredValue(Protocol), withDemo: true)
            .Then(text =>
                ProtocolFile
                    .Read(text)
                    .Then(protocol =>
                        AnalysisPlanFile
                            .Read(text.AnalysisPlan ?? "", protocol)
                            .Map(plan => new CalibrationQuestion
                            {
                                Protocol = protocol,
                                Plan = plan,
                                Expected = parsed.GetValue(Expected) / 100,
                                Effect = parsed.GetValue(Effect) / 100,
                                TakeUp = parsed.GetValue(TakeUp) / 100,
                                Seed = parsed.GetValue(Seed),
                            })
                    )
            );
        if (question is not Outcome<CalibrationQuestion>.Done { Value: var asked })
        {
            return Refused.Because(question.Why, error);
        }

        var rehearsals = parsed.GetValue(Rehearsals);
        var played = await Progress.Show(
            error,
            "IJken",
            rehearsals,
            progress => Task.Run(() => Calibrate.Handle(asked, rehearsals, progress, ct), ct)
        );
        return played.Match(
            calibrated =>
            {
                output.Write(Text(calibrated));
                return calibrated.AllKept ? ExitCode.Ok : ExitCode.Refused;
            },
            why => Refused.Because(why, error)
        );
    }

    private static string Text(Calibrated calibrated)
    {
        var question = calibrated.Question;
        var table = new TextTable(
            "vergelijking",
            "schatter",
            "vond iets",
            "hoort",
            "bevat het effect",
            "hoort",
            "zonder antwoord",
            "oordeel"
        );
        foreach (var e in calibrated.Estimators)
        {
            table.Add(
                e.Comparison.Name,
                Name(e.Estimator),
                Measured(e.Found, 1 - e.Level),
                e.Promise is Promise.Exact ? "hoogstens " + Points(1 - e.Level) : Points(1 - e.Level),
                e.Covered is { } covered ? Measured(covered, e.Level) : "-",
                e.Covered is null ? "-" : Points(e.Level),
                Dutch.Count(calibrated.Rehearsals - e.Found.Answers),
                e.Kept switch
                {
                    Kept.Yes => "goed",
                    Kept.No => "NIET GOED",
                    Kept.NotJudged => "niet beoordeeld",
                }
            );
        }

        return $"IJking van {question.Protocol.Name}: {Dutch.Count(calibrated.Rehearsals)} keer geloot met verzonnen mensen, startgetal {question.Seed.ToString(CultureInfo.InvariantCulture)}\n"
            + $"Uitstroom zonder effect {Points(question.Expected)}, effect van meedoen {Points(question.Effect)}-punt, {Points(question.TakeUp)} zegt ja.\n"
            + table
            + $"Een schatter is goed als het gemeten aandeel hoogstens {CalibratedEstimator.Errors} toevalsfouten (na ±) van het beloofde ligt; een exacte mag er niet boven liggen. Wie begon en wie niet meedeed kozen zelf: dat wordt gemeld, niet beoordeeld.\n"
            + (
                calibrated.AllKept
                    ? "Alle schatters van de loting doen wat zij beloven.\n"
                    : "NIET alle schatters van de loting doen wat zij beloven.\n"
            );
    }

    private static string Measured(Rate rate, double nominal) =>
        rate.Value is { } value ? $"{Points(value)} ± {Points(rate.ErrorAt(nominal))}" : "geen antwoord";

    private static string Points(double part) => DutchFigures.Points(part) + "%";

    private static string Name(Estimator estimator) =>
        estimator switch
        {
            Estimator.Regression => "geloot: kleinste kwadraten",
            Estimator.Newcombe => "geloot: Newcombe",
            Estimator.ChiSquare => "geloot: chi-kwadraat",
            Estimator.Adjusted => "geloot: met kenmerken (Lin)",
            Estimator.LogRank => "geloot: log-rank",
            Estimator.Permutation => "geloot: lot uitgeteld (exact)",
            Estimator.Fisher => "geloot: Fisher (exact)",
            Estimator.Complier => "geloot: effect van meedoen",
            Estimator.Participants => "wie begon",
            Estimator.DidNotStop => "wie begon en niet stopte",
            Estimator.Outsiders => "naast wie niet meedeed",
            Estimator.Matched => "naast wie niet meedeed, gekoppeld",
        };

    private static Option<double> Percent(string name, string what, double standard) =>
        new(name)
        {
            Description =
                $"{Dutch.Capital(what)}, in procenten. Standaard {standard.ToString(CultureInfo.InvariantCulture)}.",
            HelpName = "PROCENT",
            DefaultValueFactory = _ => standard,
        };
}
