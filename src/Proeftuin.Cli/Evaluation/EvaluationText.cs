// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Proeftuin.App;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Core.Evaluation.Results;

namespace Proeftuin.Cli.Evaluation;

/// <summary>An evaluation for a person at a terminal: the same figures as the page.</summary>
internal static class EvaluationText
{
    public static string Of(EvaluateExperiment.View view)
    {
        var (report, text) = (view.Report, new StringBuilder());
        Section(text, $"Evaluatie: {view.Name}", Head(view));
        Section(text, "Wie geloot is, en van wie de uitkomst ontbreekt", Missing(report));
        foreach (var outcome in report.Plan.Outcomes)
        {
            var effects = report.Plan.Estimands.SelectMany(e => report.Of(outcome, e)).ToList();
            Section(text, PlanWords.Of(outcome.Measure) + (outcome.Main ? " (hoofduitkomst)" : ""), Table(effects));
            Section(text, "In woorden", Lines(effects.Select(e => $"{e.Comparison.Name}. {EffectSentences.Of(e)}")));
        }

        if (report.Plan.NotMeasured.Count > 0)
        {
            Section(text, "Niet te berekenen", Lines(report.Plan.NotMeasured.Select(n => $"{n.Outcome}: {n.Why}.")));
        }

        foreach (var monthly in report.Monthly)
        {
            Section(text, $"{PlanWords.Of(monthly.Measure)} per maand, verschil met {monthly.Base}", Monthly(monthly));
        }

        Section(text, $"Uitstroom na {report.Exits.Horizon} maanden", Exits(report.Exits));
        Section(text, "Deelgroepen (verkennend, gecorrigeerd)", Subgroups(report));
        Section(text, "Naast mensen die niet meededen", Outsiders(report));
        Section(text, "Anders gerekend", Sensitivities(report));
        return text.ToString();
    }

    private static string Head(EvaluateExperiment.View view)
    {
        var report = view.Report;
        var committed = view.Committed is { } c
            ? $"Plan vastgelegd op {Dutch.Date(DutchTime.DateOf(c.At))}, bij loting {c.DrawId}\n"
            : "";
        return $"Teldatum {Dutch.Date(view.Data.CountDate)}, met wat bekend was op {Dutch.Date(view.Data.KnownOn)}\n"
            + $"Dataset {Dutch.Count(view.Data.People)} mensen, SHA-256 {view.Data.Sha256}{(view.HashIsRight ? "" : " (KLOPT NIET)")}\n"
            + $"Analyseplan SHA-256 {view.PlanSha256}\n"
            + committed
            + (
                report.IsExploratory
                    ? "VERKENNEND: deze analyse wijkt af van wat is vastgelegd.\n"
                        + Lines(report.Deviations.Select(d => d.Message))
                    : "Uitgevoerd zoals vóór de loting is vastgelegd.\n"
            );
    }

    private static string Missing(EvaluationReport report)
    {
        var table = new TextTable(
            "groep",
            "geloot",
            "begonnen",
            "gestopt",
            "bekend",
            "ingetrokken",
            "niet gevolgd",
            "geen bijstand"
        );
        foreach (var a in report.Missing.Arms)
        {
            long[] counts = [a.Drawn, a.Began, a.Stopped, a.Known, a.Withdrawn, a.NotFollowed, a.NoBenefitKnown];
            table.Add([a.Arm, .. counts.Select(Dutch.Count)]);
        }

        var bounds = new TextTable("vergelijking", "uitkomst", "methode", "laagste", "hoogste", "interval");
        foreach (var b in report.Missing.Bounded.Where(b => b.Bounds.IsDone))
        {
            var x = b.Bounds.OrThrow();
            bounds.Add(
                b.Comparison.Name,
                PlanWords.Of(b.Outcome.Measure),
                PlanWords.Of(b.Kind),
                EffectSentences.Figure(x.Lower, b.Scale),
                EffectSentences.Figure(x.Upper, b.Scale),
                $"{EffectSentences.Figure(x.IntervalLower, b.Scale)} tot {EffectSentences.Figure(x.IntervalUpper, b.Scale)}"
            );
        }

        return $"{table}Ontbreken in alle groepen gelijk: {Test(report.Missing.SameInAllArms)}\n{bounds}";
    }

    private static string Table(IEnumerable<Effect> effects)
    {
        var table = new TextTable(
            "vergelijking",
            "van wie",
            "loting",
            "eerste",
            "tweede",
            "n",
            "verschil",
            "interval",
            "p",
            "p gecorr."
        );
        foreach (var e in effects)
        {
            table.Add(
                e.Comparison.Name,
                PlanWords.Of(e.Estimand),
                e.Estimand.IsByLot ? "geloot" : "niet geloot",
                EffectSentences.Mean(e.First.Mean, e.Scale),
                EffectSentences.Mean(e.Second.Mean, e.Scale),
                Dutch.Count(e.First.Known + e.Second.Known),
                e.Difference.Match(m => EffectSentences.Figure(m.Value, e.Scale), _ => "niet te berekenen"),
                e.Difference.Match(m => EffectSentences.Between(m.Ranges[0], e.Scale), _ => ""),
                e.Difference.Match(m => P(m.P), _ => ""),
                P(e.PAdjusted)
            );
        }

        return table.ToString();
    }

    private static string Monthly(MonthlyEffects monthly)
    {
        var table = new TextTable(["maand", .. monthly.Arms]);
        foreach (var month in monthly.Months)
        {
            table.Add([
                month.Month.ToString(),
                .. month.Arms.Select(a =>
                    a.Match(
                        m =>
                            $"{EffectSentences.Figure(m.Value, monthly.Scale)} ({EffectSentences.Between(m.Ranges[0], monthly.Scale)})",
                        _ => "niet te berekenen"
                    )
                ),
            ]);
        }

        return table.ToString();
    }

