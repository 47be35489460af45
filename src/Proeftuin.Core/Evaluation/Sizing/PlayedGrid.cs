// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation.Sizing;

/// <summary>A design made so many times as large, played with each true difference.</summary>
public sealed record PlayedSize(decimal Times, PlayedDesign Design, IReadOnlyList<PlayedDifference> Played);

/// <summary>A protocol's own design, smaller and larger, each size played with each true difference: what more people would bring.</summary>
public sealed record PlayedGrid(IReadOnlyList<PlayedSize> Sizes, int Replicates)
{
    /// <summary>As many times as large; seven is Groningen's ideal of 700 against 100.</summary>
    public static IReadOnlyList<decimal> TimesAsLarge { get; } = [0.5m, 1, 1.5m, 2, 3, 5, 7];

    public IReadOnlyList<decimal> Differences => [.. Sizes[0].Played.Select(p => p.Difference)];

    /// <summary>The largest standard error of a chance because the design was played only so often.</summary>
    public double MonteCarloError => Sizes.Max(s => s.Played.Max(p => p.MonteCarloError));

    /// <summary>How many squares the grid has: the total of a progress bar.</summary>
    public static int Squares(IReadOnlyList<decimal> differences) => TimesAsLarge.Count * differences.Count;

    /// <summary>Plays every square; <paramref name="between"/> is called after each with how many are done, and may stop the work.</summary>
    public static Outcome<PlayedGrid> Of(
        PlayedDesign design,
        PowerPlan plan,
        IReadOnlyList<decimal> differences,
        int replicates,
        Action<int> between
    )
    {
        var sizes = new List<PlayedSize>();
        var done = 0;
        foreach (var times in TimesAsLarge)
        {
            var larger = design.Times(times);
            var played = new List<PlayedDifference>();
            foreach (var difference in differences)
            {
                var one = larger.Play(plan, difference, replicates);
                if (one is not Outcome<PlayedDifference>.Done { Value: var line })
                {
                    return new Outcome<PlayedGrid>.Refused(one.Why);
                }

                played.Add(line);
                between(++done);
            }

            sizes.Add(new PlayedSize(times, larger, played));
        }

        return new PlayedGrid(sizes, replicates);
    }
}
