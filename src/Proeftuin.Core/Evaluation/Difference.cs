// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation;

/// <summary>A difference between two shares with its confidence interval. All three are parts of one: 0.1005 is 10.05 percentage points.</summary>
public sealed record Difference(double Value, double Lower, double Upper, double Level, string Method)
{
    /// <summary>Whether the interval leaves out "no difference".</summary>
    public bool LeavesOutZero => Lower > 0 || Upper < 0;
}

/// <summary>A p-value and the test it comes from.</summary>
public sealed record Significance(double P, string Method);

/// <summary>What the numbers allow us to say of a comparison.</summary>
public enum Verdict
{
    /// <summary>The interval leaves out zero and the exact test agrees.</summary>
    Shown,

    /// <summary>Neither shows a difference. That is not the same as "no effect".</summary>
    NotShown,

    /// <summary>The interval and the exact test do not agree.</summary>
    Doubtful,

    /// <summary>The comparison could not be computed.</summary>
    NotEstimable,
}

/// <summary>A number that does not exist for these data, and why.</summary>
public sealed record NotEstimable(string Why) : Refusal
{
    public override string Message => $"Niet te berekenen: {Why}.";
}
