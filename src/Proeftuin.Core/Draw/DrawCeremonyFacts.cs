// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Draw;

/// <summary>What the draw officer wants to commit.</summary>
public sealed record CommitRequest
{
    public required DrawPlan Plan { get; init; }

    public required Frame Frame { get; init; }

    public required Membership Members { get; init; }

    public required IReadOnlyList<SecretHolder> Holders { get; init; }

    public required string EntropySource { get; init; }

    public required EntropyTemplate EntropyTemplate { get; init; }

    public required DateTimeOffset EntropyMoment { get; init; }

    public required Hash256 AnalysisPlanSha256 { get; init; }
}

/// <summary>What the same trial did before: the last committed record of its chain, every commitment ever used, and the draws that are still open after committing.</summary>
public sealed record TrialHistory(
    int LastNumber,
    Hash256 LastSha256,
    IReadOnlySet<Hash256> CommitmentsUsed,
    IReadOnlyList<DrawId> OpenDraws
);

/// <summary>The public value as one person typed it.</summary>
public sealed record EntropyEntry(Guid By, string Value);

/// <summary>What an entry of the public value led to.</summary>
public abstract record EntropyEntered
{
    private EntropyEntered() { }

    /// <summary>The other person must still type it.</summary>
    public sealed record First : EntropyEntered;

    /// <summary>Both persons typed the same.</summary>
    public sealed record Agreed(string Value) : EntropyEntered;

    /// <summary>They differ: both entries are put aside and both persons type again.</summary>
    public sealed record Differs : EntropyEntered;
}

/// <summary>What came in after the moment.</summary>
public sealed record DrawInputs(
    Frame Frame,
    IReadOnlyList<Publication> Publications,
    IReadOnlyList<Secret> Secrets,
    string? Entropy
);

/// <summary>What the second person found, and whether it is what the system found.</summary>
public sealed record Verification(Hash256 Found, bool Agrees);

/// <summary>How much of a draw is public.</summary>
public enum DisclosedAs
{
    /// <summary>Tickets and arms of every unit.</summary>
    Full,

    /// <summary>The Merkle root, and for every ticket code its own place and proof; the full receipt goes to the signers.</summary>
    RootAndOwnProof,
}
