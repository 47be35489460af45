// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Disclosure;

/// <summary>What an attacker can conclude about a hidden cell: it lies between these two counts.</summary>
public readonly record struct AttackedCell(int Cell, long Count, double Low, double High)
{
    public double Width => High - Low;
}

/// <summary>The audit of a table with hidden cells: for each the lowest and highest count that agree with everything published, knowing only that counts are not negative. A cell whose width is zero is not hidden at all. Reference: Hundepool and others (2012), Statistical Disclosure Control, chapter 4. Witness: reference 22.</summary>
public static class Attack
{
    /// <summary>The interval of every hidden cell, in the order given.</summary>
    public static Answer<IReadOnlyList<AttackedCell>> On(CountTable table, IReadOnlyCollection<int> hidden) =>
        table.Check() is { } why ? why : On(table, [.. hidden], [.. hidden]);

    internal static AttackedCell[] On(CountTable table, int[] hidden, int[] asked)
    {
        var place = new Dictionary<int, int>();
        foreach (var cell in hidden)
        {
            place.TryAdd(cell, place.Count);
        }

        var equations = new List<double[]>();
        foreach (var sum in table.Sums)
        {
            // what is visible moves to the right-hand side
            var row = new double[place.Count + 1];
            var holds = false;
            double right = sum.TotalCell is null ? sum.Published : 0;
            foreach (var (cell, sign) in Terms(sum))
            {
                if (place.TryGetValue(cell, out var at))
                {
                    row[at] += sign;
                    holds = true;
                }
                else
                {
                    right -= sign * table.Counts[cell];
                }
            }

            row[^1] = right;
            if (holds)
            {
                equations.Add(row);
            }
        }

        var program =
            Simplex.Of(equations, place.Count)
            ?? throw new InvalidOperationException("The true counts satisfy their own sums.");
        return Array.ConvertAll(
            asked,
            cell => new AttackedCell(
                cell,
                table.Counts[cell],
                Whole(program.Lowest(place[cell])),
                Whole(program.Highest(place[cell]))
            )
        );
    }

    internal static IEnumerable<(int Cell, int Sign)> Terms(TableSum sum)
    {
        foreach (var part in sum.Parts)
        {
            yield return (part, 1);
        }

        if (sum.TotalCell is { } total)
        {
            yield return (total, -1);
        }
    }

    /// <summary>Takes away the last digits that the pivoting left behind.</summary>
    private static double Whole(double value) =>
        Math.Abs(value - Math.Round(value)) < 1e-7 ? Math.Round(value) + 0.0 : value;
}
