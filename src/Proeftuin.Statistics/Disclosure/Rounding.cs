// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Disclosure;

/// <summary>Rounding of published counts, each cell by itself, so that rounded parts need not add up to the rounded total. Witness: reference 22.</summary>
public static class Rounding
{
    /// <summary>The nearest multiple of the base; halfway goes up.</summary>
    public static long ToBase(long count, int @base)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(@base);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var rest = count % @base;
        return count - rest + (2 * rest >= @base ? @base : 0);
    }

    /// <summary>The counts a reader must hold possible after rounding.</summary>
    public static (long Lowest, long Highest) Possible(long rounded, int @base)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(@base);
        var below = @base / 2;
        return (Math.Max(0, rounded - below), rounded + (@base - 1) / 2);
    }
}
