// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Attrition;
using Proeftuin.Statistics.Proportions;

namespace Proeftuin.Core.Evaluation.Ways;

/// <summary>One group's share of exits with five kinds of interval at 95%.</summary>
public sealed record GroupInEveryWay(ExitMeasure Measure, PublishedGroup Group, IReadOnlyList<WayInterval> Intervals);

/// <summary>All groups in one test.</summary>
public sealed record GroupsTogether(
    ExitMeasure Measure,
    string Groups,
    Outcome<double> ChiSquare,
    Outcome<double> Exact
);

/// <summary>What a difference could be whatever happened to those who stopped, with everything the method gives.</summary>
public sealed record StoppedInFull(
    ExitMeasure Measure,
    string Arm,
    string Control,
    Outcome<Bounds> Bounds,
    double AllFail,
    double AllSucceed
);

/// <summary>A published table worked out in every way: each pair of groups and each pool, each group by itself, all groups together, and those who stopped. Nothing is judged; many numbers for one question.</summary>
public sealed record EveryWay
{
    private const double Level = 0.95;

    public required IReadOnlyList<ComparedInEveryWay> Comparisons { get; init; }
    public required IReadOnlyList<GroupInEveryWay> Groups { get; init; }
    public required IReadOnlyList<GroupsTogether> Together { get; init; }
    public required IReadOnlyList<StoppedInFull> Stopped { get; init; }

    /// <summary>Do the arms differ in how many stopped?</summary>
    public required GroupsTogether? StoppedTogether { get; init; }

    public static EveryWay Of(PublishedCounts counts)
    {
        var byLot = counts.Groups.Where(g => g.Randomised).ToList();
        var stopped = byLot.Where(g => g is { Started: not null, Stopped: not null }).ToList();
        return new()
        {
            Comparisons =
            [
                .. Enum.GetValues<ExitMeasure>()
                    .SelectMany(m =>
                        PairsOf(counts)
                            .Select(p =>
                                ComparedInEveryWay.Of(
                                    DutchFigures.Name(m),
                                    Pooled(p.First, g => g.Exits(m), g => g.Size),
                                    Pooled(p.Second, g => g.Exits(m), g => g.Size),
                                    p.First.Concat(p.Second).All(g => g.Randomised)
                                )
                            )
                    ),
                .. AnyExit(counts),
            ],
            Groups = [.. Enum.GetValues<ExitMeasure>().SelectMany(m => counts.Groups.Select(g => Alone(m, g)))],
            Together =
            [
                .. Enum.GetValues<ExitMeasure>()
                    .SelectMany(m =>
                        new[]
                        {
                            Test(m, "alle gelote groepen", byLot, g => new(g.Exits(m), g.Size)),
                            Test(m, "alle groepen", counts.Groups, g => new(g.Exits(m), g.Size)),
                        }
                    ),
            ],
            Stopped = [.. Enum.GetValues<ExitMeasure>().SelectMany(m => StoppedOf(stopped, m))],
            StoppedTogether =
                stopped.Count < 2
                    ? null
                    : Test(ExitMeasure.Gross, "gestopt", stopped, g => new(g.Stopped!.Value, g.Started!.Value)),
        };
    }

