// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Regression;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>The effect in one month of each arm against the base, in the order of the arms.</summary>
public sealed record MonthEffect(Month Month, IReadOnlyList<Outcome<Measured>> Arms, double? BaseMean, long InBase);

/// <summary>
/// One outcome followed month by month for everyone drawn: in each month least squares of the outcome on the arms (and the draws, when there are
/// more), with robust errors, as the universities and CPB did.
/// </summary>
public sealed record MonthlyEffects(
    OutcomeMeasure Measure,
    string Base,
    IReadOnlyList<string> Arms,
    IReadOnlyList<MonthEffect> Months
)
{
    public Scale Scale => Outcomes.ScaleOf(Measure);

    internal static IReadOnlyList<MonthlyEffects> Of(StudyData data, Protocol protocol, PlannedAnalysis plan)
    {
        var family = plan.Comparisons.Where(c => c is { InFamily: true, Arms.Count: 1, Against.Count: 1 }).ToList();
        if (family.Count == 0)
        {
            return [];
        }

        var reference = family[0].Against[0];
        List<string> arms =
        [
            .. family
                .Where(c => string.Equals(c.Against[0], reference, StringComparison.Ordinal))
                .Select(c => c.Arms[0]),
        ];
        return
        [
            .. plan.Monthly.Select(measure => new MonthlyEffects(
                measure,
                protocol.ArmOf(reference).Name,
                [.. arms.Select(a => protocol.ArmOf(a).Name)],
                [.. Enumerable.Range(0, data.Months.Count).Select(m => In(m, measure, reference, arms, data, plan))]
            )),
        ];
    }

    private static MonthEffect In(
        int month,
        OutcomeMeasure measure,
        string reference,
        List<string> arms,
        StudyData data,
        PlannedAnalysis plan
    )
    {
        List<string> levels = [reference, .. arms];
        var seen = data
            .People.Where(p => p.Arm is { } arm && levels.Contains(arm, StringComparer.Ordinal))
            .Select(p => (Person: p, Outcome: Outcomes.In(p, measure, month, data)))
            .Where(p => p.Outcome is not null)
            .ToList();
        var inBase = seen.Where(p => string.Equals(p.Person.Arm, reference, StringComparison.Ordinal)).ToList();
        var fit = Fit(seen, levels, plan.MainLevel);
        return new MonthEffect(
            data.Months[month],
            [
                .. arms.Select(arm =>
                    fit.Then(f => f[Term(arm)])
                        .Named(c =>
                            Differing.Judged(
                                c,
                                plan.Levels,
                                seen.Count(p => p.Person.Arm == arm || p.Person.Arm == reference),
                                "kleinste kwadraten op de groepen, robuuste fout"
                            )
                        )
                ),
            ],
            inBase.Count == 0 ? null : inBase.Average(p => p.Outcome!.Value),
            inBase.Count
        );
    }

    private static Answer<LinearFit> Fit(
        List<(StudyPerson Person, double? Outcome)> seen,
        List<string> levels,
        double level
    )
    {
        if (levels.Exists(l => !seen.Exists(s => string.Equals(s.Person.Arm, l, StringComparison.Ordinal))))
        {
            return Obstacle.EmptyGroup;
        }

        var draws = seen.Select(p => p.Person.Draw ?? "")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var design = DesignMatrix
            .WithIntercept(seen.Count)
            .WithFactor("groep ", [.. seen.Select(p => p.Person.Arm!)], levels)
            .WithFactor("loting ", [.. seen.Select(p => p.Person.Draw ?? "")], draws);
        var units = seen.Select(p => p.Person.Unit).ToList();
        var shared = units.Distinct(StringComparer.Ordinal).Count() < units.Count;
        var places = units
            .Distinct(StringComparer.Ordinal)
            .Select((u, i) => (u, i))
            .ToDictionary(u => u.u, u => u.i, StringComparer.Ordinal);
        return Ols.Fit(
            design,
            [.. seen.Select(p => p.Outcome!.Value)],
            new OlsOptions { Clusters = shared ? [.. units.Select(u => places[u])] : null, Level = level }
        );
    }

    private static string Term(string arm) => string.Create(CultureInfo.InvariantCulture, $"groep {arm}");
}
