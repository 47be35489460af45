// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Draw;

/// <summary>One hash over a whole list, with for every line a short proof that it belongs to it. RFC 6962: leaves are hashed with prefix 00, nodes with 01, an odd node is promoted.</summary>
public sealed class MerkleTree
{
    private readonly Hash256[][] levels;

    private MerkleTree(Hash256[][] levels) => this.levels = levels;

    public Hash256 Root => levels[^1][0];

    public int Count => levels[0].Length;

    /// <summary>A tree over at least one leaf, in the order given.</summary>
    public static MerkleTree Of(IReadOnlyList<byte[]> leaves) => OfHashes([.. leaves.Select(leaf => HashLeaf(leaf))]);

    public static MerkleTree OfHashes(Hash256[] leafHashes)
    {
        if (leafHashes.Length == 0)
        {
            throw new ArgumentException("A tree has at least one leaf.", nameof(leafHashes));
        }

        var built = new List<Hash256[]> { leafHashes };
        while (built[^1].Length > 1)
        {
            var below = built[^1];
            var above = new Hash256[(below.Length + 1) / 2];
            for (var i = 0; i < above.Length; i++)
            {
                above[i] = 2 * i + 1 < below.Length ? HashNode(below[2 * i], below[2 * i + 1]) : below[2 * i];
            }

            built.Add(above);
        }

        return new MerkleTree([.. built]);
    }

    public static Hash256 HashLeaf(ReadOnlySpan<byte> leaf)
    {
        Span<byte> text = leaf.Length < 512 ? stackalloc byte[leaf.Length + 1] : new byte[leaf.Length + 1];
        text[0] = 0;
        leaf.CopyTo(text[1..]);
        return Hash256.Of(text);
    }

    private static Hash256 HashNode(Hash256 left, Hash256 right)
    {
        Span<byte> text = stackalloc byte[65];
        text[0] = 1;
        left.CopyTo(text[1..]);
        right.CopyTo(text[33..]);
        return Hash256.Of(text);
    }

    /// <summary>The neighbours on the way from leaf <paramref name="index"/> (counted from 0) to the root.</summary>
    public MerkleProof ProofOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var path = new List<Hash256>();
        var at = index;
        foreach (var level in levels[..^1])
        {
            if ((at ^ 1) < level.Length)
            {
                path.Add(level[at ^ 1]);
            }

            at /= 2;
        }

        return new MerkleProof(index, Count, path);
    }

    /// <summary>Where a leaf with this hash stands, counted from 0; null when it is not in the list.</summary>
    public int? IndexOf(Hash256 leaf) => Array.IndexOf(levels[0], leaf) is >= 0 and var index ? index : null;

    internal static Hash256? RootFrom(Hash256 leaf, MerkleProof proof)
    {
        if (proof.Index < 0 || proof.Index >= proof.Count)
        {
            return null;
        }

        var (hash, at, width, used) = (leaf, proof.Index, proof.Count, 0);
        for (; width > 1; at /= 2, width = (width + 1) / 2)
        {
            if ((at ^ 1) >= width)
            {
                continue;
            }

            if (used == proof.Path.Count)
            {
                return null;
            }

            var other = proof.Path[used++];
            hash = (at & 1) == 0 ? HashNode(hash, other) : HashNode(other, hash);
        }

        return used == proof.Path.Count ? hash : null;
    }
}

/// <summary>Proof that one line is in the published list: its place (from 0), the number of lines and the neighbouring hashes from leaf to root.</summary>
public sealed record MerkleProof(int Index, int Count, IReadOnlyList<Hash256> Path)
{
    /// <summary>Whether this leaf with this proof leads to that root.</summary>
    public bool Proves(ReadOnlySpan<byte> leaf, Hash256 root) =>
        MerkleTree.RootFrom(MerkleTree.HashLeaf(leaf), this) is { } reached && reached == root;
}
