// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;

namespace Proeftuin.Statistics.Survival;

/// <summary>Observed, expected and covariance of a weighted log-rank test, summed over strata.</summary>
internal sealed class RankSums(int groups, RankWeight weight)
{
    public RankWeight Weight => weight;

    public double[] Observed { get; } = new double[groups];

    public double[] Expected { get; } = new double[groups];

    public Matrix Variance { get; } = new(groups, groups);

    public bool HasStretchWithoutLength { get; private set; }

    public void Add(FollowUp data, int[] codes)
    {
        var grid = TimeGrid.Of(data.ExitTimes, data.EntryTimes);
        HasStretchWithoutLength |= grid.HasStretchWithoutLength;
        if (HasStretchWithoutLength)
        {
            return;
        }

        var (changes, events) = Count(data, codes, grid);

        // numbers at risk run backwards, survival forwards: survival first, as a running product
        var before = SurvivalBefore(changes, events, grid.Count);
        var atRisk = new double[groups];
        for (var k = grid.Count - 1; k >= 0; k--)
        {
            double n = 0;
            double d = 0;
            for (var g = 0; g < groups; g++)
            {
                atRisk[g] += changes[k * groups + g];
                n += atRisk[g];
                d += events[k * groups + g];
            }

            if (d > 0)
            {
                Step(events.AsSpan(k * groups, groups), atRisk, n, d, weight.At(n, before[k]));
            }
        }
    }

    private void Step(ReadOnlySpan<double> events, double[] atRisk, double n, double d, double w)
    {
        var spread = n > 1 ? w * w * d * (n - d) / (n - 1) : 0;
        for (var g = 0; g < groups; g++)
        {
            var share = atRisk[g] / n;
            Observed[g] += w * events[g];
            Expected[g] += w * d * share;
            Variance[g, g] += spread * share;
            for (var h = 0; h < groups && spread > 0; h++)
            {
                Variance[g, h] -= spread * share * (atRisk[h] / n);
            }
        }
    }

    // changes: by how much the number at risk grows when we step back to this time
    private (double[] Changes, double[] Events) Count(FollowUp data, int[] codes, TimeGrid grid)
    {
        var (changes, events) = (new double[grid.Count * groups], new double[grid.Count * groups]);
        var (last, first, causes) = (grid.Last, grid.First, data.Causes);
        for (var i = 0; i < last.Length; i++)
        {
            var place = last[i] * groups + codes[i];
            changes[place] += 1;
            if (causes[i] != 0)
            {
                events[place] += 1;
            }

            if (first is not null && first[i] > 0)
            {
                changes[(first[i] - 1) * groups + codes[i]] -= 1;
            }
        }

        return (changes, events);
    }

    private double[] SurvivalBefore(double[] changes, double[] events, int times)
    {
        var atRisk = new double[times];
        var happened = new double[times];
        double n = 0;
        for (var k = times - 1; k >= 0; k--)
        {
            for (var g = 0; g < groups; g++)
            {
                n += changes[k * groups + g];
                happened[k] += events[k * groups + g];
            }

            atRisk[k] = n;
        }

        var before = new double[times];
        double survival = 1;
        for (var k = 0; k < times; k++)
        {
            before[k] = survival;
            survival *= happened[k] > 0 ? (atRisk[k] - happened[k]) / atRisk[k] : 1;
        }

        return before;
    }
}
