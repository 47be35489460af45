// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>Households whose benefit changes by an average per month between two bounds, in whole cents; an open end has no bound, and two times zero is no change.</summary>
public sealed record EffectBand(Eur? From, Eur? UpTo, int Households);

/// <summary>One household type: how many gain, lose and stay the same, and what the rule costs more for them over all months.</summary>
public sealed record EffectByType(HouseholdType Type, int Winners, int Losers, int Same, Eur Extra)
{
    public int Households => Winners + Losers + Same;
}

/// <summary>
/// A rule beside the baseline, for the same people who work and earn the same: what it costs more, who gains and who loses benefit over all
/// months together (holiday allowance included), and how much a month. A household gains when its benefit over all months is higher.
/// </summary>
public sealed record WhatIfEffect
{
    /// <summary>Averages per month in cents; a loss of exactly the bound is below the next, a gain of exactly the bound is not above it.</summary>
    private static readonly IReadOnlyList<(long Cents, bool Above)> Bounds =
    [
        (-10_000, false),
        (-5_000, false),
        (-1_000, false),
        (0, false),
        (0, true),
        (1_000, true),
        (5_000, true),
        (10_000, true),
        (15_000, true),
    ];

    private WhatIfEffect() { }

    public required Eur Extra { get; init; }

    /// <summary>What those who gain, gain together; and what those who lose, lose together.</summary>
    public required Eur Gained { get; init; }
    public required Eur Lost { get; init; }
    public required IReadOnlyList<EffectByType> ByType { get; init; }

    /// <summary>By average change per month, from the most lost to the most gained; the middle one is no change.</summary>
    public required IReadOnlyList<EffectBand> Bands { get; init; }

    public int Winners => ByType.Sum(t => t.Winners);

    public int Losers => ByType.Sum(t => t.Losers);

    public int Same => ByType.Sum(t => t.Same);

    public int Affected => Winners + Losers;

    public static WhatIfEffect Of(WhatIfPopulation population, WhatIfOutcome baseline, WhatIfOutcome rule)
    {
        var bands = new int[Bounds.Count + 1];
        var (gained, lost) = (0L, 0L);
        var byType = new List<EffectByType>();
        foreach (var type in population.Kinds.GroupBy(k => k.Kind.Type).OrderBy(g => g.Key))
        {
            var (winners, losers, same, extra) = (0, 0, 0, 0L);
            foreach (var range in type)
            {
                for (var at = range.Start; at < range.Start + range.Count; at++)
                {
                    var change = (long)rule.CostCents[at] - baseline.CostCents[at];
                    bands[Band(change, population.Months)]++;
                    extra += change;
                    (winners, losers, same) =
                        change > 0 ? (winners + 1, losers, same)
                        : change < 0 ? (winners, losers + 1, same)
                        : (winners, losers, same + 1);
                    (gained, lost) = change > 0 ? (gained + change, lost) : (gained, lost - change);
                }
            }

            byType.Add(new(type.Key, winners, losers, same, new(extra)));
        }

        return new()
        {
            Extra = rule.Cost - baseline.Cost,
            Gained = new(gained),
            Lost = new(lost),
            ByType = byType,
            Bands = [.. bands.Select((count, i) => new EffectBand(Bound(i - 1), Bound(i), count))],
        };
    }

    /// <summary>The band of an average change per month, without dividing.</summary>
    private static int Band(long change, int months)
    {
        var band = 0;
        while (band < Bounds.Count && change >= Bounds[band].Cents * months + (Bounds[band].Above ? 1 : 0))
        {
            band++;
        }

        return band;
    }

    private static Eur? Bound(int i) => i >= 0 && i < Bounds.Count ? new Eur(Bounds[i].Cents) : null;
}
