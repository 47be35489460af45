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
        var estimand = plan.Estimands[0];
        return
        [
            .. plan
                .Outcomes.Where(o => o.Main)
                .SelectMany(outcome =>
                    Corrected(
                        [
                            .. plan.Subgroups.SelectMany(division =>
                                plan.Comparisons.Where(c => c.InFamily)
                                    .Select(c => One(data, protocol, plan, estimand, outcome, c, division))
                            ),
                        ],
                        plan
                    )
                ),
        ];
    }

    private static SubgroupEffects One(
        StudyData data,
        Protocol protocol,
        PlannedAnalysis plan,
        Estimand estimand,
        PlannedOutcome outcome,
        PlannedComparison comparison,
        PlannedSubgroup division
    ) =>
        new(
            division,
            outcome,
            comparison,
            [
                .. TraitColumns
                    .Subgroups(data.People, division)
                    .Select(subgroup => new SubgroupEffect(
                        subgroup,
                        Effects.Of(
                            data with
                            {
                                People = [.. data.People.Where(p => TraitColumns.Subgroup(p, division) == subgroup)],
                            },
                            protocol,
                            plan,
                            estimand,
                            outcome,
                            comparison
                        )
                    )),
            ],
            InteractionOf(
                Sample.Of(data, protocol, estimand, comparison, outcome.Measure, plan.WhoStopped).Known,
                division
            )
        );

    /// <summary>The F test that the products of the side with the subgroups are all nought.</summary>
    private static Outcome<Significance> InteractionOf(Sample all, PlannedSubgroup division)
    {
        var known = all.Where(i => TraitColumns.Subgroup(all.People[i], division) is not null);
        var levels = TraitColumns.Subgroups(known.People, division);
        if (levels.Count < 2)
        {
            return new NotEstimable("er is maar één deelgroep");
        }

        var design = DesignMatrix
            .WithIntercept(known.Count)
            .With(Differing.Term, [.. known.First.Select(f => f ? 1.0 : 0)])
            .WithFactor(
                "deel",
                [.. known.People.Select(p => Code(levels, TraitColumns.Subgroup(p, division)!))],
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

    private static string Code(IReadOnlyList<string> levels, string level) => Text(levels.ToList().IndexOf(level));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
