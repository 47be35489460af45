// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Evaluation.Planned;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>Results in plain Dutch that never say more than the number.</summary>
public static class EffectSentences
{
    public static string Of(Effect effect) =>
        string.Join(
            ' ',
            $"{Start(effect.Estimand)}: {Counts(effect)}.",
            effect.Difference.Match(
                m => $"{Difference(m, effect.Scale)} {Verdict(effect, m)}",
                why => string.Join(' ', why.Select(w => w.Message))
            )
        );

    /// <summary>A value with its unit: percentage points, euros or months.</summary>
    public static string Figure(double value, Scale scale) =>
        scale switch
        {
            Scale.Share => DutchFigures.Points(value),
            Scale.Euro => Rounded(value, "#,##0"),
            Scale.Months => Rounded(value, "0.00"),
        };

    public static string Unit(Scale scale) =>
        scale switch
        {
            Scale.Share => "procentpunt",
            Scale.Euro => "euro",
            Scale.Months => "maanden",
        };

    /// <summary>A mean of one side: a percentage, or a number with its unit.</summary>
    public static string Mean(double? mean, Scale scale) =>
        mean is not { } value ? "onbekend"
        : scale is Scale.Share ? DutchFigures.Points(value) + "%"
        : $"{Figure(value, scale)} {Unit(scale)}";

    public static string Between(Range range, Scale scale) =>
        $"{Figure(range.Lower, scale)} tot {Figure(range.Upper, scale)}";

    /// <summary>Why a comparison outside the lot proves nothing by itself.</summary>
    public const string NotByLot =
        "Niet geloot: wie meedeed koos daar zelf voor. Een verschil kan ook komen doordat het om andere mensen gaat. Koppelen haalt alleen verschillen weg in kenmerken die het register kent, en wie later begon moest tot dan in de bijstand blijven.";

    private static string Start(Estimand estimand) => Dutch.Capital(PlanWords.Of(estimand));

    private static string Counts(Effect e) => $"{Count(e.First, e.Scale)}; {Count(e.Second, e.Scale)}";

    private static string Count(Side side, Scale scale) =>
        side.Mean is null ? $"{side.Name}: van niemand de uitkomst bekend (van {Dutch.Count(side.People)} mensen)"
        : scale is Scale.Share
            ? $"{side.Name} {Dutch.Count(side.Yes)} van {Dutch.Count(side.Known)} mensen ({Mean(side.Mean, scale)})"
        : $"{side.Name} gemiddeld {Mean(side.Mean, scale)} ({Dutch.Count(side.Known)} mensen)";

    private static string Difference(Measured m, Scale scale) =>
        $"Het verschil is {Figure(m.Value, scale)} {Unit(scale)} ({string.Join("; ", m.Ranges.Select(r => $"{DutchFigures.Level(r.Level)}-interval van {Between(r, scale)}"))}).";

    private static string Verdict(Effect e, Measured m) =>
        (e.Verdict, e.Estimand.IsByLot) switch
        {
            (Evaluation.Verdict.Shown, true) => "Zo'n verschil ontstaat zelden door toeval alleen.",
            (Evaluation.Verdict.Shown, false) =>
                "Zo'n verschil ontstaat zelden door toeval alleen, maar wie begon koos daar zelf voor: het kan ook komen doordat in de groepen andere mensen begonnen.",
            (Evaluation.Verdict.NotShown, true) =>
                $"Een verschil is niet aangetoond. Dat is iets anders dan 'geen effect': ook een verschil van {Figure(Farthest(m.Ranges[0]), e.Scale)} {Unit(e.Scale)} past bij deze cijfers.",
            (Evaluation.Verdict.NotShown, false) =>
                "Een verschil is niet aangetoond, en wie begon koos daar zelf voor. Dat is iets anders dan 'geen effect'.",
            (Evaluation.Verdict.Doubtful, _) when e.PAdjusted is not null && m.Ranges[0].LeavesOutZero =>
                "Het interval laat nul net weg, maar na correctie voor het aantal vergelijkingen is een verschil niet aangetoond.",
            (Evaluation.Verdict.Doubtful, _) =>
                "Of er een verschil is, blijft onzeker: de toets en het interval wijzen niet dezelfde kant op.",
            (Evaluation.Verdict.NotEstimable, _) => "De toets is niet te berekenen.",
        };

    /// <summary>The end of an interval that lies farthest from nought.</summary>
    private static double Farthest(Range range) =>
        Math.Abs(range.Upper) >= Math.Abs(range.Lower) ? range.Upper : range.Lower;

    private static string Rounded(double value, string format)
    {
        var text = value.ToString(format, Dutch.Numbers);
        // a rounded nought has no sign
        return text.Trim('-').All(c => c is '0' or ',') ? text.Trim('-') : text;
    }
}