    private static string Exits(ExitCurves exits)
    {
        var table = new TextTable("groep", "mensen", "naar werk", "andere reden", "nog in de bijstand");
        foreach (var arm in exits.Arms.Where(a => a.IsDone).Select(a => a.OrThrow()))
        {
            table.Add(arm.Arm, Dutch.Count(arm.People), Last(arm.Work), Last(arm.Other), Last(arm.StillOnBenefit));
        }

        return $"{table}Naar werk: {Test(exits.Gray)}. Om welke reden ook: {Test(exits.LogRank)}.\n"
            + exits.Hazards.Match(
                all =>
                    Lines(
                        all.Select(h =>
                            $"{h.Arm} tegenover {h.Base}: {h.Ratio.ToString("0.00", Dutch.Numbers)} keer zo snel naar werk ({h.Lower.ToString("0.00", Dutch.Numbers)} tot {h.Upper.ToString("0.00", Dutch.Numbers)}), p {DutchFigures.P(h.P)}"
                        )
                    ),
                why => why[0].Message + "\n"
            );
    }

    private static string Subgroups(EvaluationReport report)
    {
        var table = new TextTable(
            "uitkomst",
            "deelgroep",
            "vergelijking",
            "n",
            "verschil",
            "interval",
            "p gecorr.",
            "p tussen deelgroepen"
        );
        foreach (var s in report.Subgroups)
        {
            foreach (var e in s.Parts)
            {
                table.Add(
                    PlanWords.Of(s.Outcome.Measure),
                    e.Subgroup,
                    s.Comparison.Name,
                    Dutch.Count(e.Effect.First.Known + e.Effect.Second.Known),
                    e.Effect.Difference.Match(
                        m => EffectSentences.Figure(m.Value, e.Effect.Scale),
                        _ => "niet te berekenen"
                    ),
                    e.Effect.Difference.Match(m => EffectSentences.Between(m.Ranges[0], e.Effect.Scale), _ => ""),
                    P(e.Effect.PAdjusted),
                    s.Interaction.Match(t => DutchFigures.P(t.P), _ => "-")
                );
            }
        }

        return table.ToString();
    }

    private static string Outsiders(EvaluationReport report)
    {
        var table = new TextTable("groep", "uitkomst", "verschil", "interval", "gekoppeld", "interval", "paren");
        foreach (var o in report.Outsiders)
        {
            table.Add(
                o.Arm,
                PlanWords.Of(o.Outcome.Measure),
                o.Raw.Match(m => EffectSentences.Figure(m.Value, o.Scale), _ => "niet te berekenen"),
                o.Raw.Match(m => EffectSentences.Between(m.Ranges[0], o.Scale), _ => ""),
                o.Matched.Match(m => EffectSentences.Figure(m.Difference.Value, o.Scale), _ => "niet te berekenen"),
                o.Matched.Match(m => EffectSentences.Between(m.Difference.Ranges[0], o.Scale), _ => ""),
                o.Matched.Match(m => Dutch.Count(m.Participants), _ => "")
            );
        }

        return $"{EffectSentences.NotByLot}\n{table}{string.Concat(report.Outsiders.DistinctBy(o => o.Arm, StringComparer.Ordinal).Select(Balance))}";
    }

    /// <summary>The figures of the love plot: how alike participants and outsiders are before and after matching.</summary>
    private static string Balance(OutsiderEffect o)
    {
        if (o.Matched is not Outcome<MatchedOutsiders>.Done { Value: var matched })
        {
            return "";
        }

        var table = new TextTable("kenmerk", "vóór koppelen", "na koppelen");
        foreach (var trait in matched.Balance)
        {
            table.Add(trait.Name, Deviations(trait.Before), Deviations(trait.After));
        }

        return $"\n{o.Arm}: verschil in kenmerken, in standaarddeviaties (tot 0,1 is gebruikelijk)\n{table}";
    }

    private static string Deviations(double difference) => difference.ToString("0.00", Dutch.Numbers);

    private static string Sensitivities(EvaluationReport report)
    {
        var table = new TextTable("vergelijking", "uitkomst", "hoe", "verschil", "interval", "p", "n");
        foreach (var s in report.Sensitivities)
        {
            table.Add(
                s.Comparison.Name,
                PlanWords.Of(s.Outcome.Measure),
                PlanWords.Of(s.Way),
                s.Difference.Match(m => EffectSentences.Figure(m.Value, s.Scale), _ => "niet te berekenen"),
                s.Difference.Match(m => EffectSentences.Between(m.Ranges[0], s.Scale), _ => ""),
                s.Difference.Match(m => P(m.P), _ => ""),
                s.Difference.Match(m => Dutch.Count(m.N), _ => "")
            );
        }

        return table.ToString();
    }

    private static string Last(IReadOnlyList<CurvePoint> curve) =>
        curve is [.., var p]
            ? $"{DutchFigures.Points(p.Value)}% ({DutchFigures.Points(p.Lower)} tot {DutchFigures.Points(p.Upper)})"
            : "-";

    private static string Test(Outcome<Significance> test) =>
        test.Match(t => $"{t.Method} p = {DutchFigures.P(t.P)}", why => why[0].Message);

    private static string P(double? p) => p is { } value ? DutchFigures.P(value) : "-";

    private static void Section(StringBuilder text, string title, string body) =>
        text.Append(title).Append('\n').Append(new string('=', title.Length)).Append('\n').Append(body).Append('\n');

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => $"- {l}\n"));
}
