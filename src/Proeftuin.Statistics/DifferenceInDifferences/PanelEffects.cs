// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.DifferenceInDifferences;

/// <summary>The units and periods of a panel, numbered from 0, and the taking out of their means by turns.</summary>
internal sealed class PanelEffects
{
    private readonly int[] unitOf;
    private readonly int[] periodOf;

    public PanelEffects(IReadOnlyList<int> units, IReadOnlyList<int> periods)
    {
        (unitOf, Units) = Numbered(units);
        (periodOf, Periods) = Numbered(periods);
    }

    public int Units { get; }

    public int Periods { get; }

    /// <summary>How many parameters the effects are: units and periods together, less one for every part of the panel that hangs together.</summary>
    public int Rank
    {
        get
        {
            var parent = Enumerable.Range(0, Units + Periods).ToArray();
            int Root(int i)
            {
                while (parent[i] != i)
                {
                    i = parent[i] = parent[parent[i]];
                }

                return i;
            }

            for (var i = 0; i < unitOf.Length; i++)
            {
                parent[Root(unitOf[i])] = Root(Units + periodOf[i]);
            }

            return Units + Periods - Enumerable.Range(0, parent.Length).Count(i => Root(i) == i);
        }
    }

    public int UnitOf(int row) => unitOf[row];

    /// <summary>Subtracts the means of units and periods until nothing is left of them; false when that does not come to rest. A complete panel needs one round.</summary>
    public bool TakeOut(double[] values, int mostRounds)
    {
        double size = 0;
        foreach (var value in values)
        {
            size = Math.Max(size, Math.Abs(value));
        }

        for (var round = 0; round < mostRounds; round++)
        {
            Subtract(values, unitOf, Units);
            if (Subtract(values, periodOf, Periods) <= 1e-14 * size)
            {
                Subtract(values, unitOf, Units);
                return true;
            }
        }

        return false;
    }

    /// <summary>The largest mean that was subtracted.</summary>
    private static double Subtract(double[] values, int[] groupOf, int groups)
    {
        var sums = new double[groups];
        var counts = new int[groups];
        for (var i = 0; i < values.Length; i++)
        {
            sums[groupOf[i]] += values[i];
            counts[groupOf[i]]++;
        }

        double largest = 0;
        for (var g = 0; g < groups; g++)
        {
            sums[g] /= counts[g];
            largest = Math.Max(largest, Math.Abs(sums[g]));
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] -= sums[groupOf[i]];
        }

        return largest;
    }

    private static (int[] Numbers, int Count) Numbered(IReadOnlyList<int> names)
    {
        int[] distinct = [.. names.Distinct().Order()];
        return ([.. names.Select(name => Array.BinarySearch(distinct, name))], distinct.Length);
    }
}
