// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Rehearsal;

/// <summary>The goals of a made participant at one talk: one to three of the ladder, the highest that can be reached, and whether leaving benefit is within reach.</summary>
public sealed record MadeGoals(DateOnly On, IReadOnlyList<string> Codes, string Highest, bool Promising)
{
    /// <summary>The talk at the start and one at every review, up to the last day.</summary>
    public static IReadOnlyList<MadeGoals> Of(Goals goals, DateOnly start, DateOnly last, SeededRandom random)
    {
        var ladder = goals.Ladder;
        var lowest = random.Below(ladder.Count);
        var talks = new List<MadeGoals>();
        for (var on = start; on <= last; on = on.AddMonths(goals.ReviewedEveryMonths ?? 1200))
        {
            // At every talk somebody may have come one step higher on the ladder, whose first goal is the highest.
            lowest = Math.Max(0, lowest - (talks.Count > 0 && random.Chance(200) ? 1 : 0));
            var places = new SortedSet<int> { lowest };
            for (var more = goals.SeveralAtOnce ? random.Below(3) : 0; more > 0; more--)
            {
                places.Add(random.Between(lowest, ladder.Count - 1));
            }

            talks.Add(
                new(
                    on,
                    [.. places.Select(p => ladder[p].Code)],
                    ladder[lowest].Code,
                    Promising: lowest < 2 && random.Chance(500)
                )
            );
        }

        return talks;
    }
}
