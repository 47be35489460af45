// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Disclosure;

/// <summary>Branch and bound over what else to hide. A sum with one hidden cell gives that cell away, so a cheapest pattern hides another one in it: that is what is branched on first; where no such sum is left, the attacker's programme decides.</summary>
internal sealed class SuppressionSearch
{
    private readonly CountTable table;
    private readonly int[] primary;
    private readonly double width;
    private readonly HidingCost cost;
    private readonly int[][] sums;
    private readonly int mostSumsPerCell;
    private readonly bool[] hidden;
    private readonly bool[] closed;
    private readonly int mostSteps;
    private int steps;
    private long bestCost = long.MaxValue;
    private int[]? best;

    public SuppressionSearch(
        CountTable table,
        IReadOnlyList<int> primary,
        double width,
        HidingCost cost,
        Func<int, bool> mayHide,
        int mostSteps
    )
    {
        this.table = table;
        this.primary = [.. primary];
        this.width = width;
        this.cost = cost;
        this.mostSteps = mostSteps;
        sums = [.. table.Sums.Select(sum => Attack.Terms(sum).Select(term => term.Cell).ToArray())];
        mostSumsPerCell = Math.Max(1, sums.SelectMany(s => s).GroupBy(cell => cell).Max(g => (int?)g.Count()) ?? 1);
        hidden = new bool[table.Counts.Count];
        closed = [.. Enumerable.Range(0, table.Counts.Count).Select(cell => !mayHide(cell))];
        foreach (var cell in primary)
        {
            hidden[cell] = true;
        }
    }

    public bool CutOff => steps > mostSteps;

    public long CostOf(int cell) => cost == HidingCost.Cells ? 1 : table.Counts[cell];

    /// <summary>The cells to hide besides the primary ones, or null when nothing protects them.</summary>
    public int[]? Run()
    {
        Search(0);
        return best;
    }

    private void Search(long soFar)
    {
        steps++;
        if (CutOff && (best is not null || steps > 20 * mostSteps))
        {
            return;
        }

        int[]? tightest = null;
        double needed = 0;
        foreach (var sum in sums)
        {
            if (sum.Count(cell => hidden[cell]) != 1)
            {
                continue;
            }

            int[] open = Open(sum);
            if (open.Length == 0)
            {
                return;
            }

            needed += CostOf(open[0]);
            tightest = tightest is null || open.Length < tightest.Length ? open : tightest;
        }

        // one cell can help as many sums as it is in
        if (soFar + needed / mostSumsPerCell >= bestCost)
        {
            return;
        }

        if (tightest is null && Safe())
        {
            bestCost = soFar;
            best = [.. Enumerable.Range(0, hidden.Length).Where(cell => hidden[cell]).Except(primary)];
            return;
        }

        Branch(tightest ?? Open([.. Enumerable.Range(0, hidden.Length)]), soFar);
    }

    /// <summary>Hides each of the cells in turn; a cell that was tried is closed for the ones after it, so that no pattern is met twice.</summary>
    private void Branch(int[] cells, long soFar)
    {
        foreach (var cell in cells)
        {
            hidden[cell] = true;
            Search(soFar + CostOf(cell));
            hidden[cell] = false;
            closed[cell] = true;
        }

        foreach (var cell in cells)
        {
            closed[cell] = false;
        }
    }

    /// <summary>Cells that can still be hidden, the cheapest first.</summary>
    private int[] Open(int[] cells) => [.. cells.Where(cell => !hidden[cell] && !closed[cell]).OrderBy(CostOf)];

    private bool Safe()
    {
        int[] now = [.. Enumerable.Range(0, hidden.Length).Where(cell => hidden[cell])];
        return primary.Length == 0
            || Array.TrueForAll(Attack.On(table, now, primary), cell => cell.Width >= width - 1e-9);
    }
}
