// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Screening;

/// <summary>A number of units and the number of persons in them. Two counts, never added to each other: 502 benefits were 571 persons in Twenterand.</summary>
public readonly record struct UnitCount(int Units, int Persons)
{
    public static UnitCount operator +(UnitCount a, UnitCount b) => new(a.Units + b.Units, a.Persons + b.Persons);
}

/// <summary>How many units one ground excludes, how many it alone excludes, and how many it cannot judge.</summary>
public sealed record GroundCount(
    ExclusionGround Ground,
    UnitCount Excludes,
    UnitCount OnlyThisGround,
    UnitCount CannotBeJudged
);

/// <summary>The counts of a screening. Total = target group + excluded + undetermined, for units and for persons alike. <see cref="Overlap"/>[i][j] is the number of units excluded by both ground i and ground j; the diagonal is the ground's own count.</summary>
public sealed record ScreeningCounts
{
    public required UnitCount Total { get; init; }

    public required UnitCount TargetGroup { get; init; }

    public required UnitCount Excluded { get; init; }

    public required UnitCount Undetermined { get; init; }

    public required IReadOnlyList<GroundCount> Grounds { get; init; }

    public required IReadOnlyList<IReadOnlyList<int>> Overlap { get; init; }

    public static ScreeningCounts Of(IReadOnlyList<ExclusionGround> grounds, IReadOnlyList<ScreenedUnit> units) =>
        Of(
            grounds,
            units.Select(unit => new CountedCombination(
                [.. unit.Excludes.Select(e => e.Ground.Code)],
                [.. unit.Open.Select(o => o.Ground.Code)],
                new UnitCount(1, unit.Members.Count)
            ))
        );

    /// <summary>The same from combinations of grounds that were counted before.</summary>
    public static ScreeningCounts Of(
        IReadOnlyList<ExclusionGround> grounds,
        IEnumerable<CountedCombination> combinations
    )
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var ground in grounds)
        {
            index[ground.Code] = index.Count;
        }

        var verdicts = new UnitCount[3];
        var excludes = new UnitCount[grounds.Count];
        var only = new UnitCount[grounds.Count];
        var open = new UnitCount[grounds.Count];
        var overlap = grounds.Select(_ => new int[grounds.Count]).ToArray();
        foreach (var (excluding, missing, count) in combinations)
        {
            verdicts[(int)VerdictOf(excluding, missing)] += count;
            foreach (var first in excluding)
            {
                var i = index[first];
                excludes[i] += count;
                only[i] += excluding.Count == 1 ? count : default;
                foreach (var second in excluding)
                {
                    overlap[i][index[second]] += count.Units;
                }
            }

            foreach (var code in missing)
            {
                open[index[code]] += count;
            }
        }

        return new ScreeningCounts
        {
            Total = verdicts.Aggregate((a, b) => a + b),
            TargetGroup = verdicts[(int)Verdict.TargetGroup],
            Excluded = verdicts[(int)Verdict.Excluded],
            Undetermined = verdicts[(int)Verdict.Undetermined],
            Grounds = [.. grounds.Select((ground, i) => new GroundCount(ground, excludes[i], only[i], open[i]))],
            Overlap = overlap,
        };
    }

    private static Verdict VerdictOf(IReadOnlyList<string> excluding, IReadOnlyList<string> missing) =>
        excluding.Count > 0 ? Verdict.Excluded
        : missing.Count > 0 ? Verdict.Undetermined
        : Verdict.TargetGroup;
}

/// <summary>How many units have exactly these excluding grounds and these grounds that cannot be judged.</summary>
public sealed record CountedCombination(IReadOnlyList<string> Excluding, IReadOnlyList<string> Open, UnitCount Count);
