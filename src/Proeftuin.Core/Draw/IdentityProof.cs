// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Draw;

/// <summary>Proof for one person that this person stood on the list when it was frozen, and can not have been exchanged since. It shows hashes of others only, and those reveal nobody.</summary>
public sealed record IdentityProof
{
    private IdentityProof(FrameMember member, MerkleProof path, Hash256 root) =>
        (Member, Path, Root) = (member, path, root);

    public FrameMember Member { get; }

    public MerkleProof Path { get; }

    /// <summary>The identity root of the committed record.</summary>
    public Hash256 Root { get; }

    /// <summary>The line that the person recomputes: <c>pseudonym;SHA-256(nonce ‖ person)</c>.</summary>
    public string Line => Membership.Leaf(Member);

    /// <summary>The proof from the tree of all members; refused when the tree does not lead to the committed root or the person is not in it.</summary>
    public static Outcome<IdentityProof> Of(MerkleTree identities, FrameMember member, Hash256 committedRoot)
    {
        if (identities.IndexOf(Membership.LeafHash(member)) is not { } index)
        {
            return new ListDiffersFromCommitment();
        }

        var path = identities.ProofOf(index);
        return path.Proves(System.Text.Encoding.UTF8.GetBytes(Membership.Leaf(member)), committedRoot)
            ? new IdentityProof(member, path, committedRoot)
            : new ListDiffersFromCommitment();
    }
}

/// <summary>Ticket code and check word do not belong together to a person on the list.</summary>
public sealed record NotOnTheList : Refusal
{
    public override string Message =>
        "Dit lotingnummer, deze lotcode en dit controlewoord horen niet bij elkaar. Neem ze precies over van de brief. Klopt het dan nog niet, bel dan uw gemeente.";
}

/// <summary>The stored list of persons does not lead to the root that was committed: somebody changed it afterwards.</summary>
public sealed record ListDiffersFromCommitment : Refusal
{
    public override string Message =>
        "De lijst van personen is niet de lijst die voor de loting is vastgelegd. Meld dit bij de griffier of de functionaris gegevensbescherming van de gemeente.";
}