    /// <summary>Every pair, then each pool and all arms against the control arm and against who was not drawn, and each pool against the other groups by lot.</summary>
    private static IEnumerable<(IReadOnlyList<PublishedGroup> First, IReadOnlyList<PublishedGroup> Second)> PairsOf(
        PublishedCounts counts
    )
    {
        var groups = counts.Groups;
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = i + 1; j < groups.Count; j++)
            {
                yield return ([groups[i]], [groups[j]]);
            }
        }

        var byLot = groups.Where(g => g.Randomised).ToList();
        var arms = byLot.Where(g => g.Role is GroupRole.Arm).ToList();
        var control = byLot.Where(g => g.Role is GroupRole.Control).ToList();
        var pools = arms.Where(a => a.Pool is not null)
            .GroupBy(a => a.Pool!, StringComparer.Ordinal)
            .Select(p => p.ToList())
            .Where(p => p.Count > 1)
            .ToList();
        var together = pools.Append(arms).Where(p => p.Count > 1).ToList();
        foreach (
            var outside in new[] { control }.Concat(
                groups.Where(g => !g.Randomised).Select(g => new List<PublishedGroup> { g })
            )
        )
        {
            foreach (var pool in together.Where(_ => outside.Count > 0))
            {
                yield return (pool, outside);
            }

            if (outside.Exists(g => !g.Randomised) && control.Count > 0 && arms.Count > 0)
            {
                yield return (byLot, outside);
            }
        }

        foreach (var pool in pools.Where(p => byLot.Except(p).Count() > 1))
        {
            yield return (pool, [.. byLot.Except(pool)]);
        }
    }

    /// <summary>Leaving benefit for whatever reason, over everybody who began: the closest the published table comes to everyone drawn.</summary>
    private static IEnumerable<ComparedInEveryWay> AnyExit(PublishedCounts counts)
    {
        var control = counts.Groups.SingleOrDefault(g => g.Role is GroupRole.Control);
        return control is not { ExitedAll: not null, Started: not null }
            ? []
            : counts
                .Groups.Where(g => g is { Role: GroupRole.Arm, ExitedAll: not null, Started: not null })
                .Select(arm =>
                    ComparedInEveryWay.Of(
                        "Uit de bijstand om welke reden ook, van iedereen die begon",
                        Pooled([arm], g => g.ExitedAll!.Value, g => g.Started!.Value),
                        Pooled([control], g => g.ExitedAll!.Value, g => g.Started!.Value),
                        randomised: true
                    )
                );
    }

    private static ComparedGroup Pooled(
        IReadOnlyList<PublishedGroup> groups,
        Func<PublishedGroup, long> exits,
        Func<PublishedGroup, long> size
    ) =>
        new(
            string.Join(" + ", groups.Select(g => g.Name)),
            [.. groups.Select(g => g.Code)],
            Share.Of(groups.Sum(exits), groups.Sum(size)).OrThrow()
        );

    private static GroupInEveryWay Alone(ExitMeasure measure, PublishedGroup group)
    {
        var share = new Proportion(group.Exits(measure), group.Size);
        (string, string, Answer<Estimate>)[] all =
        [
            ("clopper_pearson", "Clopper-Pearson", OneProportion.ClopperPearson(share, Level)),
            ("wilson", "Wilson", OneProportion.Wilson(share, Level)),
            ("wilson_cc", "Wilson met correctie", OneProportion.WilsonCorrected(share, Level)),
            ("jeffreys", "Jeffreys", OneProportion.Jeffreys(share, Level)),
            ("agresti_coull", "Agresti-Coull", OneProportion.AgrestiCoull(share, Level)),
        ];
        return new(
            measure,
            group,
            [
                .. all.Select(w => new WayInterval(
                    w.Item1,
                    w.Item2,
                    WayScale.Difference,
                    Level,
                    w.Item3.Named(e => new Spread(e.Interval.Lower, e.Interval.Upper))
                )),
            ]
        );
    }

    private static GroupsTogether Test(
        ExitMeasure measure,
        string name,
        IReadOnlyList<PublishedGroup> groups,
        Func<PublishedGroup, Proportion> share
    )
    {
        Proportion[] shares = [.. groups.Select(share)];
        return new(
            measure,
            name,
            ApproximateTests.ChiSquare(shares).Named(t => t.P),
            FreemanHalton.Test(shares).Named(t => t.P)
        );
    }

    private static IEnumerable<StoppedInFull> StoppedOf(IReadOnlyList<PublishedGroup> groups, ExitMeasure measure)
    {
        var control = groups.SingleOrDefault(g => g.Role is GroupRole.Control);
        return control is null
            ? []
            : groups
                .Where(g => g.Role is GroupRole.Arm)
                .Select(arm =>
                {
                    var (a, b) = (WithStopped(arm, measure), WithStopped(control, measure));
                    return new StoppedInFull(
                        measure,
                        arm.Name,
                        control.Name,
                        AttritionBounds.Of(a, b, Level).Named(x => x),
                        a.AllFail.Value - b.AllFail.Value,
                        a.AllSucceed.Value - b.AllSucceed.Value
                    );
                });
    }

    private static WithMissing WithStopped(PublishedGroup group, ExitMeasure measure) =>
        new(new(group.Exits(measure), group.Size), group.Stopped!.Value);
}
