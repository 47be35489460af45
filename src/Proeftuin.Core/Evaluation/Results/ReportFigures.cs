// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Core.Evaluation.Planned;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>Every figure of an evaluation in one flat table, in the order of the report, for another program.</summary>
public static class ReportFigures
{
    internal const string Part = "deel van één";
    private const string Difference = "verschil";

    public static IReadOnlyList<ReportFigure> Of(EvaluationReport report) =>
        [
            .. People(report.Missing),
            .. Bounds(report),
            .. report.Effects.SelectMany(Effect),
            .. report.Monthly.SelectMany(Monthly),
            .. ExitFigures.Of(report.Exits, report.Plan.MainLevel),
            .. report.Subgroups.SelectMany(Subgroup),
            .. report.Outsiders.SelectMany(Outsiders),
            .. report.Sensitivities.SelectMany(Sensitive),
        ];

    private static IEnumerable<ReportFigure> People(MissingOutcomes missing) =>
        missing
            .Arms.SelectMany(a =>
                new (string Figure, long Count, string Definition)[]
                {
                    ("geloot", a.Drawn, "Iedereen die in deze groep is geloot."),
                    ("begonnen", a.Began, "Wie van hen begon."),
                    ("gestopt", a.Stopped, "Wie begon en stopte."),
                    ("uitkomst bekend", a.Known, "Van wie de uitkomst op de teldatum bekend is."),
                    (
                        "ingetrokken",
                        a.Withdrawn,
                        "Wie de gegevens introk: alleen het lot blijft, de uitkomst ontbreekt."
                    ),
                    ("niet meer gevolgd", a.NotFollowed, "Wie vóór de teldatum niet meer te volgen was."),
                    ("geen bijstand bekend", a.NoBenefitKnown, "Van wie geen bijstand bekend is."),
                }.Select(c => new ReportFigure
                {
                    Section = "mensen",
                    Of = a.Arm,
                    Figure = c.Figure,
                    Unit = "mensen",
                    Value = c.Count,
                    N = a.Drawn,
                    Method = "telling",
                    Definition = c.Definition,
                })
            )
            .Append(
                new ReportFigure
                {
                    Section = "mensen",
                    Figure = "toets",
                    N = missing.Arms.Sum(a => a.Drawn),
                    Definition = "Ontbreekt de uitkomst in alle groepen even vaak?",
                }.With(missing.SameInAllArms)
            );

    private static IEnumerable<ReportFigure> Bounds(EvaluationReport report) =>
        report.Missing.Bounded.SelectMany(b =>
        {
            var row = new ReportFigure
            {
                Section = "mensen",
                Outcome = PlanWords.Of(b.Outcome.Measure),
                Whom = PlanWords.Of(report.Plan.Estimands[0]),
                ByLot = true,
                Of = b.Comparison.Name,
                Figure = "laagste",
                Unit = UnitOf(b.Scale),
                Method = PlanWords.Of(b.Kind),
                N = b.People,
                Definition = "Wat het verschil kan zijn, wat de ontbrekende uitkomsten ook waren.",
            };
            return b.Bounds.Match(
                x =>
                    new[]
                    {
                        row with
                        {
                            Value = x.Lower,
                            Level = report.Plan.MainLevel,
                            Lower = x.IntervalLower,
                            Upper = x.IntervalUpper,
                        },
                        row with
                        {
                            Figure = "hoogste",
                            Value = x.Upper,
                            Level = report.Plan.MainLevel,
                            Lower = x.IntervalLower,
                            Upper = x.IntervalUpper,
                        },
                    },
                why => [row.Without(why)]
            );
        });

    private static IEnumerable<ReportFigure> Effect(Effect e)
    {
        var row = new ReportFigure
        {
            Section = "uitkomsten",
            Outcome = PlanWords.Of(e.Outcome.Measure),
            Whom = PlanWords.Of(e.Estimand),
            ByLot = e.Estimand.IsByLot,
            Of = e.Comparison.Name,
            Figure = Difference,
            Unit = UnitOf(e.Scale),
            Definition = PlanWords.Definition(e.Outcome.Measure),
        };
        return [Mean(row, e.First), Mean(row, e.Second), .. row.With(e.Difference, e.PAdjusted)];
    }

