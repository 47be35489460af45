// SPDX-License-Identifier: EUPL-1.2
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Proeftuin.Core.Accountability;

/// <summary>One line of the ledger: who did what, to what, when and why. Chained to the line before it, so that a changed, deleted, swapped or inserted line is found by recomputing.</summary>
public sealed record LedgerEntry
{
    public const int HashLength = 32;

    private static readonly byte[] Domain = "proeftuin/logboek/1"u8.ToArray();

    /// <summary>The municipality whose chain this is; the empty id is the chain of the system itself.</summary>
    public required Guid Chain { get; init; }

    /// <summary>Place in the chain, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The roles the account held at that moment, comma separated.</summary>
    public required string Roles { get; init; }

    /// <summary>What happened: "loting.bevroren".</summary>
    public required string Action { get; init; }

    /// <summary>To what: "loting/17".</summary>
    public required string Subject { get; init; }

    public required string Reason { get; init; }

    /// <summary>Before and after of the fields that changed, as JSON; personal fields are only named.</summary>
    public string? Changes { get; init; }

    public long? Count { get; init; }

    /// <summary>SHA-256 of a receipt or delivery that belongs to this line.</summary>
    public string? Receipt { get; init; }

    /// <summary>Pseudonym of the person whose file was read or changed.</summary>
    public Guid? DataSubject { get; init; }

    /// <summary>Salted hash of personal content that is kept beside the chain and can be erased.</summary>
    public byte[]? PayloadHash { get; init; }

    public required byte[] Previous { get; init; }

    public byte[] Hash { get; init; } = [];

    /// <summary>What stands before the first line.</summary>
    public static byte[] Beginning => new byte[HashLength];

    /// <summary>SHA-256 over the previous hash and every field, each with its length, so that no text can flow from one field into the next.</summary>
    public byte[] ComputeHash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> small = stackalloc byte[16];
        Append(sha, Domain);
        Append(sha, Previous);
        Append(sha, Chain, small);
        Append(sha, Sequence, small);
        Append(sha, At.UtcTicks, small);
        Append(sha, AccountId, small);
        Append(sha, Roles);
        Append(sha, Action);
        Append(sha, Subject);
        Append(sha, Reason);
        Append(sha, Changes);
        Append(sha, Count, small);
        Append(sha, Receipt);
        Append(sha, DataSubject, small);
        Append(sha, PayloadHash);
        return sha.GetHashAndReset();
    }

    /// <summary>The hash that stands in the chain for erasable content.</summary>
    public static byte[] HashPayload(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> content)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(salt);
        sha.AppendData(content);
        return sha.GetHashAndReset();
    }

    private static void Append(IncrementalHash sha, string? text) =>
        Append(sha, text is null ? null : Encoding.UTF8.GetBytes(text));

    private static void Append(IncrementalHash sha, Guid? id, Span<byte> buffer)
    {
        if (id is not { } value)
        {
            Append(sha, (byte[]?)null);
            return;
        }

        value.TryWriteBytes(buffer, bigEndian: true, out _);
        AppendLength(sha, 16);
        sha.AppendData(buffer[..16]);
    }

    private static void Append(IncrementalHash sha, long? number, Span<byte> buffer)
    {
        if (number is not { } value)
        {
            Append(sha, (byte[]?)null);
            return;
        }

        BinaryPrimitives.WriteInt64BigEndian(buffer, value);
        AppendLength(sha, 8);
        sha.AppendData(buffer[..8]);
    }

    private static void Append(IncrementalHash sha, byte[]? bytes)
    {
        AppendLength(sha, bytes?.Length ?? -1);
        sha.AppendData(bytes ?? []);
    }

    /// <summary>Absent is written as length -1, so that nothing and an empty text differ.</summary>
    private static void AppendLength(IncrementalHash sha, int length)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        sha.AppendData(bytes);
    }
}
