// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>At each distinct exit time: how many (weighted) are at risk, have the event, and are seen for the last time without it.</summary>
internal sealed class RiskSets
{
    private RiskSets(TimeGrid grid)
    {
        Grid = grid;
        AtRisk = new double[grid.Count];
        Events = new double[grid.Count];
        Censored = new double[grid.Count];
    }

    public TimeGrid Grid { get; }

    public double[] AtRisk { get; }

    public double[] Events { get; }

    public double[] Censored { get; }

    /// <summary>Rows with an event, not weighted.</summary>
    public long EventRows { get; private set; }

    public static RiskSets Of(FollowUp data, TimeGrid grid)
    {
        var sets = new RiskSets(grid);
        sets.Count(data);
        for (var k = grid.Count - 1; k >= 0; k--)
        {
            sets.AtRisk[k] += sets.Events[k] + sets.Censored[k] + (k + 1 < grid.Count ? sets.AtRisk[k + 1] : 0);
        }

        return sets;
    }

    /// <summary>Who is left after the events: exactly nobody when fractional weights add up to rounding dust.</summary>
    public static double Left(double atRisk, double events) => atRisk - events > 1e-12 * atRisk ? atRisk - events : 0;

    private void Count(FollowUp data)
    {
        var (last, first, causes) = (Grid.Last, Grid.First, data.Causes);
        for (var i = 0; i < last.Length; i++)
        {
            var weight = data.Weight(i);
            if (causes[i] == 0)
            {
                Censored[last[i]] += weight;
            }
            else
            {
                Events[last[i]] += weight;
                EventRows++;
            }

            // not yet there before its first time: taken out of the sum from the end
            if (first is not null && first[i] > 0)
            {
                AtRisk[first[i] - 1] -= weight;
            }
        }
    }
}
