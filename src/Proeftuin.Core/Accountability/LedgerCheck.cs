// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Accountability;

/// <summary>Recomputes one chain line by line, from content only: a stored hash is compared, never trusted. Stops being sound at the first fault, so the caller stops there.</summary>
public sealed class LedgerCheck(Guid chain)
{
    private readonly SortedSet<long> withoutContent = [];

    public long Sequence { get; private set; }

    public byte[] Hash { get; private set; } = LedgerEntry.Beginning;

    /// <summary>Takes the next line as it stands in the store, with what is known of its erasable content; gives the fault or null.</summary>
    public LedgerFault? Next(LedgerEntry entry, StoredPayload payload)
    {
        var expected = Sequence + 1;
        if (entry.Chain != chain)
        {
            return new LineOfAnotherChain(entry.Sequence);
        }

        if (entry.Sequence != expected)
        {
            return entry.Sequence > expected ? new LineMissing(expected) : new LineOutOfPlace(entry.Sequence);
        }

        if (!entry.Previous.AsSpan().SequenceEqual(Hash))
        {
            return new LineDoesNotFollow(entry.Sequence);
        }

        var computed = entry.ComputeHash();
        if (!entry.Hash.AsSpan().SequenceEqual(computed))
        {
            return new LineChanged(entry.Sequence);
        }

        (Sequence, Hash) = (entry.Sequence, computed);
        return CheckPayload(entry, payload);
    }

    /// <summary>After the last line: the head must name exactly this line, and content may only be absent where a later line says it was erased.</summary>
    public LedgerFault? End(long headSequence, byte[] headHash)
    {
        if (headSequence > Sequence)
        {
            return new LineMissing(Sequence + 1);
        }

        if (headSequence < Sequence)
        {
            return new LineBeyondHead(headSequence + 1);
        }

        if (!headHash.AsSpan().SequenceEqual(Hash))
        {
            return new HeadDiffers(Sequence);
        }

        return withoutContent.Count > 0 ? new ContentMissing(withoutContent.Min) : null;
    }

    private LedgerFault? CheckPayload(LedgerEntry entry, StoredPayload payload)
    {
        if (
            string.Equals(entry.Action, ErasedAction, StringComparison.Ordinal)
            && ErasedLine(entry.Subject) is { } erased
        )
        {
            withoutContent.Remove(erased);
        }

        if (entry.PayloadHash is not { } promised)
        {
            return payload.Exists ? new ContentAdded(entry.Sequence) : null;
        }

        if (payload is { Salt: { } salt, Content: { } content })
        {
            return promised.AsSpan().SequenceEqual(LedgerEntry.HashPayload(salt, content))
                ? null
                : new ContentChanged(entry.Sequence);
        }

        withoutContent.Add(entry.Sequence);
        return null;
    }

    /// <summary>The action of the line that records an erasure, and how its subject names the erased line.</summary>
    public const string ErasedAction = "logboek.inhoud-gewist";

    public static string ErasedSubject(long sequence) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"logboek/{sequence}");

    private static long? ErasedLine(string subject) =>
        subject.StartsWith("logboek/", StringComparison.Ordinal)
        && long.TryParse(subject["logboek/".Length..], System.Globalization.CultureInfo.InvariantCulture, out var line)
            ? line
            : null;
}

/// <summary>The erasable content beside a ledger line, as stored: not there at all, erased (no salt, no content) or present.</summary>
public readonly record struct StoredPayload(bool Exists, byte[]? Salt, byte[]? Content);
