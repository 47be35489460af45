// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Regression;

namespace Proeftuin.Statistics.Matching;

/// <summary>The effect on the treated in a matched sample: a weighted regression on taking part alone. Pairs and sets are clusters (CR2); with re-used controls, subclasses and strata the errors are HC2. R: lm_robust(y ~ treat, weights, clusters = subclass, data = match.data(m)). Witness: reference 13.</summary>
public static class MatchedEffect
{
    /// <summary>The name of the coefficient of taking part.</summary>
    public const string Treated = "treat";

    /// <summary>Outcomes are only read of who was matched.</summary>
    public static Answer<LinearFit> Of(IReadOnlyList<double> outcomes, MatchedSample sample, double level)
    {
        Vectors.SameLength(outcomes.Count, sample.Treated.Count);
        int[] rows = [.. Enumerable.Range(0, outcomes.Count).Where(i => sample.Weights[i] > 0)];
        var design = DesignMatrix
            .WithIntercept(rows.Length)
            .With(Treated, Array.ConvertAll(rows, i => sample.Treated[i] ? 1.0 : 0.0));
        return Ols.Fit(
            design,
            Array.ConvertAll(rows, i => outcomes[i]),
            new OlsOptions
            {
                Weights = Array.ConvertAll(rows, i => sample.Weights[i]),
                Clusters = sample.Reused || sample.Sets.Count == 0 ? null : Array.ConvertAll(rows, SetOf(sample)),
                Level = level,
            }
        );
    }

    private static Converter<int, int> SetOf(MatchedSample sample)
    {
        var sets = new Dictionary<int, int>();
        for (var s = 0; s < sample.Sets.Count; s++)
        {
            sets[sample.Sets[s].Treated] = s;
            foreach (var control in sample.Sets[s].Controls)
            {
                sets[control] = s;
            }
        }

        return unit => sets[unit];
    }
}
