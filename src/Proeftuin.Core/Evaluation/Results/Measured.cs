// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation.Results;

/// <summary>In what a difference is expressed.</summary>
public enum Scale
{
    /// <summary>Parts of one, written as percentage points.</summary>
    Share,
    Euro,
    Months,
}

/// <summary>A confidence interval on the scale of its estimate.</summary>
public sealed record Range(double Lower, double Upper, double Level)
{
    public bool LeavesOutZero => Lower > 0 || Upper < 0;
}

/// <summary>An estimated difference with everything a reader needs to judge it: its error, an interval per planned level, a p-value with the test it comes from, the people behind it and the method.</summary>
public sealed record Measured
{
    public required double Value { get; init; }

    /// <summary>Null where the method has none.</summary>
    public double? StandardError { get; init; }

    /// <summary>One per planned level, the main one first.</summary>
    public required IReadOnlyList<Range> Ranges { get; init; }

    /// <summary>Two-sided; null where there is no test.</summary>
    public double? P { get; init; }

    /// <summary>Where the p-value comes from.</summary>
    public string? Test { get; init; }

    /// <summary>The people whose outcome was used.</summary>
    public required long N { get; init; }

    public required string Method { get; init; }
}

/// <summary>One side of a comparison: how many people stand there, of how many the outcome is known, and their mean.</summary>
public sealed record Side(string Name, long People, long Known, double? Mean)
{
    /// <summary>How many have a yes-or-no outcome.</summary>
    public long Yes => (long)Math.Round((Mean ?? 0) * Known);
}
