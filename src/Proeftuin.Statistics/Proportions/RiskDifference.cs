// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Proportions;

/// <summary>The first proportion minus the second, with seven intervals. Witness: reference 01.</summary>
public static class RiskDifference
{
    /// <summary>Wald's interval: simple, and too narrow for small groups.</summary>
    public static Answer<Estimate> Wald(Proportion first, Proportion second, double level) =>
        WithSpread(first, second, level, Methods.Wald, 0);

    /// <summary>Wald's interval with continuity correction. R's prop.test cuts it off at −1 and 1; here a warning says that it went outside.</summary>
    public static Answer<Estimate> WaldCorrected(Proportion first, Proportion second, double level) =>
        WithSpread(
            first,
            second,
            level,
            Methods.WaldCorrected,
            Math.Min(0.5, Math.Abs(Difference(first, second)) / (1.0 / first.Size + 1.0 / second.Size))
                * (1.0 / first.Size + 1.0 / second.Size)
        );

    /// <summary>Newcombe's method 10: two Wilson intervals put together. The house's standard: right in small groups and never outside −1 to 1.</summary>
    public static Answer<Estimate> Newcombe(Proportion first, Proportion second, double level) =>
        Hybrid(first, second, level, Methods.Newcombe, OneProportion.Score);

    /// <summary>Newcombe's method 11: as method 10 with continuity correction.</summary>
    public static Answer<Estimate> NewcombeCorrected(Proportion first, Proportion second, double level) =>
        Hybrid(first, second, level, Methods.NewcombeCorrected, OneProportion.ScoreCorrected);

    /// <summary>Wald's interval after one success and one failure were added to each group. The estimate stays the plain difference.</summary>
    public static Answer<Estimate> AgrestiCaffo(Proportion first, Proportion second, double level)
    {
        if (Proportion.Check(level, first, second) is { } why)
        {
            return why;
        }

        var a = new Proportion(first.Events + 1, first.Size + 2);
        var b = new Proportion(second.Events + 1, second.Size + 2);
        var error = Math.Sqrt(a.Variance + b.Variance);
        var half = Confidence.CriticalValue(level) * error;
        return Result(
            first,
            second,
            level,
            Methods.AgrestiCaffo,
            (a.Value - b.Value - half, a.Value - b.Value + half),
            error
        );
    }

    /// <summary>The score interval of Miettinen and Nurminen: all differences the score test does not reject, with variance factor N/(N−1).</summary>
    public static Answer<Estimate> MiettinenNurminen(Proportion first, Proportion second, double level)
    {
        if (Proportion.Check(level, first, second) is { } why)
        {
            return why;
        }

        var interval = new ScoreForDifference(first, second).Interval(Confidence.CriticalValue(level));
        return Result(first, second, level, Methods.MiettinenNurminen, interval, null);
    }

    /// <summary>How many people must be treated for one more outcome: 1 / difference, negative when the first group does worse.</summary>
    public static Answer<double> NumberNeeded(Proportion first, Proportion second) =>
        Proportion.Check(first, second) is { } why ? why
        : Equal(first, second) ? Obstacle.NoDifference
        : 1 / Difference(first, second);

    /// <summary>Cohen's h: the difference on the arcsine scale, a size of effect that is comparable across base rates. Reference: Cohen (1988), chapter 6.</summary>
    public static Answer<double> CohenH(Proportion first, Proportion second) =>
        Proportion.Check(first, second) is { } why
            ? why
            : 2 * Math.Asin(Math.Sqrt(first.Value)) - 2 * Math.Asin(Math.Sqrt(second.Value));

    internal static double Difference(Proportion first, Proportion second) => first.Value - second.Value;

    /// <summary>Whether the proportions are the same number, decided in whole numbers.</summary>
    private static bool Equal(Proportion first, Proportion second) =>
        (Int128)first.Events * second.Size == (Int128)second.Events * first.Size;

    private static Answer<Estimate> WithSpread(
        Proportion first,
        Proportion second,
        double level,
        Method method,
        double correction
    )
    {
        if (Proportion.Check(level, first, second) is { } why)
        {
            return why;
        }

        var error = Math.Sqrt(first.Variance + second.Variance);
        if (error <= 0)
        {
            return Obstacle.NoVariation;
        }

        var difference = Difference(first, second);
        var half = Confidence.CriticalValue(level) * error + correction;
        return Result(first, second, level, method, (difference - half, difference + half), error);
    }

    private static Answer<Estimate> Hybrid(
        Proportion first,
        Proportion second,
        double level,
        Method method,
        Func<Proportion, double, (double Lower, double Upper)> score
    )
    {
        if (Proportion.Check(level, first, second) is { } why)
        {
            return why;
        }

        var z = Confidence.CriticalValue(level);
        var (lower1, upper1) = score(first, z);
        var (lower2, upper2) = score(second, z);
        var (p1, p2) = (first.Value, second.Value);
        var interval = (
            p1 - p2 - double.Hypot(p1 - lower1, upper2 - p2),
            p1 - p2 + double.Hypot(upper1 - p1, p2 - lower2)
        );
        return Result(first, second, level, method, interval, null);
    }

    private static Estimate Result(
        Proportion first,
        Proportion second,
        double level,
        Method method,
        (double Lower, double Upper) interval,
        double? error
    ) =>
        new()
        {
            Value = Difference(first, second),
            StandardError = error,
            Interval = new Interval(interval.Lower, interval.Upper, level),
            N = first.Size + second.Size,
            Method = method,
            Assumptions = [Assumption.IndependentUnits],
            Warnings =
            [
                .. first.WithoutVariation || second.WithoutVariation
                    ? [Warning.GroupWithoutVariation]
                    : Array.Empty<Warning>(),
                .. interval.Lower < -1 || interval.Upper > 1 ? [Warning.IntervalOutsideRange] : Array.Empty<Warning>(),
            ],
        };
}
