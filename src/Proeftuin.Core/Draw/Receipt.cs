// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;

namespace Proeftuin.Core.Draw;

/// <summary>The proof of a draw, without personal data: whoever holds it can recompute every ticket and every place with a program of their own.</summary>
public sealed record Receipt
{
    public const string Algorithm = "proeftuin-draw-v1";

    public required CommittedRecord Committed { get; init; }

    public required Hash256 CommittedSha256 { get; init; }

    /// <summary>Where and when the committed record was published, outside the system.</summary>
    public required IReadOnlyList<Publication> Publications { get; init; }

    /// <summary>The opened secrets in the committed order of the holders.</summary>
    public required IReadOnlyList<Secret> Secrets { get; init; }

    public required string Entropy { get; init; }

    /// <summary>The program and version that computed the draw.</summary>
    public required string Program { get; init; }

    /// <summary>Every unit of the frame in manifest order.</summary>
    public required IReadOnlyList<ReceiptRow> Rows { get; init; }

    public required IReadOnlyList<CellSize> Sizes { get; init; }

    public required Hash256 AssignmentSha256 { get; init; }

    public required Hash256 MerkleRoot { get; init; }

    /// <summary>Null only while the receipt is being made.</summary>
    public ReceiptSignature? Signature { get; init; }

    /// <summary>The receipt of a conducted draw, not yet signed.</summary>
    public static Receipt Of(
        CommittedRecord committed,
        IReadOnlyList<Publication> publications,
        IReadOnlyList<Secret> secrets,
        string entropy,
        DrawnLots lots,
        string program
    ) =>
        new()
        {
            Committed = committed,
            CommittedSha256 = committed.Sha256(),
            Publications = publications,
            Secrets = secrets,
            Entropy = entropy,
            Program = program,
            Rows =
            [
                .. Enumerable
                    .Range(0, lots.Count)
                    .Select(i => new ReceiptRow(
                        lots.Frame.Units[i].Pseudonym,
                        lots.Frame.Units[i].Stratum,
                        lots.TicketOf(i),
                        lots.RankOf(i),
                        lots.ArmOf(i)
                    )),
            ],
            Sizes = lots.Sizes(),
            AssignmentSha256 = lots.AssignmentSha256(),
            MerkleRoot = lots.Tree.Root,
        };

    /// <summary>The bytes that are signed: everything except the signature.</summary>
    public byte[] WriteUnsigned() => Write(null);

    public byte[] Write() => Write(Signature);

    /// <summary>Reads a receipt strictly: any other spelling and any field that does not belong is refused.</summary>
    public static Outcome<Receipt> Read(ReadOnlyMemory<byte> document) =>
        StrictJson.Read(document, Read, receipt => receipt.Write());

    private byte[] Write(ReceiptSignature? signature)
    {
        var json = new CanonicalWriter();
        json.Object().Text("algorithm", Algorithm).Text("assignment_sha256", AssignmentSha256.ToString());
        Committed.Write(json, "committed");
        json.Text("committed_sha256", CommittedSha256.ToString())
            .Text("entropy", Entropy)
            .Text("merkle_root", MerkleRoot.ToString())
            .Text("program", Program)
            .Array("publications");
        foreach (var publication in Publications)
        {
            json.Object().Text("at", UtcMoment.Write(publication.At)).Text("where", publication.Where).EndObject();
        }

        json.EndArray().Array("rows");
        foreach (var row in Rows)
        {
            json.Object()
                .Text("arm", row.Arm)
                .Text("pseudonym", row.Pseudonym)
                .Integer("rank", row.Rank)
                .Text("stratum", row.Stratum)
                .Text("ticket", row.Ticket.ToString())
                .EndObject();
        }

        json.EndArray().Array("secrets");
        foreach (var secret in Secrets)
        {
            json.Item(secret.ToHex());
        }

        json.EndArray();
        if (signature is not null)
        {
            json.Object("signature")
                .Text("algorithm", ReceiptSignature.Algorithm)
                .Text("public_key", signature.PublicKey)
                .Text("value", signature.Value)
                .EndObject();
        }

        json.Array("sizes");
        foreach (var size in Sizes)
        {
            json.Object().Text("arm", size.Arm).Integer("n", size.Size).Text("stratum", size.Stratum).EndObject();
        }

        return json.EndArray().EndObject().ToBytes();
    }

    private static Receipt? Read(StrictJson json, JsonElement root)
    {
        json.Fixed(root, "algorithm", Algorithm);
        var committed = CommittedRecord.Read(json, json.Object(root, "committed"));
        Publication[] publications = [.. json.Array(root, "publications").Select(p => ReadPublication(json, p))];
        ReceiptRow[] rows =
        [
            .. json.Array(root, "rows")
                .Select(row => new ReceiptRow(
                    json.Text(row, "pseudonym"),
                    json.Text(row, "stratum"),
                    json.Hash(row, "ticket"),
                    json.Integer(row, "rank"),
                    json.Text(row, "arm")
                )),
        ];
        Secret?[] secrets =
        [
            .. json.Array(root, "secrets").Select(s => json.Take(Secret.Parse(json.Item(s, "secrets")))),
        ];
        CellSize[] sizes =
        [
            .. json.Array(root, "sizes")
                .Select(s => new CellSize(json.Text(s, "stratum"), json.Text(s, "arm"), json.Integer(s, "n"))),
        ];
        var (entropy, program) = (json.Text(root, "entropy"), json.Text(root, "program"));
        var (committedHash, assignment) = (json.Hash(root, "committed_sha256"), json.Hash(root, "assignment_sha256"));
        var merkle = json.Hash(root, "merkle_root");
        var signature = root.TryGetProperty("signature", out _)
            ? ReadSignature(json, json.Object(root, "signature"))
            : null;
        return json.Problem is not null || committed is null
            ? null
            : new Receipt
            {
                Committed = committed,
                CommittedSha256 = committedHash,
                Publications = publications,
                Secrets = [.. secrets.OfType<Secret>()],
                Entropy = entropy,
                Program = program,
                Rows = rows,
                Sizes = sizes,
                AssignmentSha256 = assignment,
                MerkleRoot = merkle,
                Signature = signature,
            };
    }

    private static Publication ReadPublication(StrictJson json, JsonElement publication)
    {
        if (!UtcMoment.TryRead(json.Text(publication, "at"), out var at))
        {
            json.Fail(new FieldWrong("publications.at", "moet een tijdstip in UTC zijn, zoals 2017-10-01T12:00:00Z"));
        }

        return new Publication(at, json.Text(publication, "where"));
    }

    private static ReceiptSignature ReadSignature(StrictJson json, JsonElement signature)
    {
        json.Fixed(signature, "algorithm", ReceiptSignature.Algorithm);
        return new ReceiptSignature(json.Text(signature, "public_key"), json.Text(signature, "value"));
    }
}

/// <summary>One line of the receipt.</summary>
public readonly record struct ReceiptRow(string Pseudonym, string Stratum, Hash256 Ticket, int Rank, string Arm);

/// <summary>When and where the committed record was made public, for example the number of the municipal gazette.</summary>
public sealed record Publication(DateTimeOffset At, string Where);
