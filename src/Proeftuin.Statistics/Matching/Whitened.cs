// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Matching;

/// <summary>Covariates turned so that plain distance is Mahalanobis distance: V Λ^-½ of the covariance within the groups, leaving out directions in which nobody differs (the generalised inverse).</summary>
internal sealed class Whitened
{
    private const double NoSpread = 1e-10;

    private readonly double[] places;
    private readonly int width;

    private Whitened(double[] places, int width) => (this.places, this.width) = (places, width);

    /// <summary>Null when nobody differs in anything.</summary>
    public static Whitened? Of(IReadOnlyList<Covariate> covariates, IReadOnlyList<bool> treated)
    {
        var n = treated.Count;
        var p = covariates.Count;
        var centred = new Matrix(n, p);
        for (var j = 0; j < p; j++)
        {
            var values = covariates[j].Values;
            var sums = new double[2];
            var sizes = new int[2];
            for (var i = 0; i < n; i++)
            {
                sums[treated[i] ? 1 : 0] += values[i];
                sizes[treated[i] ? 1 : 0]++;
            }

            for (var i = 0; i < n; i++)
            {
                centred[i, j] = values[i] - sums[treated[i] ? 1 : 0] / sizes[treated[i] ? 1 : 0];
            }
        }

        // first each covariate in its own unit, so that the cut-off for directions does not depend on euros or years
        var gram = centred.Gram();
        var scale = gram.Diagonal().Select(d => d > 0 ? Math.Sqrt(d / Math.Max(1, n - 2)) : 0).ToArray();
        var correlation = new Matrix(p, p);
        for (var j = 0; j < p; j++)
        {
            for (var k = 0; k < p; k++)
            {
                var both = scale[j] * scale[k] * Math.Max(1, n - 2);
                correlation[j, k] = both > 0 ? gram[j, k] / both : 0;
            }
        }

        var eigen = SymmetricEigen.Of(correlation);
        var directions = eigen.Values.Count(value => value > NoSpread);
        if (directions == 0)
        {
            return null;
        }

        var turned = new double[n * directions];
        for (var k = 0; k < directions; k++)
        {
            var direction = eigen.Vectors.Column(k);
            for (var j = 0; j < p; j++)
            {
                var factor = scale[j] > 0 ? direction[j] / scale[j] / Math.Sqrt(eigen.Values[k]) : 0;
                for (var i = 0; i < n; i++)
                {
                    turned[i * directions + k] += factor * covariates[j].Values[i];
                }
            }
        }

        return new Whitened(turned, directions);
    }

    /// <summary>The squared distance of two units; gives up when it is beyond the least so far.</summary>
    public double Squared(int one, int other, double least)
    {
        var a = places.AsSpan(one * width, width);
        var b = places.AsSpan(other * width, width);
        double sum = 0;
        for (var k = 0; k < a.Length && sum < least; k++)
        {
            var difference = a[k] - b[k];
            sum += difference * difference;
        }

        return sum;
    }
}
