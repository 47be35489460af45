// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Draw;

/// <summary>Recomputes a draw from the content of its receipt alone and names the first thing that is wrong. Hashes in the receipt are never believed.</summary>
public static class ReceiptCheck
{
    /// <summary>The checker's own copy of the published record and of the public value make the difference between "the sum is right" and "this is the draw that was announced".</summary>
    public static Outcome<CheckedReceipt> Of(
        ReadOnlyMemory<byte> document,
        ReadOnlyMemory<byte>? publishedRecord = null,
        string? fetchedEntropy = null
    ) =>
        Receipt
            .Read(document)
            .Then<CheckedReceipt>(receipt =>
                FirstFault(receipt, publishedRecord, fetchedEntropy) is { } fault
                    ? fault
                    : new CheckedReceipt(receipt, publishedRecord is not null, fetchedEntropy is not null)
            );

    private static Refusal? FirstFault(
        Receipt receipt,
        ReadOnlyMemory<byte>? publishedRecord,
        string? fetchedEntropy
    ) =>
        FaultInRecord(receipt)
        ?? FaultInRows(receipt)
        ?? FaultInCeremony(receipt)
        ?? FaultAgainst(receipt, publishedRecord, fetchedEntropy);

    private static ReceiptFault? FaultInRecord(Receipt receipt)
    {
        var record = receipt.Committed;
        if (record.Sha256() != receipt.CommittedSha256)
        {
            return new ReceiptFault("committed_sha256", "hoort niet bij de vastlegging in dit bewijs");
        }

        if (receipt.Secrets.Count != record.Holders.Count)
        {
            return new ReceiptFault("secrets", "er zijn niet evenveel geheimen als houders");
        }

        var wrong = record
            .Holders.Zip(receipt.Secrets)
            .FirstOrDefault(p => p.First.Commitment != p.Second.Commitment)
            .First;
        if (wrong is not null)
        {
            return new ReceiptFault("secrets", $"het geheim van {wrong.Name} hoort niet bij de toezegging");
        }

        if (!Secret.Join(receipt.Secrets).IsDone)
        {
            return new ReceiptFault("secrets", "twee geheimen zijn gelijk, of er is er geen");
        }

        return record.EntropyTemplate.Fits(receipt.Entropy)
            ? null
            : new ReceiptFault("entropy", "de openbare waarde past niet op het vastgelegde sjabloon");
    }

    private static ReceiptFault? FaultInRows(Receipt receipt)
    {
        var (rows, record) = (receipt.Rows, receipt.Committed);
        for (var i = 1; i < rows.Count; i++)
        {
            if (string.CompareOrdinal(rows[i - 1].Pseudonym, rows[i].Pseudonym) >= 0)
            {
                return Row(rows, i, "staat dubbel of niet op volgorde van pseudoniem");
            }
        }

        if (
            Frame.Of(rows.Select(r => new FrameUnit(r.Pseudonym, r.Stratum)))
            is not Outcome<Frame>.Done { Value: var frame }
        )
        {
            return new ReceiptFault(
                "rows",
                "er is geen regel, of een pseudoniem of stratum is niet goed geschreven of dubbel"
            );
        }

        // The committed hash makes the key, so that rows nobody touched still agree and the one that was altered stands out.
        var secret = Secret.Join(receipt.Secrets).OrThrow();
        var key = DrawKey.Of(secret, record.Plan.Id.ToString(), record.ManifestSha256, receipt.Entropy);
        return FaultInTickets(rows, frame, key)
            ?? FaultInCounts(record, frame, rows)
            ?? Lottery
                .Conduct(record.Plan, frame, key)
                .Match(
                    lots => FaultInPlaces(receipt, lots),
                    why => new ReceiptFault("plan", $"het lotingsplan past niet op de regels. {why[0].Message}")
                );
    }

    private static ReceiptFault? FaultInTickets(IReadOnlyList<ReceiptRow> rows, Frame frame, DrawKey key)
    {
        using var hasher = key.Open();
        for (var i = 0; i < rows.Count; i++)
        {
            if (hasher.Ticket(frame.Units[i]) != rows[i].Ticket)
            {
                return Row(rows, i, "het lot klopt niet bij dit pseudoniem en dit stratum");
            }
        }

        return null;
    }

    private static ReceiptFault? FaultInCounts(CommittedRecord record, Frame frame, IReadOnlyList<ReceiptRow> rows) =>
        record.Strata.SequenceEqual(record.Plan.Strata.Select(s => new StratumSize(s, frame.CountOf(s))))
        && record.Strata.Sum(s => (long)s.Size) == rows.Count
            ? null
            : new ReceiptFault(
                "rows",
                $"de vastlegging noemt andere aantallen per stratum dan er regels zijn; rang {FirstMissingRank(rows)} ontbreekt"
            );

