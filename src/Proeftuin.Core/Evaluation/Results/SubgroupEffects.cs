// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Regression;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>The main comparison within one subgroup, everyone drawn counted.</summary>
public sealed record SubgroupEffect(string Subgroup, Effect Effect);

/// <summary>One comparison within the subgroups of one division, and whether the effect differs between them.</summary>
public sealed record SubgroupEffects(
    PlannedSubgroup Division,
    PlannedOutcome Outcome,
    PlannedComparison Comparison,
    IReadOnlyList<SubgroupEffect> Parts,
    Outcome<Significance> Interaction
)
{
    /// <summary>For each main outcome and each comparison of the family; the p-values of one outcome corrected together.</summary>
    internal static IReadOnlyList<SubgroupEffects> Of(StudyData data, Protocol protocol, PlannedAnalysis plan)
    {
        var divided = plan
            .Subgroups.Select(s => new Division(s))
            .Select(d => (Division: d, Parts: d.Present(data.People).Select(s => (s, Within(data, d, s))).ToList()))
            .ToList();
        return
        [
            .. plan
                .Outcomes.Where(o => o.Main)
                .SelectMany(outcome =>
                    Corrected(
                        [
                            .. divided.SelectMany(d =>
                                plan.Comparisons.Where(c => c.InFamily)
                                    .Select(c => One(data, protocol, plan, outcome, c, d.Division, d.Parts))
                            ),
                        ],
                        plan
                    )
                ),
        ];
    }

    private static StudyData Within(StudyData data, Division division, string subgroup) =>
        data with
        {
            People = [.. data.People.Where(p => string.Equals(division.Of(p), subgroup, StringComparison.Ordinal))],
        };

    private static SubgroupEffects One(
        StudyData data,
        Protocol protocol,
        PlannedAnalysis plan,
        PlannedOutcome outcome,
        PlannedComparison comparison,
        Division division,
        IReadOnlyList<(string Subgroup, StudyData Data)> parts
    )
    {
        var estimand = plan.Estimands[0];
        return new(
            division.Planned,
            outcome,
            comparison,
            [
                .. parts.Select(p => new SubgroupEffect(
                    p.Subgroup,
                    Effects.Of(p.Data, protocol, plan, estimand, outcome, comparison)
                )),
            ],
            InteractionOf(
                Sample.Of(data, protocol, estimand, comparison, outcome.Measure, plan.WhoStopped).Known,
                division
            )
        );
    }

    /// <summary>The F test that the products of the side with the subgroups are all nought.</summary>
    private static Outcome<Significance> InteractionOf(Sample all, Division division)
    {
        var known = all.Where(i => division.Of(all.People[i]) is not null);
        var levels = division.Present(known.People).ToList();
        if (levels.Count < 2)
        {
            return new NotEstimable("er is maar één deelgroep");
        }

        var design = DesignMatrix
            .WithIntercept(known.Count)
            .With(Differing.Term, [.. known.First.Select(f => f ? 1.0 : 0)])
            .WithFactor(
                "deel",
                [.. known.People.Select(p => Text(levels.IndexOf(division.Of(p)!)))],
                [.. levels.Select((_, i) => Text(i))]
            );
        var products = new List<string>();
        for (var i = 1; i < levels.Count; i++)
        {
            design = design.WithProduct(Differing.Term, "deel" + Text(i));
            products.Add($"{Differing.Term}:deel{Text(i)}");
        }

        return Ols.Fit(design, known.Values, new OlsOptions { Clusters = known.HasShared ? known.Units : null })
            .Then(fit => fit.FTest(products))
            .Named(t => new Significance(t.P, "F-toets op het verschil tussen deelgroepen"));
    }

    private static IEnumerable<SubgroupEffects> Corrected(IReadOnlyList<SubgroupEffects> of, PlannedAnalysis plan)
    {
        // Every part counts as one comparison of a family of its own.
        var parts = of.SelectMany(s => s.Parts).ToList();
        var adjusted = Effects.Corrected([.. parts.Select(p => p.Effect)], plan.SubgroupCorrection);
        var next = 0;
        foreach (var one in of)
        {
            yield return one with
            {
                Parts = [.. one.Parts.Select(p => p with { Effect = adjusted[next++] })],
            };
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
