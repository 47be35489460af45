// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>A distribution whose shape parameter is a Poisson number: the noncentral chi-square, F and beta. Only positive terms are added, so both tails keep their digits. Reference: Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2 (1995), chapters 29 and 30.</summary>
internal static class PoissonMixture
{
    private const double Negligible = 1e-18;

    /// <summary>Σ Poisson(j) · below(j), where below(j) = below(j + 1) + step(j).</summary>
    public static double Below(double mean, Func<double, double> below, Func<double, double> step)
    {
        var j = Farthest(mean);
        var part = below(j);
        double sum = 0;
        for (; j >= 0; j--)
        {
            sum += Weight(j, mean) * part;
            part += j > 0 ? step(j - 1) : 0;
        }

        return Math.Min(1, sum);
    }

    /// <summary>Σ Poisson(j) · above(j), where above(j + 1) = above(j) + step(j).</summary>
    public static double Above(double mean, Func<double, double> above, Func<double, double> step) =>
        Math.Min(1, Rising(mean, above(Nearest(mean)), step));

    /// <summary>Σ Poisson(j) · density(j).</summary>
    public static double Density(double mean, Func<double, double> density)
    {
        double sum = 0;
        for (double j = 0; ; j++)
        {
            var term = Weight(j, mean) * density(j);
            sum += term;
            if (j > mean && term <= Negligible * sum && Weight(j, mean) <= Negligible)
            {
                return sum;
            }
        }
    }

    private static double Rising(double mean, double part, Func<double, double> step)
    {
        double sum = 0;
        for (var j = Nearest(mean); ; j++)
        {
            var weight = Weight(j, mean);
            sum += weight * part;
            if (j > mean && weight <= Negligible * sum || weight <= 0 && j > mean)
            {
                return sum;
            }

            part += step(j);
        }
    }

    private static double Weight(double j, double mean) => mean <= 0 ? (j <= 0 ? 1 : 0) : Saddle.Poisson(j, mean);

    private static double Farthest(double mean) => Math.Ceiling(mean + 12 * Math.Sqrt(mean) + 100);

    private static double Nearest(double mean) => Math.Max(0, Math.Floor(mean - 12 * Math.Sqrt(mean) - 100));
}
