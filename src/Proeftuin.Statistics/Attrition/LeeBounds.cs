// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Attrition;

/// <summary>What to do with the person in whom the share to be left out ends.</summary>
public enum Trimming
{
    /// <summary>Whole persons: the share is rounded down.</summary>
    Whole,

    /// <summary>The last person counts for the part that is left.</summary>
    Fractional,
}

/// <summary>The effect on those who would be seen in either arm, between a lower and an upper bound.</summary>
public sealed record TrimmedBounds
{
    public required double Lower { get; init; }

    public required double Upper { get; init; }

    public required double StandardErrorLower { get; init; }

    public required double StandardErrorUpper { get; init; }

    /// <summary>Covers the effect with the stated level (Imbens, Manski 2004).</summary>
    public required Interval Interval { get; init; }

    /// <summary>The difference between those who were seen, as if who is missing did not matter.</summary>
    public required double Naive { get; init; }

    public required double SeenTreated { get; init; }

    public required double SeenControl { get; init; }

    /// <summary>The part of the better-seen arm that is left out.</summary>
    public required double TrimmedShare { get; init; }

    /// <summary>Persons left out, with <see cref="Trimming.Fractional"/> perhaps a part of one.</summary>
    public required double Trimmed { get; init; }

    public required long N { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];
}

/// <summary>Bounds when more people are lost in one arm: from the better-seen arm the same share is left out, once the highest and once the lowest outcomes. Sharper than worst-case bounds, at the price of one assumption: the arm makes being seen more likely for everybody, or less likely for everybody. Reference: Lee (2009), Review of Economic Studies 76:1071-1102 (errors: proposition 3). Witness: reference 15.</summary>
public static class LeeBounds
{
    private static readonly Method Lee = new(
        "Lee trimming bounds",
        "Lee (2009), Review of Economic Studies 76:1071-1102"
    );

    /// <summary>Outcomes are only read of who was seen.</summary>
    public static Answer<TrimmedBounds> Of(
        IReadOnlyList<double> outcomes,
        IReadOnlyList<bool> treated,
        IReadOnlyList<bool> seen,
        Trimming trimming,
        double level
    )
    {
        Vectors.SameLength(outcomes.Count, treated.Count);
        Vectors.SameLength(outcomes.Count, seen.Count);
        var first = Arm.Of(outcomes, treated, seen, true);
        var second = Arm.Of(outcomes, treated, seen, false);
        if (!Confidence.IsLevel(level))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        if (first.Size == 0 || second.Size == 0 || first.Seen.Length == 0 || second.Seen.Length == 0)
        {
            return Obstacle.EmptyGroup;
        }

        if (!Vectors.AllFinite(first.Seen) || !Vectors.AllFinite(second.Seen))
        {
            return Obstacle.NotFinite;
        }

        return Bounds(first, second, trimming, level);
    }

    private static Answer<TrimmedBounds> Bounds(Arm first, Arm second, Trimming trimming, double level)
    {
        // always trim the better-seen arm; if that is the second, turn the comparison round afterwards
        var turned = first.Share < second.Share;
        var (better, other) = turned ? (second, first) : (first, second);
        var share = (better.Share - other.Share) / better.Share;
        var wanted = better.Seen.Length * share;
        var left = trimming == Trimming.Whole ? Math.Floor(wanted + 1e-12) : wanted;
        if (!(left < better.Seen.Length) || other.Seen.Length < 2)
        {
            return Obstacle.TooFewUnits;
        }

        var lowest = Trim(better.Seen, left, fromTop: true);
        var highest = Trim(better.Seen, left, fromTop: false);
        var otherMean = other.Seen.Average();
        var n = first.Size + second.Size;
        var errorLow = Error(lowest, better, other, share, n);
        var errorHigh = Error(highest, better, other, share, n);
        var (lower, upper) = turned
            ? (otherMean - highest.Mean, otherMean - lowest.Mean)
            : (lowest.Mean - otherMean, highest.Mean - otherMean);
        var (errorLower, errorUpper) = turned ? (errorHigh, errorLow) : (errorLow, errorHigh);
        if (!(errorLower > 0) || !(errorUpper > 0))
        {
            return Obstacle.NoVariation;
        }

        var c = ImbensManski.CriticalValue(lower, upper, errorLower, errorUpper, level);
        return new TrimmedBounds
        {
            Lower = lower,
            Upper = upper,
            StandardErrorLower = errorLower,
            StandardErrorUpper = errorUpper,
            Interval = new Interval(lower - c * errorLower, upper + c * errorUpper, level),
            Naive = first.Seen.Average() - second.Seen.Average(),
            SeenTreated = first.Share,
            SeenControl = second.Share,
            TrimmedShare = share,
            Trimmed = left,
            N = n,
            Method = Lee,
            Assumptions = [Assumption.DrawnAsDeclared, Assumption.MonotoneSelection, Assumption.LargeSample],
        };
    }

    /// <summary>Mean, spread and edge of what stays after leaving out this many from one end of sorted values.</summary>
    private static (double Mean, double Variance, double Edge) Trim(double[] sorted, double left, bool fromTop)
    {
        var whole = (int)Math.Floor(left + 1e-12);
        var part = Math.Max(0, left - whole);
        double At(int i) => fromTop ? sorted[sorted.Length - 1 - i] : sorted[i];
        double sum = 0;
        double weights = 0;
        for (var i = whole; i < sorted.Length; i++)
        {
            var weight = i == whole && part > 1e-12 ? 1 - part : 1;
            sum += weight * At(i);
            weights += weight;
        }

        var mean = sum / weights;
        double squares = 0;
        for (var i = whole; i < sorted.Length; i++)
        {
            squares += (i == whole && part > 1e-12 ? 1 - part : 1) * (At(i) - mean) * (At(i) - mean);
        }

        return (mean, squares / weights, At(whole));
    }

    private static double Error(
        (double Mean, double Variance, double Edge) kept,
        Arm better,
        Arm other,
        double trimmed,
        long n
    )
    {
        var keptPart = better.Seen.Length * (1 - trimmed) / n;
        var edge = (kept.Edge - kept.Mean) * (kept.Edge - kept.Mean);
        var treatedPart = (double)better.Size / n;
        var shareVariance =
            (1 - better.Share) / (treatedPart * better.Share) + (1 - other.Share) / ((1 - treatedPart) * other.Share);
        var mean = other.Seen.Average();
        var otherVariance = other.Seen.Sum(y => (y - mean) * (y - mean)) / other.Seen.Length;
        // Vp carries (1 − p)², which cancels against the 1/(1 − p)² of its factor; nothing is trimmed when both arms are seen alike
        var variance =
            (kept.Variance + edge * trimmed) / keptPart
            + (trimmed > 0 ? edge * shareVariance : 0)
            + otherVariance / ((double)other.Seen.Length / n);
        return Math.Sqrt(variance / n);
    }

    private readonly record struct Arm(double[] Seen, long Size)
    {
        public double Share => (double)Seen.Length / Size;

        public static Arm Of(
            IReadOnlyList<double> outcomes,
            IReadOnlyList<bool> treated,
            IReadOnlyList<bool> seen,
            bool which
        )
        {
            double[] values = [.. outcomes.Where((_, i) => treated[i] == which && seen[i]).Order()];
            return new Arm(values, treated.Count(t => t == which));
        }
    }
}
