// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using System.Text.Json;
using Proeftuin.App.Identity;
using Proeftuin.Core;

namespace Proeftuin.App.Ledger;

/// <summary>Where a chain stood on a day. Kept outside the installation, it shows a later rewriting of history, even by someone who has all the keys but not this file.</summary>
public sealed record Checkpoint(Guid Chain, long Sequence, byte[] Hash);

/// <summary>The checkpoints of all chains, signed (ECDSA P-256) with the key of the installation.</summary>
public sealed record CheckpointFile(
    DateTimeOffset MadeAt,
    IReadOnlyList<Checkpoint> Checkpoints,
    byte[] PublicKey,
    byte[] Signature
)
{
    private const string Format = "proeftuin/ijkpunt/1";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    public static CheckpointFile Make(IReadOnlyList<ChainResult> chains, DateTimeOffset now, KeyRing keys)
    {
        var points = chains.Where(c => c.Lines > 0).Select(c => new Checkpoint(c.Chain, c.Lines, c.Hash)).ToList();
        return new CheckpointFile(now, points, keys.PublicKey, keys.Sign(Text(now, points)));
    }

    public string ToJson() => JsonSerializer.Serialize(this, Layout);

    /// <summary>Reads a file and checks its signature with this installation's key.</summary>
    public static Outcome<CheckpointFile> Read(string json, KeyRing keys)
    {
        try
        {
            var file = JsonSerializer.Deserialize<CheckpointFile>(json);
            return
                file is { Checkpoints: not null, Signature: not null }
                && keys.Verify(Text(file.MadeAt, file.Checkpoints), file.Signature)
                ? file
                : new CheckpointNotOurs();
        }
        catch (JsonException)
        {
            return new CheckpointUnreadable();
        }
    }

    private static byte[] Text(DateTimeOffset madeAt, IReadOnlyList<Checkpoint> points)
    {
        var text = new StringBuilder(Format)
            .Append('\n')
            .Append(madeAt.UtcTicks.ToString(CultureInfo.InvariantCulture))
            .Append('\n');
        foreach (var point in points)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{point.Chain:N} {point.Sequence} {Convert.ToHexStringLower(point.Hash)}\n"
            );
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

public sealed record CheckpointNotOurs : Refusal
{
    public override string Message =>
        "De handtekening onder dit ijkpunt klopt niet: het bestand is gewijzigd of komt van een andere installatie.";
}

public sealed record CheckpointUnreadable : Refusal
{
    public override string Message =>
        "Dit bestand is geen ijkpunt van het logboek. Kies een bestand dat met 'proeftuin ledger checkpoint' is gemaakt.";
}
