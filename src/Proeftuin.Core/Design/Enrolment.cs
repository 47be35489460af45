// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>How somebody joins and leaves.</summary>
public sealed record Enrolment
{
    public required bool Voluntary { get; init; }

    /// <summary>How people say that they join, for example in writing or by signing the group's rules.</summary>
    public required Knowable<string> ConsentForm { get; init; }
    public required bool WrittenConsent { get; init; }

    /// <summary>Whether somebody may choose another group than the one drawn.</summary>
    public required bool MayChooseOtherArm { get; init; }

    /// <summary>Whether somebody may leave at any time without a sanction.</summary>
    public required Knowable<bool> LeavesWithoutSanction { get; init; }
    public required Knowable<int> Wanted { get; init; }
    public required string? Source { get; init; }
}

/// <summary>A contact that a protocol prescribes: for which arms, when, and what is asked.</summary>
public sealed record ContactMoment
{
    public required string Code { get; init; }
    public required string What { get; init; }
    public required IReadOnlyList<string> Arms { get; init; }

    /// <summary>Months after the start, for contacts on fixed moments; empty for a rhythm.</summary>
    public required IReadOnlyList<int> AfterMonths { get; init; }

    /// <summary>Every so many months from the start; null for fixed moments.</summary>
    public required int? EveryMonths { get; init; }
    public required IReadOnlyList<Question> Questions { get; init; }
    public required string? Source { get; init; }

    /// <summary>Whether this contact falls due <paramref name="months"/> months after the start.</summary>
    public bool FallsAfter(int months) =>
        AfterMonths.Contains(months) || (EveryMonths is { } every && months % every == 0);
}

/// <summary>A question of a fixed script; asked only when <paramref name="OnlyIf"/> holds.</summary>
public sealed record Question(string Code, string Text, IReadOnlyList<string> Answers, AskedIf? OnlyIf);

/// <summary>A question is asked when an earlier one was answered so.</summary>
public sealed record AskedIf(string Question, string Answer);
