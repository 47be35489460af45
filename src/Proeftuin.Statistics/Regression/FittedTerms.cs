// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Regression;

/// <summary>The coefficients of a fit with their covariance: what every kind of regression tells about its terms.</summary>
internal sealed class FittedTerms
{
    private readonly DesignMatrix design;
    private readonly int[] kept;
    private readonly double[] classicalErrors;
    private readonly Func<IReadOnlyList<double[]>, double[]> degreesOfFreedom;
    private readonly Lazy<double[]> ownDegreesOfFreedom;
    private readonly double level;

    /// <param name="design">The design that was fitted.</param>
    /// <param name="kept">The columns that have a coefficient.</param>
    /// <param name="values">Their coefficients.</param>
    /// <param name="covariance">The covariance of those.</param>
    /// <param name="classicalErrors">The errors the model itself would give: the scale on which an error counts as nought.</param>
    /// <param name="degreesOfFreedom">For sums of coefficients.</param>
    /// <param name="level">The level of the intervals.</param>
    public FittedTerms(
        DesignMatrix design,
        IReadOnlyList<int> kept,
        double[] values,
        Matrix covariance,
        double[] classicalErrors,
        Func<IReadOnlyList<double[]>, double[]> degreesOfFreedom,
        double level
    )
    {
        (this.design, this.kept) = (design, [.. kept]);
        (this.classicalErrors, this.degreesOfFreedom, this.level) = (classicalErrors, degreesOfFreedom, level);
        // one pass over the clusters for all coefficients together
        ownDegreesOfFreedom = new(() => degreesOfFreedom([.. Enumerable.Range(0, this.kept.Length).Select(Unit)]));
        Values = values;
        Covariance = covariance;
    }

    public DesignMatrix Design => design;

    public IReadOnlyList<int> Kept => kept;

    public double[] Values { get; }

    public Matrix Covariance { get; }

    public Answer<Coefficient> Sum(string name, IReadOnlyDictionary<string, double> factors)
    {
        var sum = new double[kept.Length];
        foreach (var (term, factor) in factors)
        {
            var place = Array.IndexOf(kept, design.Place(term));
            if (place < 0)
            {
                return Obstacle.Collinear;
            }

            sum[place] = factor;
        }

        var variance = Covariance.Between(sum, sum);
        double scale = 0;
        for (var j = 0; j < sum.Length; j++)
        {
            scale += sum[j] * classicalErrors[j] * (sum[j] * classicalErrors[j]);
        }

        // an error of nought is no certainty: in the rows that decide this sum nobody differs from the others
        if (!(variance > 1e-20 * scale))
        {
            return Obstacle.NoVariation;
        }

        var own = Array.FindIndex(sum, f => f is not 0);
        return Coefficient.Of(
            name,
            Vectors.Dot(sum, Values),
            Math.Sqrt(variance),
            factors.Count == 1 ? ownDegreesOfFreedom.Value[own] : degreesOfFreedom([sum])[0],
            level
        );
    }

    /// <summary>b'V⁻¹b of these terms and how many have a coefficient; null when their covariance has no inverse.</summary>
    public (double Statistic, int Count)? Wald(IReadOnlyList<string> terms)
    {
        var tested = terms.Select(design.Place).ToArray();
        int[] places = [.. Enumerable.Range(0, kept.Length).Where(j => tested.Contains(kept[j]))];
        if (Cholesky.Of(Covariance.Part(places, places), 1e-12) is not { } root)
        {
            return null;
        }

        var half = root.HalfSolve(Array.ConvertAll(places, j => Values[j]));
        return (Vectors.Dot(half, half), places.Length);
    }

    /// <summary>An estimate that is a smooth function of the coefficients, by the delta method.</summary>
    public Answer<Coefficient> Smooth(string name, double value, double[] gradient)
    {
        var variance = Covariance.Between(gradient, gradient);
        return variance > 0
            ? Coefficient.Of(name, value, Math.Sqrt(variance), double.PositiveInfinity, level)
            : Obstacle.NoVariation;
    }

    private double[] Unit(int place)
    {
        var unit = new double[kept.Length];
        unit[place] = 1;
        return unit;
    }
}