    private static IEnumerable<ReportFigure> Monthly(MonthlyEffects monthly) =>
        monthly.Months.SelectMany(month =>
        {
            var row = new ReportFigure
            {
                Section = "maanden",
                Outcome = PlanWords.Of(monthly.Measure),
                Whom = PlanWords.Of(Whom.EveryoneDrawn),
                ByLot = true,
                Of = monthly.Base,
                Part = month.Month.ToString(),
                Figure = "gemiddelde",
                Unit = UnitOf(monthly.Scale),
                Value = month.BaseMean,
                N = month.InBase,
                Method = "gemiddelde",
                Definition =
                    "De stand van wie is geloot aan het einde van deze maand: " + PlanWords.Of(monthly.Measure) + ".",
            };
            return monthly
                .Arms.Zip(month.Arms)
                .SelectMany(a =>
                    (
                        row with
                        {
                            Of = $"{a.First} tegenover {monthly.Base}",
                            Figure = Difference,
                            Value = null,
                            N = null,
                            Method = null,
                        }
                    ).With(a.Second)
                )
                .Prepend(row);
        });

    private static IEnumerable<ReportFigure> Subgroup(SubgroupEffects s)
    {
        var row = new ReportFigure
        {
            Section = "deelgroepen",
            Outcome = PlanWords.Of(s.Outcome.Measure),
            ByLot = true,
            Of = s.Comparison.Name,
            Figure = Difference,
            Unit = UnitOf(Outcomes.ScaleOf(s.Outcome.Measure)),
            Definition = PlanWords.Definition(s.Outcome.Measure),
        };
        return s
            .Parts.SelectMany(p =>
                (
                    row with
                    {
                        Whom = PlanWords.Of(p.Effect.Estimand),
                        Part = $"{PlanWords.Of(s.Division.Trait)}: {p.Subgroup}",
                    }
                ).With(p.Effect.Difference, p.Effect.PAdjusted)
            )
            .Append(
                (
                    row with
                    {
                        Part = PlanWords.Of(s.Division.Trait),
                        Figure = "toets",
                        Unit = null,
                        Definition = "Verschilt het effect tussen de deelgroepen?",
                    }
                ).With(s.Interaction)
            );
    }

    private static IEnumerable<ReportFigure> Outsiders(OutsiderEffect o)
    {
        var row = new ReportFigure
        {
            Section = "niet-geloot",
            Outcome = PlanWords.Of(o.Outcome.Measure),
            Whom = "deelnemers naast wie niet meedeed",
            ByLot = false,
            Of = o.Arm,
            Figure = Difference,
            Unit = UnitOf(o.Scale),
            Definition = PlanWords.Definition(o.Outcome.Measure),
        };
        var balance = row with
        {
            Unit = "standaarddeviaties",
            Method = "verschil gedeeld door de standaarddeviatie",
            Definition = "Gestandaardiseerd verschil in dit kenmerk tussen deelnemers en wie niet meedeed.",
        };
        return
        [
            Mean(row, o.Participants),
            Mean(row, o.Outsiders),
            .. (row with { Part = "zoals zij zijn" }).With(o.Raw),
            .. (row with { Part = "gekoppeld" }).With(o.Matched.Map(m => m.Difference)),
            .. o.Matched.Match(
                m =>
                    m.Balance.SelectMany(p =>
                        new[]
                        {
                            balance with
                            {
                                Part = p.Name,
                                Figure = "gelijkheid vóór koppelen",
                                Value = p.Before,
                            },
                            balance with
                            {
                                Part = p.Name,
                                Figure = "gelijkheid na koppelen",
                                Value = p.After,
                                N = m.Participants + m.Outsiders,
                            },
                        }
                    ),
                _ => []
            ),
        ];
    }

    private static IEnumerable<ReportFigure> Sensitive(SensitiveEffect s) =>
        new ReportFigure
        {
            Section = "anders-gerekend",
            Outcome = PlanWords.Of(s.Outcome.Measure),
            Whom = PlanWords.Of(Whom.EveryoneDrawn),
            ByLot = true,
            Of = s.Comparison.Name,
            Part = PlanWords.Of(s.Way),
            Figure = Difference,
            Unit = UnitOf(s.Scale),
            Definition = PlanWords.Definition(s.Outcome.Measure),
        }.With(s.Difference);

    /// <summary>Nothing is rounded or made a percentage here.</summary>
    private static string UnitOf(Scale scale) => scale is Scale.Share ? Part : EffectSentences.Unit(scale);

    private static ReportFigure Mean(ReportFigure row, Side side) =>
        row with
        {
            Part = side.Name,
            Figure = "gemiddelde",
            Value = side.Mean,
            N = side.Known,
            Method = string.Create(CultureInfo.InvariantCulture, $"gemiddelde van wie bekend is; {side.People} mensen"),
            NotEstimable = side.Mean is null ? "Van niemand is de uitkomst bekend." : null,
        };
}