    private static ReceiptFault? FaultInPlaces(Receipt receipt, DrawnLots lots)
    {
        var rows = receipt.Rows;
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Rank != lots.RankOf(i))
            {
                return Row(rows, i, $"rang {rows[i].Rank} moet {lots.RankOf(i)} zijn");
            }

            if (rows[i].Arm != lots.ArmOf(i))
            {
                return Row(rows, i, $"groep '{rows[i].Arm}' moet '{lots.ArmOf(i)}' zijn");
            }
        }

        return lots.Frame.ManifestSha256 != receipt.Committed.ManifestSha256
                ? new ReceiptFault("manifest_sha256", "de lijst is niet de vastgelegde lijst")
            : !lots.Sizes().SequenceEqual(receipt.Sizes)
                ? new ReceiptFault("sizes", "de aantallen per stratum en groep kloppen niet")
            : lots.AssignmentSha256() != receipt.AssignmentSha256
                ? new ReceiptFault("assignment_sha256", "hoort niet bij de regels")
            : lots.Tree.Root != receipt.MerkleRoot ? new ReceiptFault("merkle_root", "hoort niet bij de regels")
            : null;
    }

    private static ReceiptFault? FaultInCeremony(Receipt receipt)
    {
        var record = receipt.Committed;
        if (!receipt.Publications.Any(p => p.At + DrawCeremony.Notice <= record.EntropyMoment))
        {
            return new ReceiptFault(
                "publications",
                "de vastlegging is niet minstens 24 uur voor het trekken van de openbare waarde gepubliceerd"
            );
        }

        if (record.EntropyTemplate.DrandRound() is var (chain, round) && chain.MomentOf(round) < record.EntropyMoment)
        {
            return new ReceiptFault("entropy", "de drand-ronde bestond al voor het vastgelegde moment");
        }

        return receipt.Signature is null ? new ReceiptFault("signature", "de ondertekening ontbreekt")
            : receipt.Signature.Covers(receipt.WriteUnsigned()) ? null
            : new ReceiptFault("signature", "de ondertekening hoort niet bij deze inhoud");
    }

    private static ReceiptFault? FaultAgainst(
        Receipt receipt,
        ReadOnlyMemory<byte>? publishedRecord,
        string? fetchedEntropy
    )
    {
        if (publishedRecord is { } published)
        {
            // an editor that saves the published text may add one line end
            var text = published.Span.TrimEnd("\r\n"u8);
            var own = receipt.Committed.Write();
            if (!text.SequenceEqual(own))
            {
                return new ReceiptFault(
                    "committed",
                    $"de gepubliceerde vastlegging is een andere dan die in het bewijs; ze verschillen vanaf teken {text.CommonPrefixLength(own) + 1}"
                );
            }
        }

        return fetchedEntropy is null || fetchedEntropy == receipt.Entropy
            ? null
            : new ReceiptFault(
                "entropy",
                "de openbare waarde in het bewijs is niet de waarde die u zelf hebt opgehaald"
            );
    }

    private static ReceiptFault Row(IReadOnlyList<ReceiptRow> rows, int i, string what) =>
        new($"regel {i + 1} (pseudoniem {rows[i].Pseudonym})", what);

    private static int FirstMissingRank(IReadOnlyList<ReceiptRow> rows)
    {
        var seen = new bool[rows.Count + 2];
        foreach (var row in rows.Where(r => r.Rank >= 1 && r.Rank <= rows.Count))
        {
            seen[row.Rank] = true;
        }

        return Array.IndexOf(seen, value: false, startIndex: 1);
    }
}

/// <summary>A receipt that was recomputed without finding a fault, and against what it was compared.</summary>
public sealed record CheckedReceipt(Receipt Receipt, bool AgainstPublishedRecord, bool AgainstFetchedEntropy)
{
    /// <summary>Whether this is the draw that was announced: the sum is right, and record and public value were fetched by the checker.</summary>
    public bool IsVerified => AgainstPublishedRecord && AgainstFetchedEntropy;

    public string Conclusion =>
        IsVerified
            ? "nagerekend en geverifieerd"
            : "alleen het rekenwerk klopt: geef ook de gepubliceerde vastlegging en de zelf opgehaalde openbare waarde";
}

/// <summary>What is wrong in a receipt, and where.</summary>
public sealed record ReceiptFault(string Where, string What) : Refusal
{
    public override string Message => $"Het bewijs klopt niet. {Where}: {What}.";
}
