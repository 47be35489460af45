// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>What an experiment costs, by line and by year. Lines add up to the total; years too where they are given.</summary>
public sealed record Budget
{
    public required Eur Total { get; init; }
    public required IReadOnlyList<BudgetLine> Lines { get; init; }
    public required IReadOnlyList<BudgetYear> Years { get; init; }
    public required IReadOnlyList<Note> Cover { get; init; }
    public required string? Source { get; init; }
}

/// <summary>One line of the budget with what it includes.</summary>
public sealed record BudgetLine(string Name, Eur Amount, IReadOnlyList<string> Includes);

/// <summary>What is expected to be spent in a calendar year.</summary>
public sealed record BudgetYear(int Year, Eur Amount);
