// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Randomisation;

/// <summary>The exact distribution of the sum of a random subset. Whole numbers by the shift algorithm (a table of sums, one unit at a time); other numbers by sorting the sums of two halves. Reference: Streitberg, Röhmel (1986); Horowitz, Sahni (1974), JACM 21:277-292 for the halves.</summary>
internal sealed class SubsetDistribution
{
    private const double MostWork = 3e9;
    private const double MostCells = 3e7;
    private const int MostHalved = 42;
    private static readonly int[] Scales = [1, 2, 10, 20, 100, 1000];

    private readonly Func<double, double, (double Low, double High)> tails;

    private SubsetDistribution(Func<double, double, (double Low, double High)> tails) => this.tails = tails;

    /// <summary>Sums of subsets of this size, all equally probable; null when it would take too long.</summary>
    public static SubsetDistribution? OfSize(double[] values, int size) =>
        Whole(values) is { } whole ? Shifted(whole.Numbers, whole.Scale, whole.Least, size)
        : values.Length <= MostHalved ? Halved(values, size)
        : null;

    /// <summary>Sums of subsets of any size, each unit in or out with equal chance.</summary>
    public static SubsetDistribution? OfAnySize(double[] values) =>
        Whole(values) is { } whole && Coins(whole.Numbers, whole.Scale, whole.Least) is { } shifted ? shifted
        : values.Length <= MostHalved ? Halved(values, null)
        : null;

    /// <summary>The p-value of a sum with this expectation under shuffling; sums that differ in the last digits only are equal.</summary>
    public double P(double sum, double expected, Alternative alternative)
    {
        var slack = 1e-9 * Math.Max(Math.Abs(sum), Math.Abs(sum - expected));
        var far = Math.Abs(sum - expected) - slack;
        var (low, high) = alternative switch
        {
            Alternative.TwoSided when far <= 0 => (1, 0),
            Alternative.TwoSided => tails(expected - far, expected + far),
            Alternative.Greater => tails(double.NegativeInfinity, sum - slack),
            Alternative.Less => tails(sum + slack, double.PositiveInfinity),
        };
        return Math.Min(1, low + high);
    }

    /// <summary>The values as whole numbers from 0, with what they were multiplied by and the least of them; null when they are no decimals.</summary>
    private static (int[] Numbers, int Scale, double Least)? Whole(double[] values)
    {
        var least = values.Min();
        foreach (var scale in Scales)
        {
            var scaled = Array.ConvertAll(values, value => (value - least) * scale);
            if (scaled.Max() < 1e6 && Array.TrueForAll(scaled, value => Math.Abs(value - Math.Round(value)) < 1e-7))
            {
                return (Array.ConvertAll(scaled, value => (int)Math.Round(value)), scale, least);
            }
        }

        return null;
    }

    private static SubsetDistribution? Shifted(int[] numbers, int scale, double least, int size)
    {
        // the smaller of the two groups; the other's sum follows
        var n = numbers.Length;
        var turned = size > n - size;
        var small = turned ? n - size : size;
        var total = numbers.Sum(number => (long)number);
        var highest = numbers.OrderDescending().Take(small).Sum(number => (long)number);
        if ((double)(small + 1) * (highest + 1) > MostCells || (double)n * (small + 1) * highest > MostWork)
        {
            return null;
        }

        var table = new double[small + 1][];
        for (var j = 0; j <= small; j++)
        {
            table[j] = new double[highest + 1];
        }

        table[0][0] = 1;
        for (var i = 0; i < n; i++)
        {
            var number = numbers[i];
            for (var j = Math.Min(small, i + 1); j >= 0; j--)
            {
                // the chance that the next unit is chosen when j of i are: what is still wanted over what is left
                var stay = 1 - (double)(small - j) / (n - i);
                var enter = j == 0 ? 0 : (double)(small - j + 1) / (n - i);
                var here = table[j];
                for (var s = highest; s >= 0; s--)
                {
                    here[s] =
                        Math.Max(0, stay) * here[s] + (enter > 0 && s >= number ? enter * table[j - 1][s - number] : 0);
                }
            }
        }

        var sums = new double[highest + 1];
        for (long s = 0; s <= highest; s++)
        {
            sums[s] = (turned ? total - s : s) / (double)scale + size * least;
        }

        return OfTable(sums, table[small]);
    }

    private static SubsetDistribution? Coins(int[] numbers, int scale, double least)
    {
        var total = numbers.Sum(number => (long)number);
        if (
            least * scale * numbers.Length + total > MostCells
            || Math.Abs(least * scale - Math.Round(least * scale)) > 1e-7
        )
        {
            return null;
        }

        // here the least counts too: how many are in is not fixed
        var shift = (int)Math.Round(least * scale);
        var table = new double[total + (long)shift * numbers.Length + 1];
        table[0] = 1;
        foreach (var number in numbers)
        {
            for (var s = table.Length - 1; s >= 0; s--)
            {
                table[s] = (table[s] + (s >= number + shift ? table[s - number - shift] : 0)) / 2;
            }
        }

        var sums = new double[table.Length];
        for (var s = 0; s < sums.Length; s++)
        {
            sums[s] = s / (double)scale;
        }

        return OfTable(sums, table);
    }

    private static SubsetDistribution OfTable(double[] sums, double[] chances) =>
        new(
            (low, high) =>
            {
                double below = 0;
                double above = 0;
                for (var s = 0; s < sums.Length; s++)
                {
                    below += sums[s] <= low ? chances[s] : 0;
                    above += sums[s] >= high ? chances[s] : 0;
                }

                return (below, above);
            }
        );

    private static SubsetDistribution Halved(double[] values, int? size)
    {
        var half = values.Length / 2;
        var left = Sums(values[..half]);
        var right = Sums(values[half..]);
        double all = 0;
        for (var j = 0; j < left.Length; j++)
        {
            for (var k = 0; k < right.Length; k++)
            {
                all += size is null || j + k == size ? (double)left[j].Length * right[k].Length : 0;
            }
        }

        return new SubsetDistribution(
            (low, high) =>
            {
                double below = 0;
                double above = 0;
                for (var j = 0; j < left.Length; j++)
                {
                    for (var k = 0; k < right.Length; k++)
                    {
                        if (size is null || j + k == size)
                        {
                            below += Pairs(left[j], right[k], sum => sum <= low);
                            above +=
                                (double)left[j].Length * right[k].Length - Pairs(left[j], right[k], sum => sum < high);
                        }
                    }
                }

                return (below / all, above / all);
            }
        );
    }

    /// <summary>The sums of all subsets, by size, each list from low to high.</summary>
    private static double[][] Sums(double[] values)
    {
        var bySize = new List<double>[values.Length + 1];
        for (var j = 0; j < bySize.Length; j++)
        {
            bySize[j] = [];
        }

        bySize[0].Add(0);
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = i; j >= 0; j--)
            {
                foreach (var sum in bySize[j])
                {
                    bySize[j + 1].Add(sum + values[i]);
                }
            }
        }

        return Array.ConvertAll(
            bySize,
            sums =>
            {
                sums.Sort();
                return sums.ToArray();
            }
        );
    }

    /// <summary>How many pairs have a sum for which the condition, true for low sums only, holds.</summary>
    private static double Pairs(double[] left, double[] right, Func<double, bool> low)
    {
        double count = 0;
        var k = right.Length;
        foreach (var sum in left)
        {
            while (k > 0 && !low(sum + right[k - 1]))
            {
                k--;
            }

            count += k;
        }

        return count;
    }
}
