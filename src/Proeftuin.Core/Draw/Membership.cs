// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;

namespace Proeftuin.Core.Draw;

/// <summary>A person behind a unit at the moment of freezing, with the 32 secret bytes (nonce) that only this person and the system receive.</summary>
public sealed record FrameMember(string Pseudonym, string Person, byte[] Nonce);

/// <summary>Who stood behind which pseudonym when the frame was frozen, as two hashes that reveal nobody and can never be changed unseen.</summary>
public sealed class Membership
{
    public const int NonceLength = 32;

    private Membership(FrameMember[] members)
    {
        Members = members;
        MembersSha256 = Hash256.Of(Frame.Lines(members.Length, i => (members[i].Pseudonym, members[i].Person)));
        Identities = IdentityTree(members);
    }

    /// <summary>Sorted by pseudonym, then person.</summary>
    public IReadOnlyList<FrameMember> Members { get; }

    /// <summary>SHA-256 of the lines <c>pseudonym;person\n</c>.</summary>
    public Hash256 MembersSha256 { get; }

    /// <summary>The tree over <c>pseudonym;SHA-256(nonce ‖ person)</c>, leaves in ordinal order.</summary>
    public MerkleTree Identities { get; }

    /// <summary>Refuses a unit without persons, a person in two units, a pseudonym that is not in the frame and a nonce of the wrong length.</summary>
    public static Outcome<Membership> Of(Frame frame, IEnumerable<FrameMember> members)
    {
        var sorted = members.ToArray();
        Array.Sort(
            sorted,
            static (x, y) =>
                string.CompareOrdinal(x.Pseudonym, y.Pseudonym) is var c && c != 0
                    ? c
                    : string.CompareOrdinal(x.Person, y.Person)
        );
        var units = frame.Units.Select(u => u.Pseudonym).ToHashSet(StringComparer.Ordinal);
        var persons = new HashSet<string>(sorted.Length, StringComparer.OrdinalIgnoreCase);
        var nonces = new HashSet<Hash256>(sorted.Length);
        var covered = new HashSet<string>(units.Count, StringComparer.Ordinal);
        foreach (var member in sorted)
        {
            if (!Token.Is(member.Person))
            {
                return new NotAToken("Het kenmerk van de persoon", member.Person);
            }

            if (!units.Contains(member.Pseudonym))
            {
                return new MemberOutsideFrame(member.Pseudonym);
            }

            if (member.Nonce.Length != NonceLength || !nonces.Add(Hash256.FromBytes(member.Nonce)))
            {
                return new NonceUnfit(member.Pseudonym);
            }

            if (!persons.Add(member.Person))
            {
                return new PersonInTwoUnits(member.Pseudonym);
            }

            covered.Add(member.Pseudonym);
        }

        return frame.Units.FirstOrDefault(u => !covered.Contains(u.Pseudonym)) is { Pseudonym: { } lonely }
            ? new UnitWithoutPersons(lonely)
            : new Membership(sorted);
    }

    /// <summary>The tree whose root is committed: the leaves of all members in ordinal order.</summary>
    public static MerkleTree IdentityTree(IEnumerable<FrameMember> members) =>
        MerkleTree.Of([.. members.Select(Leaf).Order(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes)]);

    /// <summary>The text of one leaf: what a participant recomputes from the own letter.</summary>
    public static string Leaf(FrameMember member)
    {
        var person = Encoding.UTF8.GetBytes(member.Person);
        return $"{member.Pseudonym};{Convert.ToHexStringLower(SHA256.HashData([.. member.Nonce, .. person]))}";
    }

    /// <summary>Where a person's leaf stands in the tree, for the proof; null when the person is not in the frame.</summary>
    public int? IndexOf(FrameMember member) => Identities.IndexOf(LeafHash(member));

    internal static Hash256 LeafHash(FrameMember member) => MerkleTree.HashLeaf(Encoding.UTF8.GetBytes(Leaf(member)));
}

/// <summary>A unit has nobody in it.</summary>
public sealed record UnitWithoutPersons(string Pseudonym) : Refusal
{
    public override string Message => $"Bij pseudoniem '{Pseudonym}' hoort geen enkele persoon.";
}

/// <summary>A person stands in two units.</summary>
public sealed record PersonInTwoUnits(string Pseudonym) : Refusal
{
    public override string Message =>
        $"Een persoon bij pseudoniem '{Pseudonym}' staat ook bij een ander huishouden. Iedere persoon mag maar één keer meedoen.";
}

/// <summary>A member names a unit that is not in the frame.</summary>
public sealed record MemberOutsideFrame(string Pseudonym) : Refusal
{
    public override string Message => $"Pseudoniem '{Pseudonym}' staat niet op de lijst.";
}

/// <summary>The secret number of a person has the wrong length or was used twice.</summary>
public sealed record NonceUnfit(string Pseudonym) : Refusal
{
    public override string Message =>
        $"Het geheime controlegetal bij pseudoniem '{Pseudonym}' is geen 32 bytes of is al gebruikt.";
}
