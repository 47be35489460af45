// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>The exits over time as rows of the flat table: every month of every curve, the reasons, the tests and the speeds.</summary>
internal static class ExitFigures
{
    public static IEnumerable<ReportFigure> Of(ExitCurves exits, double level) =>
        [
            .. exits.Arms.Zip(exits.ArmNames).SelectMany(a => Curves(a.First, a.Second, level)),
            .. exits.Reasons.SelectMany(r => Reason(r, exits)),
            (
                Row("toets", "Verschillen de groepen in uitstroom naar werk, de andere redenen zoals zij zijn?") with
                {
                    Outcome = "naar werk",
                }
            ).With(exits.Gray),
            (
                Row("toets", "Verschillen de groepen in uitstroom om welke reden ook?") with
                {
                    Outcome = "om welke reden ook",
                }
            ).With(exits.LogRank),
            .. Speeds(exits.Hazards, level),
        ];

    private static IEnumerable<ReportFigure> Curves(Outcome<ArmCurves> curves, string arm, double level)
    {
        (string Outcome, string Method, Func<ArmCurves, IReadOnlyList<CurvePoint>> Points, string Definition)[] all =
        [
            ("naar werk", "Aalen-Johansen", c => c.Work, "De kans om als eerste naar werk te zijn uitgestroomd."),
            (
                "andere reden",
                "Aalen-Johansen",
                c => c.Other,
                "De kans om als eerste om een andere reden te zijn uitgestroomd."
            ),
            (
                "nog in de bijstand",
                "Kaplan-Meier",
                c => c.StillOnBenefit,
                "De kans om nog onafgebroken in de bijstand te zijn."
            ),
        ];
        return all.SelectMany(one =>
        {
            var row = Row("kans", one.Definition) with { Outcome = one.Outcome, Of = arm, Method = one.Method };
            return curves.Match(
                c =>
                    one.Points(c)
                        .Select(p =>
                            row with
                            {
                                Part = string.Create(CultureInfo.InvariantCulture, $"maand {p.Months}"),
                                Value = p.Value,
                                Level = level,
                                Lower = p.Lower,
                                Upper = p.Upper,
                                N = (long)p.AtRisk,
                            }
                        ),
                why => [row.Without(why)]
            );
        });
    }

    private static IEnumerable<ReportFigure> Reason(ReasonRow reason, ExitCurves exits) =>
        exits
            .ArmNames.Zip(reason.PerArm)
            .Select(a =>
                Row("kans", "De kans om als eerste om deze reden te zijn uitgestroomd.") with
                {
                    Outcome = reason.Reason.Name,
                    Of = a.First,
                    Part = string.Create(CultureInfo.InvariantCulture, $"maand {exits.Horizon}"),
                    Value = a.Second,
                    Method = "Aalen-Johansen",
                }
            );

    private static IEnumerable<ReportFigure> Speeds(Outcome<IReadOnlyList<HazardRatio>> hazards, double level)
    {
        var row = Row("verhouding", "Hoeveel keer zo snel mensen naar werk uitstromen zolang zij bijstand hebben.") with
        {
            Outcome = "naar werk",
            Unit = "keer",
            Method = "Cox, per reden",
        };
        return hazards.Match(
            all =>
                all.Select(h =>
                    row with
                    {
                        Of = $"{h.Arm} tegenover {h.Base}",
                        Value = h.Ratio,
                        Level = level,
                        Lower = h.Lower,
                        Upper = h.Upper,
                        P = h.P,
                        Test = "Wald",
                    }
                ),
            why => [row.Without(why)]
        );
    }

    private static ReportFigure Row(string figure, string definition) =>
        new()
        {
            Section = "uitstroom",
            Whom = "iedereen die geloot is, vanaf de loting",
            ByLot = true,
            Figure = figure,
            Unit = ReportFigures.Part,
            Definition = definition,
        };
}
