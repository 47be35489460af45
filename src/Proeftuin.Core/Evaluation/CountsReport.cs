// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Attrition;
using Proeftuin.Statistics.Proportions;

namespace Proeftuin.Core.Evaluation;

/// <summary>One row of the table of exits with its intervals.</summary>
public sealed record ExitRow(PublishedGroup Group, Share Gross, Share Net, Spread GrossSpread, Spread NetSpread);

/// <summary>Wilson's interval around a share, as parts of one.</summary>
public sealed record Spread(double Lower, double Upper);

/// <summary>All groups by lot tested at once.</summary>
public sealed record AllGroups(ExitMeasure Measure, Outcome<Significance> ChiSquare, Outcome<Significance> Exact);

/// <summary>What a difference could have been, whatever happened to those who stopped. Parts of one.</summary>
public sealed record StoppedBounds(ExitMeasure Measure, string Arm, string Control, Outcome<BoundsFigure> Bounds);

/// <summary>The lowest and the highest possible difference, and an interval that covers the true one.</summary>
public sealed record BoundsFigure(double Lower, double Upper, double IntervalLower, double IntervalUpper);

/// <summary>A published table worked out: exits per arm gross and net of re-entry, differences with intervals and tests, what the table leaves out, and where the report contradicts itself.</summary>
public sealed record CountsReport
{
    public required PublishedCounts Counts { get; init; }

    public required double Level { get; init; }

    public required IReadOnlyList<ExitRow> Rows { get; init; }

    /// <summary>First those by lot, then those that are not.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    public required IReadOnlyList<AllGroups> Omnibus { get; init; }

    public required IReadOnlyList<StoppedBounds> Bounds { get; init; }

    public required IReadOnlyList<Remark> Remarks { get; init; }

    public required IReadOnlyList<ClaimCheck> Claims { get; init; }

    public IEnumerable<ClaimCheck> Contradictions => Claims.Where(c => !c.Agrees);

    public static Outcome<CountsReport> Of(PublishedCounts counts, IReadOnlyList<PublishedClaim> claims, double level)
    {
        if (!(level > 0 && level < 1))
        {
            return new NotEstimable("het betrouwbaarheidsniveau ligt niet tussen 0 en 100%");
        }

        var checks = claims.Select(c => ClaimCheck.Of(c, counts)).ToList();
        var comparisons = Pairs.Of(counts, level);
        var refused = checks.SelectMany(c => c.Why).ToList();
        return refused.Count > 0
            ? new Outcome<CountsReport>.Refused(refused)
            : new CountsReport
            {
                Counts = counts,
                Level = level,
                Rows = [.. counts.Groups.Select(g => Row(g, level))],
                Comparisons = comparisons,
                Omnibus = [.. Enum.GetValues<ExitMeasure>().Select(m => Together(counts, m))],
                Bounds = [.. Enum.GetValues<ExitMeasure>().SelectMany(m => Stopped(counts, m, level))],
                Remarks =
                [
                    .. Remarked.On(counts),
                    .. comparisons.Count > 1 ? [new ManyComparisons(comparisons.Count)] : Array.Empty<Remark>(),
                ],
                Claims = [.. checks.Select(c => c.OrThrow())],
            };
    }

    private static ExitRow Row(PublishedGroup group, double level)
    {
        Spread SpreadOf(ExitMeasure measure)
        {
            var wilson = OneProportion.Wilson(new(group.Exits(measure), group.Size), level).OrThrow().Interval;
            return new(wilson.Lower, wilson.Upper);
        }

        return new(
            group,
            Share.Of(group.Gross, group.Size).OrThrow(),
            Share.Of(group.Net, group.Size).OrThrow(),
            SpreadOf(ExitMeasure.Gross),
            SpreadOf(ExitMeasure.Net)
        );
    }

    private static AllGroups Together(PublishedCounts counts, ExitMeasure measure)
    {
        Proportion[] arms =
        [
            .. counts.Groups.Where(g => g.Randomised).Select(g => new Proportion(g.Exits(measure), g.Size)),
        ];
        return new(
            measure,
            ApproximateTests.ChiSquare(arms).Named(t => new Significance(t.P, t.Method.Name)),
            FreemanHalton.Test(arms).Named(t => new Significance(t.P, t.Method.Name))
        );
    }

    private static IEnumerable<StoppedBounds> Stopped(PublishedCounts counts, ExitMeasure measure, double level)
    {
        var control = counts.Groups.SingleOrDefault(g => g.Role is GroupRole.Control);
        return control?.LeftOut is null
            ? []
            : counts
                .Groups.Where(g => g is { Role: GroupRole.Arm, LeftOut: not null })
                .Select(arm => new StoppedBounds(
                    measure,
                    arm.Name,
                    control.Name,
                    AttritionBounds
                        .Of(WithStopped(arm, measure), WithStopped(control, measure), level)
                        .Named(b => new BoundsFigure(b.Lower, b.Upper, b.Interval.Lower, b.Interval.Upper))
                ));
    }

    private static WithMissing WithStopped(PublishedGroup group, ExitMeasure measure) =>
        new(new(group.Exits(measure), group.Size), group.LeftOut!.Value);
}
