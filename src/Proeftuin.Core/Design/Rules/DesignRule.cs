// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>How serious it is that a protocol breaks a rule.</summary>
public enum Severity
{
    /// <summary>The experiment may not run like this.</summary>
    Error,

    /// <summary>It is doubtful whether it may; somebody must decide.</summary>
    Warning,

    /// <summary>Worth knowing before the decision.</summary>
    Attention,
}

/// <summary>To which projects a rule applies.</summary>
public enum RuleScope
{
    /// <summary>Randomised experiments under the decree of 2017 or a successor.</summary>
    ExperimentUnderDecree,

    /// <summary>Every project that names the decree, also one that only explores taking part.</summary>
    ProjectUnderDecree,

    /// <summary>Every project in which lots are drawn.</summary>
    Randomised,
}

/// <summary>One statutory or methodical rule for a design, as data: what it says, where it stands, when it held, how serious a breach is, and how sure we are of the text.</summary>
public sealed record DesignRule
{
    public required string Id { get; init; }
    public required string Text { get; init; }
    public required Numbering Article { get; init; }
    public required RuleScope Scope { get; init; }
    public required Severity Severity { get; init; }
    public required Period Valid { get; init; }

    /// <summary>Why no program can judge this rule from a protocol; null when a checker judges it.</summary>
    public required string? ByHand { get; init; }
    public required string Source { get; init; }

    /// <summary>How the text of the rule was established: read in the law, from a source, second-hand.</summary>
    public required string Confidence { get; init; }

    /// <summary>The numbers of the rule by name; in the unit its name says.</summary>
    public required IReadOnlyDictionary<string, int> Numbers { get; init; }

    /// <summary>The days of the rule by name.</summary>
    public required IReadOnlyDictionary<string, DateOnly> Days { get; init; }

    public bool AppliesTo(Protocol protocol) =>
        Scope switch
        {
            RuleScope.ExperimentUnderDecree => protocol.Kind is ProjectKind.RandomisedUnderDecree,
            RuleScope.ProjectUnderDecree => protocol.Legal.Regime is Regime.Decree2017,
            RuleScope.Randomised => protocol.Kind
                is ProjectKind.RandomisedUnderDecree
                    or ProjectKind.RandomisedWithinTheAct,
        };
}
