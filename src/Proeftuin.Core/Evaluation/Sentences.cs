// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation;

/// <summary>One plain Dutch sentence or two per comparison, never saying more than the number.</summary>
public static class Sentences
{
    public static string Of(Comparison comparison) =>
        comparison.Difference.Match(
            difference => string.Join(' ', Counts(comparison), Difference(difference), Verdict(comparison, difference)),
            why => string.Join(' ', [Counts(comparison), .. why.Select(w => w.Message)])
        );

    private static string Counts(Comparison c) =>
        $"{c.First.Name}: {Of(c.First.Exits)} mensen {Left(c.Measure)} ({c.First.Exits}). {c.Second.Name}: {Of(c.Second.Exits)} ({c.Second.Exits}).";

    private static string Of(Share exits) => $"{Dutch.Count(exits.Part)} van de {Dutch.Count(exits.Whole)}";

    private static string Left(ExitMeasure measure) =>
        measure switch
        {
            ExitMeasure.Gross => "gingen werken",
            ExitMeasure.Net => "gingen werken en kwamen niet terug",
        };

    private static string Difference(Difference d) =>
        $"Het verschil is {DutchFigures.Points(d.Value)} procentpunt ({DutchFigures.Level(d.Level)}-interval: van {DutchFigures.Points(d.Lower)} tot {DutchFigures.Points(d.Upper)}).";

    private static string Verdict(Comparison c, Difference d) =>
        c.Verdict switch
        {
            Evaluation.Verdict.Shown when c.Randomised => "Zo'n verschil ontstaat zelden door toeval alleen.",
            Evaluation.Verdict.Shown =>
                "Zo'n verschil ontstaat zelden door toeval alleen, maar er is niet geloot: het kan ook komen doordat andere mensen meededen.",
            Evaluation.Verdict.NotShown when c.Randomised =>
                $"Een verschil is niet aangetoond. Dat is iets anders dan 'geen effect': ook een verschil van {DutchFigures.Points(d.Upper)} procentpunt past bij deze aantallen.",
            Evaluation.Verdict.NotShown =>
                "Een verschil is niet aangetoond, en er is niet geloot. Dat is iets anders dan 'geen effect'.",
            Evaluation.Verdict.Doubtful when c.Randomised =>
                "Of er een verschil is, blijft onzeker: de toets en het interval wijzen niet dezelfde kant op.",
            Evaluation.Verdict.Doubtful =>
                "Of er een verschil is, blijft onzeker: de toets en het interval wijzen niet dezelfde kant op. Er is ook niet geloot.",
            Evaluation.Verdict.NotEstimable => "De toets is niet te berekenen.",
        };
}
