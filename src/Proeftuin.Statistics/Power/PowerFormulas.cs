// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Statistics.Power;

/// <summary>The formulas for power under their R names. Witness: reference 16.</summary>
public static class PowerFormulas
{
    private const string Cohen = "Cohen (1988), Statistical Power Analysis for the Behavioral Sciences";

    private static readonly Method Proportions = new(
        "two proportions, normal",
        "Fleiss, Levin, Paik (2003), chapter 4"
    );
    private static readonly Method ArcsineMethod = new("proportions, arcsine", Cohen + ", chapter 6");
    private static readonly Method MeansMethod = new("means, noncentral t", Cohen + ", chapter 2");
    private static readonly Method ChiSquareMethod = new("chi-square, noncentral", Cohen + ", chapter 7");
    private static readonly Method AnovaMethod = new("analysis of variance, noncentral F", Cohen + ", chapter 8");
    private static readonly Method RegressionMethod = new("linear regression, noncentral F", Cohen + ", chapter 9");
    private static readonly Method SchoenfeldMethod = new("log-rank", "Schoenfeld (1983), Biometrics 39:499-503");
    private static readonly Method FreedmanMethod = new(
        "log-rank",
        "Freedman (1982), Statistics in Medicine 1:121-129"
    );

    /// <summary>Two groups of n and n·ratio people; effect is the second share minus the first (negative when it falls). R: power.prop.test, whose default leaves out the tail on the wrong side and whose strict = TRUE counts it. Size is that of the first group.</summary>
    public static PowerFormula TwoProportions(double first, double ratio = 1, bool strict = false) =>
        new(
            Proportions,
            1,
            (0, 1 - first),
            (n, effect, planning) =>
            {
                var second = first + effect;
                if (!(first is >= 0 and <= 1) || !(second is >= 0 and <= 1) || !(ratio > 0))
                {
                    return double.NaN;
                }

                var shared = (first + ratio * second) / (1 + ratio);
                var z = -Normal.Quantile(planning.Tail);
                var under = z * Math.Sqrt(shared * (1 - shared) * (1 + 1 / ratio));
                var error = Math.Sqrt(first * (1 - first) + second * (1 - second) / ratio);
                var distance = Math.Sqrt(n) * Math.Abs(effect);
                var found = Normal.Cdf((distance - under) / error);
                return strict && planning.TwoSided ? found + Normal.Cdf((-distance - under) / error) : found;
            }
        );

    /// <summary>Cohen's h between two groups of n and n·ratio people (see RiskDifference.CohenH). R: pwr.2p.test and pwr.2p2n.test.</summary>
    public static PowerFormula Arcsine(double ratio = 1) =>
        new(
            ArcsineMethod,
            1,
            (0, Math.PI),
            (n, h, planning) => ratio > 0 ? Z(h * Math.Sqrt(n * ratio / (1 + ratio)), planning) : double.NaN
        );

    /// <summary>Cohen's h between one group and a known share. R: pwr.p.test.</summary>
    public static PowerFormula OneProportion() =>
        new(ArcsineMethod, 1, (0, Math.PI), (n, h, planning) => Z(h * Math.Sqrt(n), planning));

    /// <summary>A difference in means of two groups of n and n·ratio people with this standard deviation. R: pwr.t.test and pwr.t2n.test count both tails; power.t.test (strict = false here) only the right one.</summary>
    public static PowerFormula TwoMeans(double deviation = 1, double ratio = 1, bool strict = true) =>
        new(
            MeansMethod,
            2,
            (0, 50 * deviation),
            (n, effect, planning) =>
                deviation > 0 && ratio > 0
                    ? T(effect / deviation * Math.Sqrt(n * ratio / (1 + ratio)), n * (1 + ratio) - 2, planning, strict)
                    : double.NaN
        );

    /// <summary>A mean, or a mean of differences within pairs, against zero. R: pwr.t.test with type "one.sample" or "paired".</summary>
    public static PowerFormula OneMean(double deviation = 1, bool strict = true) =>
        new(
            MeansMethod,
            2,
            (0, 50 * deviation),
            (n, effect, planning) =>
                deviation > 0 ? T(effect / deviation * Math.Sqrt(n), n - 1, planning, strict) : double.NaN
        );

    /// <summary>Chi-square with effect w; size is all people together. R: pwr.chisq.test.</summary>
    public static PowerFormula ChiSquare(double degreesOfFreedom) =>
        new(
            ChiSquareMethod,
            1,
            (0, 10),
            (n, w, planning) =>
                NoncentralChiSquare.Upper(
                    Distributions.ChiSquare.UpperQuantile(planning.Level, degreesOfFreedom),
                    degreesOfFreedom,
                    n * w * w
                )
        );

    /// <summary>One-way analysis of variance with effect f; size is people per group. R: pwr.anova.test.</summary>
    public static PowerFormula Anova(int groups) =>
        new(
            AnovaMethod,
            2,
            (0, 100),
            (n, f, planning) => F(groups - 1, (n - 1) * groups, groups * n * f * f, planning.Level)
        );

    /// <summary>A test of u terms in a linear regression with effect f²; size is the degrees of freedom that are left, v. R: pwr.f2.test.</summary>
    public static PowerFormula Regression(double terms) =>
        new(
            RegressionMethod,
            1,
            (0, 1e4),
            (v, effect, planning) => F(terms, v, effect * (terms + v + 1), planning.Level)
        );

    /// <summary>A ratio of hazards found by the log-rank test; size is the number of events in both groups together, share the part of the people in the first.</summary>
    public static PowerFormula LogRankSchoenfeld(double share = 0.5) =>
        new(
            SchoenfeldMethod,
            1,
            (1, 1e3),
            (events, ratio, planning) =>
                ratio > 0 && Confidence.IsLevel(share)
                    ? OneTail(Math.Sqrt(events * share * (1 - share)) * Math.Abs(Math.Log(ratio)), planning)
                    : double.NaN
        );

    /// <summary>The same by Freedman's formula for equal groups; asks for a few more events.</summary>
    public static PowerFormula LogRankFreedman() =>
        new(
            FreedmanMethod,
            1,
            (1, 1e3),
            (events, ratio, planning) =>
                ratio > 0 ? OneTail(Math.Sqrt(events) * Math.Abs(ratio - 1) / (1 + ratio), planning) : double.NaN
        );

    private static double OneTail(double distance, Planning planning) =>
        Normal.Cdf(distance + Normal.Quantile(planning.Tail));

    private static double Z(double distance, Planning planning)
    {
        var z = -Normal.Quantile(planning.Tail);
        var found = Normal.Upper(z - Math.Abs(distance));
        return planning.TwoSided ? found + Normal.Cdf(-z - Math.Abs(distance)) : found;
    }

    private static double T(double noncentrality, double df, Planning planning, bool strict)
    {
        var critical = -StudentT.Quantile(planning.Tail, df);
        var found = NoncentralT.Upper(critical, df, Math.Abs(noncentrality));
        return strict && planning.TwoSided ? found + NoncentralT.Cdf(-critical, df, Math.Abs(noncentrality)) : found;
    }

    private static double F(double first, double second, double noncentrality, double level) =>
        first > 0 && second > 0
            ? NoncentralF.Upper(FisherF.Quantile(1 - level, first, second), first, second, noncentrality)
            : double.NaN;
}
