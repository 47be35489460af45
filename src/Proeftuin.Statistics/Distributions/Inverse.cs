// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>Quantiles: solves P(x) = p on the scale of ln P, where tails are nearly straight lines, by Newton's method kept within a shrinking bracket.</summary>
internal static class Inverse
{
    private const int MostSteps = 300;

    /// <summary>Below, above and density of a distribution at t, a monotone scale of its variable; the density is per unit of t.</summary>
    public readonly record struct Point(double Below, double Above, double Density);

    /// <summary>The t with P = p and 1 − P = q. The smaller of the two is met, so that both tails keep their digits.</summary>
    public static double Solve(double p, double q, double low, double high, double start, Func<double, Point> at)
    {
        var t = start > low && start < high ? start : low + (high - low) / 2;
        for (var step = 0; step < MostSteps && low < high; step++)
        {
            var point = at(t);
            var (error, slope) =
                p <= q
                    ? (Math.Log(point.Below / p), point.Density / point.Below)
                    : (-Math.Log(point.Above / q), point.Density / point.Above);
            if (error > 0)
            {
                high = t;
            }
            else if (error < 0)
            {
                low = t;
            }
            else
            {
                return t;
            }

            var next = t - error / slope;
            if (!(next > low && next < high))
            {
                next = low + (high - low) / 2;
            }

            if (Math.Abs(next - t) <= 4e-16 * Math.Max(Math.Abs(t), 1e-3))
            {
                return next;
            }

            t = next;
        }

        return t;
    }
}
