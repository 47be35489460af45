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

    public static ScreeningCounts Of(IReadOnlyList<ExclusionGround> grounds, IReadOnlyList<ScreenedUnit> units)
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
        foreach (var unit in units)
        {
            var one = new UnitCount(1, unit.Members.Count);
            verdicts[(int)unit.Verdict] += one;
            foreach (var first in unit.Excludes)
            {
                var i = index[first.Ground.Code];
                excludes[i] += one;
                only[i] += unit.Excludes.Count == 1 ? one : default;
                foreach (var second in unit.Excludes)
                {
                    overlap[i][index[second.Ground.Code]]++;
                }
            }

            foreach (var missing in unit.Open)
            {
                open[index[missing.Ground.Code]] += one;
            }
        }

        return new ScreeningCounts
        {
            Total = units.Aggregate(default(UnitCount), (sum, unit) => sum + new UnitCount(1, unit.Members.Count)),
            TargetGroup = verdicts[(int)Verdict.TargetGroup],
            Excluded = verdicts[(int)Verdict.Excluded],
            Undetermined = verdicts[(int)Verdict.Undetermined],
            Grounds = [.. grounds.Select((ground, i) => new GroundCount(ground, excludes[i], only[i], open[i]))],
            Overlap = overlap,
        };
    }
}
