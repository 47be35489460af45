// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Matching;

/// <summary>A treated unit and the controls it was matched with, nearest round first; by their place in the data.</summary>
public sealed record MatchedSet(int Treated, IReadOnlyList<int> Controls);

/// <summary>Who was matched and with what weight: treated units 1, controls as much as their partners need, together as many as there are matched controls; 0 is unmatched. MatchIt's weights for the effect on the treated.</summary>
public sealed record MatchedSample
{
    public required IReadOnlyList<bool> Treated { get; init; }

    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The pairs or sets; empty for subclasses and exact strata.</summary>
    public IReadOnlyList<MatchedSet> Sets { get; init; } = [];

    /// <summary>The subclass or stratum of each unit, −1 for who is in none; null for matched sets.</summary>
    public IReadOnlyList<int>? Strata { get; init; }

    /// <summary>Whether a control can be in more than one set.</summary>
    public bool Reused { get; init; }

    /// <summary>The distances of all pairs together; null without pairs.</summary>
    public double? TotalDistance { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [Assumption.NoUnmeasuredDifference];

    public IReadOnlyList<Warning> Warnings { get; init; } = [Warning.NotRandomised];

    public int MatchedTreated => Count(true);

    public int MatchedControls => Count(false);

    /// <summary>How many equally weighted controls would be as informative: (Σw)²/Σw². MatchIt: ESS.</summary>
    public double EffectiveControls
    {
        get
        {
            double sum = 0;
            double squares = 0;
            for (var i = 0; i < Weights.Count; i++)
            {
                sum += Treated[i] ? 0 : Weights[i];
                squares += Treated[i] ? 0 : Weights[i] * Weights[i];
            }

            return sum * sum / squares;
        }
    }

    internal static double[] WeightsOf(IReadOnlyList<bool> treated, IReadOnlyList<MatchedSet> sets)
    {
        var weights = new double[treated.Count];
        foreach (var set in sets)
        {
            weights[set.Treated] = set.Controls.Count > 0 ? 1 : 0;
            foreach (var control in set.Controls)
            {
                weights[control] += 1.0 / set.Controls.Count;
            }
        }

        Normalise(weights, treated);
        return weights;
    }

    /// <summary>Makes the weights of the controls together as many as there are controls with a weight.</summary>
    internal static void Normalise(double[] weights, IReadOnlyList<bool> treated)
    {
        double sum = 0;
        var count = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!treated[i] && weights[i] > 0)
            {
                sum += weights[i];
                count++;
            }
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= treated[i] ? 1 : count / sum;
        }
    }

    private int Count(bool treated)
    {
        var count = 0;
        for (var i = 0; i < Weights.Count; i++)
        {
            count += Treated[i] == treated && Weights[i] > 0 ? 1 : 0;
        }

        return count;
    }
}
