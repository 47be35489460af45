// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>The infinitesimal jackknife of a sum over times Σ c·(dN − Y·d/n): the sum over clusters of the squared weighted influence, kept up to date while rows enter and leave, so that it costs one pass whatever the number of times. Reference: Efron (1981), JASA 76:312-319; Therneau, Grambsch (2000), section 7.2.</summary>
internal sealed class RowInfluence
{
    private readonly FollowUp data;
    private readonly TimeGrid grid;
    private readonly Groups clusters;
    private readonly int[][] ending;
    private readonly int[][] entering;

    public RowInfluence(FollowUp data, TimeGrid grid, IReadOnlyList<int>? labels)
    {
        (this.data, this.grid) = (data, grid);
        clusters = labels is null ? Groups.OfRows(data.Count) : Groups.Of(labels);
        ending = ByTime(grid.Last, grid.Count);
        entering = grid.First is null ? [] : ByTime(grid.First, grid.Count);
    }

    /// <summary>Writes the standard error at each time.</summary>
    /// <param name="sets">Numbers at risk and events.</param>
    /// <param name="errors">Receives the standard errors.</param>
    /// <param name="factor">c at a time with n at risk and d events.</param>
    public void Fill(RiskSets sets, double[] errors, Func<double, double, double> factor)
    {
        // a cluster's influence = settled + present · sum, where sum is the common −Σ c·d/n of everybody at risk
        var (settled, present) = (new double[clusters.Count], new double[clusters.Count]);
        var (squares, products, weights, sum) = (0.0, 0.0, 0.0, 0.0);
        void Change(int row, double settledBy, double presentBy)
        {
            var c = clusters.Codes[row];
            squares -= settled[c] * settled[c];
            products -= settled[c] * present[c];
            weights -= present[c] * present[c];
            settled[c] += settledBy;
            present[c] += presentBy;
            squares += settled[c] * settled[c];
            products += settled[c] * present[c];
            weights += present[c] * present[c];
        }

        if (grid.First is null)
        {
            for (var i = 0; i < data.Count; i++)
            {
                Change(i, 0, data.Weight(i));
            }
        }

        for (var k = 0; k < grid.Count; k++)
        {
            foreach (var row in entering.Length > 0 ? entering[k] : [])
            {
                Change(row, -data.Weight(row) * sum, data.Weight(row));
            }

            var (n, d) = (sets.AtRisk[k], sets.Events[k]);
            var c = d > 0 ? factor(n, d) : 0;
            sum -= c * d / n;
            foreach (var row in ending[k])
            {
                var own = data.Causes[row] == 0 ? sum : sum + c;
                Change(row, data.Weight(row) * own, -data.Weight(row));
            }

            var variance = squares + 2 * sum * products + sum * sum * weights;
            errors[k] = Math.Sqrt(Math.Max(0, variance));
        }
    }

    /// <summary>The rows at each place, in their own order.</summary>
    public static int[][] ByTime(int[] places, int count)
    {
        var sizes = new int[count];
        foreach (var place in places)
        {
            sizes[place]++;
        }

        var rows = Array.ConvertAll(sizes, size => new int[size]);
        Array.Clear(sizes);
        for (var i = 0; i < places.Length; i++)
        {
            rows[places[i]][sizes[places[i]]++] = i;
        }

        return rows;
    }
}
