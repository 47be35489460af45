// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Means;

/// <summary>The t-test with the difference it tests.</summary>
public sealed record MeanDifference(Estimate Difference, TestResult Test);

/// <summary>Student's t-tests of one mean difference. R: t.test. Witness: reference 07.</summary>
public static class TTest
{
    private static readonly Method PooledMethod = new("t with pooled variance", "Student (1908), Biometrika 6:1-25");
    private static readonly Method WelchMethod = new("Welch's t", "Welch (1947), Biometrika 34:28-35");
    private static readonly Method PairedMethod = new("paired t", "Student (1908), Biometrika 6:1-25");

    /// <summary>First mean minus second, with one variance for both groups. R: var.equal = TRUE.</summary>
    public static Answer<MeanDifference> Pooled(
        IReadOnlyList<double> first,
        IReadOnlyList<double> second,
        double level,
        Alternative alternative = Alternative.TwoSided
    ) =>
        Of(
            [first, second],
            level,
            alternative,
            PooledMethod,
            (a, b) =>
            {
                var df = a.N + b.N - 2;
                return (Math.Sqrt((a.Squares + b.Squares) / df * (1 / a.N + 1 / b.N)), df);
            }
        );

    /// <summary>First mean minus second, each group with its own variance and Satterthwaite's degrees of freedom. R's default.</summary>
    public static Answer<MeanDifference> Welch(
        IReadOnlyList<double> first,
        IReadOnlyList<double> second,
        double level,
        Alternative alternative = Alternative.TwoSided
    ) =>
        Of(
            [first, second],
            level,
            alternative,
            WelchMethod,
            (a, b) =>
            {
                var (x, y) = (a.Squares / (a.N - 1) / a.N, b.Squares / (b.N - 1) / b.N);
                return (Math.Sqrt(x + y), (x + y) * (x + y) / (x * x / (a.N - 1) + y * y / (b.N - 1)));
            }
        );

    /// <summary>The mean of differences within pairs against zero. R: paired = TRUE, or one sample.</summary>
    public static Answer<MeanDifference> Paired(
        IReadOnlyList<double> differences,
        double level,
        Alternative alternative = Alternative.TwoSided
    ) =>
        Of(
            [differences],
            level,
            alternative,
            PairedMethod,
            (a, _) => (Math.Sqrt(a.Squares / (a.N - 1) / a.N), a.N - 1)
        );

    private static Answer<MeanDifference> Of(
        IReadOnlyList<double>[] groups,
        double level,
        Alternative alternative,
        Method method,
        Func<Moments, Moments, (double Error, double Df)> spread
    )
    {
        if (!Confidence.IsLevel(level))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        if (Array.Exists(groups, group => group.Count == 0))
        {
            return Obstacle.EmptyGroup;
        }

        if (Array.Exists(groups, group => !group.All(double.IsFinite)))
        {
            return Obstacle.NotFinite;
        }

        if (Array.Exists(groups, group => group.Count < 2))
        {
            return Obstacle.TooFewUnits;
        }

        var moments = Array.ConvertAll(groups, Moments.Of);
        var (error, df) = spread(moments[0], moments[^1]);
        var value = moments[0].Mean - (groups.Length == 2 ? moments[1].Mean : 0);
        // R calls values "essentially constant" below this
        if (!(error > 2.220446049250313e-15 * moments.Max(m => Math.Abs(m.Mean))))
        {
            return Obstacle.NoVariation;
        }

        var t = value / error;
        var half = StudentT.Quantile(1 - (1 - level) / 2, df) * error;
        var n = groups.Sum(group => (long)group.Count);
        return new MeanDifference(
            new Estimate
            {
                Value = value,
                StandardError = error,
                Interval = new Interval(value - half, value + half, level),
                N = n,
                Method = method,
                Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample],
            },
            new TestResult
            {
                Statistic = t,
                DegreesOfFreedom = df,
                P = alternative switch
                {
                    Alternative.TwoSided => StudentT.TwoSided(t, df),
                    Alternative.Greater => StudentT.Upper(t, df),
                    Alternative.Less => StudentT.Cdf(t, df),
                },
                N = n,
                Method = method,
                Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample],
            }
        );
    }

    private readonly record struct Moments(double N, double Mean, double Squares)
    {
        public static Moments Of(IReadOnlyList<double> values)
        {
            var mean = values.Average();
            return new Moments(values.Count, mean, values.Sum(value => (value - mean) * (value - mean)));
        }
    }
}
