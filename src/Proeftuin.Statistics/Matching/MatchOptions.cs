// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Matching;

/// <summary>Which treated unit may choose first. MatchIt: m.order.</summary>
public enum MatchOrder
{
    /// <summary>The highest score first: the hardest to match. MatchIt's default for scores.</summary>
    Largest,

    /// <summary>The lowest score first.</summary>
    Smallest,

    /// <summary>As in the data. MatchIt's default without scores.</summary>
    Data,
}

/// <summary>Whom to take when several are equally near.</summary>
public enum TieRule
{
    /// <summary>As MatchIt 4.7.2 finds them, walking from the treated unit through the units in order of score: below it the last of the equals in the data, above it the first.</summary>
    AsMatchIt,

    /// <summary>The first in the data, as a plain search with which.min would.</summary>
    FirstInData,
}

/// <summary>The rules of nearest-neighbour matching; names as in R's MatchIt.</summary>
public sealed record MatchOptions
{
    /// <summary>Controls per treated unit. Everybody gets a first one before anybody gets a second; who finds fewer keeps those.</summary>
    public int Ratio { get; init; } = 1;

    /// <summary>The farthest a match may be, in standard deviations of the score over all units (MatchIt: caliper with std.caliper = TRUE); null for no limit.</summary>
    public double? Caliper { get; init; }

    /// <summary>Whether a control may be used more than once. MatchIt: replace.</summary>
    public bool Replacement { get; init; }

    /// <summary>Only units with the same label are matched. MatchIt: exact.</summary>
    public IReadOnlyList<int>? Exact { get; init; }

    public MatchOrder Order { get; init; } = MatchOrder.Largest;

    public TieRule Ties { get; init; } = TieRule.AsMatchIt;
}
