// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;

namespace Proeftuin.App.Rehearsal;

/// <summary>What a rehearsal takes for granted. All of it is made up: it says what a municipality expects, not what is known. Shares are in tenths of a per cent.</summary>
public sealed record Assumptions
{
    /// <summary>The protocol they were written for, or "standaard" for any.</summary>
    public required string For { get; init; }

    /// <summary>The sentence that says they are made up; shown with every outcome.</summary>
    public required string Warning { get; init; }
    public required AssumedAnswers Answers { get; init; }
    public required IReadOnlyList<AssumedExit> Exits { get; init; }
    public required AssumedReturn Return { get; init; }
    public required AssumedEarnings Earnings { get; init; }
    public required AssumedStops Stops { get; init; }
    public required AssumedDelivery Delivery { get; init; }

    /// <summary>What differs per arm; an arm that is not here follows the general assumptions and has no effect.</summary>
    public required IReadOnlyList<AssumedArm> Arms { get; init; }

    /// <summary>New benefits per month for the cohorts after the start; null where there are none.</summary>
    public required AssumedInflow? Inflow { get; init; }

    public AssumedArm Of(string arm) =>
        Arms.FirstOrDefault(a => string.Equals(a.Arm, arm, StringComparison.Ordinal))
        ?? new AssumedArm(arm, Answers.Joins, Effect: AssumedArm.NoEffect, EarningsEffect: AssumedArm.NoEffect);
}

/// <summary>The answers to a letter, of everyone invited; the rest does not answer. <paramref name="Late"/> says yes after all, within so many months.</summary>
public sealed record AssumedAnswers(int Joins, int Declines, int Late, int LateWithinMonths);

/// <summary>The share of people on benefit who leave for this reason in a year, without the experiment. After some reasons nobody comes back.</summary>
public sealed record AssumedExit(string Reason, bool ToWork, bool IsFinal, int PerYear);

/// <summary>The share of those who left that comes back, and within how many months.</summary>
public sealed record AssumedReturn(int Chance, int WithinMonths);

/// <summary>The share of people on benefit with earnings in the first and the last month, their lowest and highest month, and how many amounts are round.</summary>
public sealed record AssumedEarnings(int ShareAtStart, int ShareAtEnd, Eur Least, Eur Most, int Round);

/// <summary>Who stops in a year, by their own wish or by the municipality, and what those who stop want with their data; the rest withdraws them.</summary>
public sealed record AssumedStops(int PerYear, int EndedPerYear, int KeepFollowing, int UseUntilNow);

/// <summary>The share of facts that arrives one to three months late, and the share of amounts that is corrected a month later.</summary>
public sealed record AssumedDelivery(int Late, int Corrected);

/// <summary>One arm: its own take-up and its effects in per cent of the usual; 100 is no effect.</summary>
public sealed record AssumedArm(string Arm, int Joins, int Effect, int EarningsEffect)
{
    public const int NoEffect = 100;
}

/// <summary>So many new households each month, in so many months after the start.</summary>
public sealed record AssumedInflow(int PerMonth, int Months);
