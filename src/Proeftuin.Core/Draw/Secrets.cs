// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;

namespace Proeftuin.Core.Draw;

/// <summary>The 32 random bytes that one holder made on an own device and kept sealed until after the entropy moment.</summary>
public sealed class Secret
{
    public const int Length = 32;

    private readonly byte[] bytes;

    private Secret(byte[] bytes)
    {
        this.bytes = bytes;
        Commitment = Hash256.Of([.. "proeftuin-commit-v1"u8, 0, .. bytes]);
    }

    /// <summary>What is published beforehand: SHA-256 of <c>"proeftuin-commit-v1" ‖ 0x00 ‖ secret</c>.</summary>
    public Hash256 Commitment { get; }

    /// <summary>Reads exactly 64 lower-case hexadecimal digits.</summary>
    public static Outcome<Secret> Parse(string? hex) =>
        Hash256.TryParse(hex, out var bytes) ? new Secret(bytes.ToBytes()) : new SecretHasWrongForm();

    public static Outcome<Secret> Of(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new Secret(bytes.ToArray()) : new SecretHasWrongForm();

    /// <summary>The secret that enters the draw: of one holder the own secret, of several the hash of all in the committed order. Refuses equal secrets.</summary>
    public static Outcome<byte[]> Join(IReadOnlyList<Secret> secrets)
    {
        if (secrets.Count == 0)
        {
            return new NoSecretHolder();
        }

        if (secrets.Select(s => s.Commitment).Distinct().Count() != secrets.Count)
        {
            return new SecretUsedBefore();
        }

        return secrets.Count == 1
            ? secrets[0].bytes
            : SHA256.HashData([.. "proeftuin-secret-v1"u8, 0, .. secrets.SelectMany(s => s.bytes)]);
    }

    public string ToHex() => Convert.ToHexStringLower(bytes);

    /// <summary>A secret is not shown by accident.</summary>
    public override string ToString() => "geheim";
}

/// <summary>Someone outside the project who keeps a secret, and the commitment that was published.</summary>
public sealed record SecretHolder
{
    private SecretHolder(string name, Hash256 commitment) => (Name, Commitment) = (name, commitment);

    public string Name { get; }

    public Hash256 Commitment { get; }

    public static Outcome<SecretHolder> Of(string name, string? commitment) =>
        !PlainText.Is(name, 100) ? new HolderNameUnfit(name ?? "")
        : Hash256.TryParse(commitment, out var hash) ? new SecretHolder(name, hash)
        : new CommitmentHasWrongForm();

    /// <summary>Refuses no holder, a holder twice, equal commitments and a commitment that was used in an earlier draw.</summary>
    public static IReadOnlyList<Refusal> ProblemsWith(
        IReadOnlyList<SecretHolder> holders,
        IReadOnlySet<Hash256> usedBefore
    )
    {
        var problems = new List<Refusal>();
        if (holders.Count == 0)
        {
            problems.Add(new NoSecretHolder());
        }

        if (DrawPlan.FirstDouble(holders.Select(h => h.Name)) is { } twice)
        {
            problems.Add(new HolderNameUnfit(twice));
        }

        if (
            holders.Select(h => h.Commitment).Distinct().Count() != holders.Count
            || holders.Any(h => usedBefore.Contains(h.Commitment))
        )
        {
            problems.Add(new SecretUsedBefore());
        }

        return problems;
    }
}

/// <summary>The secret is not 32 bytes in hexadecimal digits.</summary>
public sealed record SecretHasWrongForm : Refusal
{
    public override string Message =>
        "Een geheim is precies 32 bytes: 64 tekens, alleen 0-9 en kleine letters a-f. Controleer het papier van de houder.";
}

/// <summary>The commitment is not a SHA-256 in hexadecimal digits.</summary>
public sealed record CommitmentHasWrongForm : Refusal
{
    public override string Message => "Een toezegging is 64 tekens: alleen 0-9 en kleine letters a-f.";
}

/// <summary>No holder of a secret is named.</summary>
public sealed record NoSecretHolder : Refusal
{
    public override string Message => "Wijs minstens één houder van een geheim aan, buiten het project.";
}

/// <summary>The holder's name is empty, too long or given twice.</summary>
public sealed record HolderNameUnfit(string Name) : Refusal
{
    public override string Message => $"De naam van de houder '{Name}' is leeg, te lang, of staat er al.";
}

/// <summary>A secret or commitment was used before, in this draw or in another one.</summary>
public sealed record SecretUsedBefore : Refusal
{
    public override string Message =>
        "Dit geheim of deze toezegging is al eens gebruikt. Iedere houder maakt voor iedere loting een nieuw geheim.";
}
