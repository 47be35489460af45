// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Regression;

namespace Proeftuin.Statistics.Matching;

/// <summary>Weighting by the inverse of a probability: of taking part, or of being seen. Reference: Hirano, Imbens, Ridder (2003), Econometrica 71:1161-1189. Witness: reference 13.</summary>
public static class PropensityWeights
{
    private static readonly Method Hajek = new(
        "inverse-probability weighting",
        "Hajek (1971); Hirano, Imbens, Ridder (2003)"
    );

    /// <summary>The probability of treatment given the covariates, by logistic regression; separation is reported as such.</summary>
    public static Answer<IReadOnlyList<double>> Scores(DesignMatrix design, IReadOnlyList<bool> treated) =>
        Logistic.Fit(design, [.. treated.Select(t => t ? 1.0 : 0.0)]).Map(fit => fit.Fitted);

    /// <summary>For the effect on the treated: 1 for them, e/(1 − e) for controls.</summary>
    public static Answer<IReadOnlyList<double>> OnTreated(IReadOnlyList<double> scores, IReadOnlyList<bool> treated) =>
        Of(scores, treated, (e, isTreated) => isTreated ? 1 : e / (1 - e));

    /// <summary>For the effect on everybody: 1/e for the treated, 1/(1 − e) for controls.</summary>
    public static Answer<IReadOnlyList<double>> OnAll(IReadOnlyList<double> scores, IReadOnlyList<bool> treated) =>
        Of(scores, treated, (e, isTreated) => isTreated ? 1 / e : 1 / (1 - e));

    /// <summary>For missing outcomes: 1 over the probability of being seen for who was seen, 0 for who was not.</summary>
    public static Answer<IReadOnlyList<double>> Seen(IReadOnlyList<double> probabilities, IReadOnlyList<bool> seen) =>
        Of(probabilities, seen, (p, isSeen) => isSeen ? 1 / p : 0);

    /// <summary>The difference between weighted means, each divided by its own sum of weights; outcomes of weight 0 are not read. The error takes the weights as given, which for estimated scores is usually somewhat too wide.</summary>
    public static Answer<Estimate> Difference(
        IReadOnlyList<double> outcomes,
        IReadOnlyList<bool> treated,
        IReadOnlyList<double> weights,
        double level
    )
    {
        Vectors.SameLength(outcomes.Count, treated.Count);
        Vectors.SameLength(outcomes.Count, weights.Count);
        if (!Confidence.IsLevel(level))
        {
            return Obstacle.LevelOutsideZeroToOne;
        }

        if (weights.Any(weight => weight < 0))
        {
            return Obstacle.NonPositiveWeight;
        }

        if (!weights.All(double.IsFinite) || outcomes.Where((y, i) => weights[i] > 0 && !double.IsFinite(y)).Any())
        {
            return Obstacle.NotFinite;
        }

        var first = Mean(outcomes, treated, weights, true);
        var second = Mean(outcomes, treated, weights, false);
        if (first.N == 0 || second.N == 0)
        {
            return Obstacle.EmptyGroup;
        }

        var error = Math.Sqrt(first.Variance + second.Variance);
        if (!(error > 0))
        {
            return Obstacle.NoVariation;
        }

        var half = Confidence.CriticalValue(level) * error;
        var value = first.Mean - second.Mean;
        return new Estimate
        {
            Value = value,
            StandardError = error,
            Interval = new Interval(value - half, value + half, level),
            N = first.N + second.N,
            Method = Hajek,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample, Assumption.NoUnmeasuredDifference],
            Warnings = [Warning.NotRandomised],
        };
    }

    private static (double Mean, double Variance, int N) Mean(
        IReadOnlyList<double> outcomes,
        IReadOnlyList<bool> treated,
        IReadOnlyList<double> weights,
        bool which
    )
    {
        int[] units = [.. Enumerable.Range(0, outcomes.Count).Where(i => treated[i] == which && weights[i] > 0)];
        var total = units.Sum(i => weights[i]);
        var mean = units.Sum(i => weights[i] * outcomes[i]) / total;
        var variance = units.Sum(i => Math.Pow(weights[i] / total * (outcomes[i] - mean), 2));
        return (mean, variance, units.Length);
    }

    private static Answer<IReadOnlyList<double>> Of(
        IReadOnlyList<double> probabilities,
        IReadOnlyList<bool> group,
        Func<double, bool, double> weight
    )
    {
        Vectors.SameLength(probabilities.Count, group.Count);
        return probabilities.All(p => p is > 0 and < 1)
            ? probabilities.Select((p, i) => weight(p, group[i])).ToArray()
            : Obstacle.ProbabilityOutsideZeroToOne;
    }
}
