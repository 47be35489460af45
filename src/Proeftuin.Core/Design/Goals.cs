// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>The goals a participant can work at, highest first, and how they are reviewed.</summary>
public sealed record Goals
{
    public required IReadOnlyList<Goal> Ladder { get; init; }

    /// <summary>Whether somebody may have several goals at once.</summary>
    public required bool SeveralAtOnce { get; init; }
    public required int? ReviewedEveryMonths { get; init; }

    /// <summary>Whether the highest achievable goal is recorded apart.</summary>
    public required bool HighestRecorded { get; init; }

    /// <summary>What "kansrijk" means: who is judged to have a fair chance of leaving assistance.</summary>
    public required Knowable<string>? Promising { get; init; }
    public required IReadOnlyList<string> Arms { get; init; }
    public required string? Source { get; init; }
}

/// <summary>One goal on the ladder.</summary>
public sealed record Goal(string Code, string Name);
