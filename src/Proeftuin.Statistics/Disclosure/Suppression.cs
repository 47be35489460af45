// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Disclosure;

/// <summary>What hiding a cell costs.</summary>
public enum HidingCost
{
    /// <summary>Every cell the same: as few cells as possible.</summary>
    Cells,

    /// <summary>The count in it: as few people as possible.</summary>
    People,
}

/// <summary>Which cells to hide so that no small count can be worked out.</summary>
public sealed record SuppressionPattern
{
    /// <summary>The cells that are hidden because they are small.</summary>
    public required IReadOnlyList<int> Primary { get; init; }

    /// <summary>The cells that are hidden to protect those.</summary>
    public required IReadOnlyList<int> Secondary { get; init; }

    /// <summary>What the secondary cells cost together.</summary>
    public required long Cost { get; init; }

    /// <summary>The attacker's interval of every hidden cell.</summary>
    public required IReadOnlyList<AttackedCell> Intervals { get; init; }

    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <summary>Hides small counts and, as cheaply as can be, enough other cells that an attacker keeps an interval of the width asked for every small count. Reference: Fischetti, Salazar (2001), Management Science 47:1008-1027 for the problem; the search here is branch and bound with the audit as its test. Witness: reference 22.</summary>
public static class Suppression
{
    /// <summary>The counts above zero and below the threshold.</summary>
    public static IReadOnlyList<int> Primary(CountTable table, long threshold) =>
        [
            .. Enumerable
                .Range(0, table.Counts.Count)
                .Where(cell => table.Counts[cell] > 0 && table.Counts[cell] < threshold),
        ];

    /// <summary>The cheapest pattern. <paramref name="mayHide"/> says which other cells may be hidden (all by default). When the search is cut off after <paramref name="mostSteps"/> steps the best pattern found is returned with <see cref="Warning.PerhapsNotBest"/>: safe, perhaps not cheapest.</summary>
    public static Answer<SuppressionPattern> Protect(
        CountTable table,
        IReadOnlyList<int> primary,
        double width,
        HidingCost cost,
        Func<int, bool>? mayHide = null,
        int mostSteps = 100_000
    )
    {
        if (table.Check() is { } why)
        {
            return why;
        }

        var search = new SuppressionSearch(table, primary, width, cost, mayHide ?? (_ => true), mostSteps);
        if (search.Run() is not { } secondary)
        {
            return Obstacle.NotProtectable;
        }

        int[] hidden = [.. primary, .. secondary];
        return new SuppressionPattern
        {
            Primary = primary,
            Secondary = secondary,
            Cost = secondary.Sum(search.CostOf),
            Intervals = Attack.On(table, hidden, hidden),
            Warnings = search.CutOff ? [Warning.PerhapsNotBest] : [],
        };
    }
}
