// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>One thing a rule has to say about a protocol: a sentence for a policy officer or jurist, and what to do.</summary>
public sealed record DesignFinding(
    DesignRule Rule,
    Severity Severity,
    bool CannotBeAssessed,
    string Sentence,
    string Remedy
);

/// <summary>What all rules together say about a protocol on a day.</summary>
public sealed record DesignAssessment
{
    /// <summary>The day on which the rules had to be in force.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The most serious first, then in the order of the rules.</summary>
    public required IReadOnlyList<DesignFinding> Findings { get; init; }

    /// <summary>Rules that were judged and had nothing to say.</summary>
    public required IReadOnlyList<DesignRule> Met { get; init; }

    /// <summary>Rules in force that a person must judge.</summary>
    public required IReadOnlyList<DesignRule> ByHand { get; init; }

    /// <summary>Rules that were not in force on the day.</summary>
    public required IReadOnlyList<DesignRule> NotInForce { get; init; }
}

/// <summary>What a checker says: broken, not to be assessed because something is unknown, or merely worth mentioning.</summary>
internal abstract record Verdict(string Sentence, string Remedy)
{
    internal sealed record Broken(string Sentence, string Remedy) : Verdict(Sentence, Remedy);

    internal sealed record Open(string Sentence, string Remedy) : Verdict(Sentence, Remedy);

    internal sealed record Mention(string Sentence, string Remedy) : Verdict(Sentence, Remedy);
}
