// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>A draw in the public list.</summary>
public sealed record PublicLine(string DrawId, DrawState State, DateTimeOffset EntropyMoment);

/// <summary>What everybody may see of a committed draw. Sizes and tickets only after the end of the ceremony.</summary>
public sealed record PublicDraw
{
    public required string DrawId { get; init; }
    public required DrawState State { get; init; }
    public required CommittedRecord Committed { get; init; }
    public required string CommittedText { get; init; }
    public required string CommittedSha256 { get; init; }
    public required IReadOnlyList<Publication> Publications { get; init; }

    /// <summary>Holders whose secret is not open although the moment has passed.</summary>
    public required IReadOnlyList<string> Withheld { get; init; }
    public required string? Entropy { get; init; }
    public required string? AssignmentSha256 { get; init; }
    public required string? MerkleRoot { get; init; }
    public required DisclosedAs Disclosure { get; init; }
    public required bool ResultIsPublic { get; init; }
    public required IReadOnlyList<CellSize> Sizes { get; init; }
    public required string? AnnulmentReason { get; init; }
    public required IReadOnlyList<PublicLine> OtherAttempts { get; init; }
}

/// <summary>A ticket as its owner sees it: place, proof, nothing about persons.</summary>
public sealed record PublicTicket(
    string DrawId,
    string Code,
    string Stratum,
    string Ticket,
    int Rank,
    int Of,
    string Arm,
    bool IsMarked,
    MerkleProof Proof,
    Hash256 Root
);

/// <summary>The public pages of the draw, for everybody, without signing in.</summary>
public sealed class LookAtDraw(Work work, KeptTrees trees, TimeProvider clock)
{
    public Task<Outcome<IReadOnlyList<PublicLine>>> HandleList(CancellationToken ct) =>
        work.LookInPublic<IReadOnlyList<PublicLine>>(async db => await Lines(Committed(db), ct), ct);

    public Task<Outcome<PublicDraw>> Handle(string drawId, CancellationToken ct) =>
        work.LookInPublic<PublicDraw>(
            async db =>
                await Committed(db).SingleOrDefaultAsync(d => d.DrawId == drawId, ct) is { } row
                    ? await View(db, row, ct)
                    : new NoSuchDraw(drawId),
            ct
        );

    /// <summary>The full receipt, where every stratum is large enough.</summary>
    public Task<Outcome<byte[]>> HandleReceipt(string drawId, CancellationToken ct) =>
        work.LookInPublic<byte[]>(
            async db =>
            {
                var row = await Committed(db).SingleOrDefaultAsync(d => d.DrawId == drawId, ct);
                if (
                    row is null
                    || !ResultIsPublic(row)
                    || DrawCeremony.Disclosure(DrawFile.Committed(row).OrThrow()) != DisclosedAs.Full
                )
                {
                    return new NoSuchDraw(drawId);
                }

                return await db.Set<DrawReceiptRow>()
                    .IgnoreQueryFilters()
                    .Where(r => r.DrawRowId == row.Id)
                    .Select(r => r.Document)
                    .SingleAsync(ct);
            },
            ct
        );

    public Task<Outcome<PublicTicket>> HandleTicket(string drawId, string typed, CancellationToken ct) =>
        work.LookInPublic<PublicTicket>(
            async db =>
            {
                var row = await Committed(db).SingleOrDefaultAsync(d => d.DrawId == drawId, ct);
                if (row is null || TicketCode.Read(typed) is not { } code)
                {
                    return new NoSuchTicket();
                }

                if (!ResultIsPublic(row))
                {
                    return new NotPublicYet(row.DrawId);
                }

                return await Ticket(db, row, code, ct);
            },
            ct
        );

    private async Task<Outcome<PublicTicket>> Ticket(ProeftuinDb db, DrawRow row, string code, CancellationToken ct)
    {
        var places = db.Set<PlacementRow>().IgnoreQueryFilters().Where(p => p.DrawRowId == row.Id);
        if (await places.SingleOrDefaultAsync(p => p.Pseudonym == code, ct) is not { } own)
        {
            return new NoSuchTicket();
        }

        // A drawn list never changes, so its tree is made once.
        var tree = await trees.Of(
            row.Id,
            "loten",
            async () =>
                MerkleTree.Of([
                    .. (
                        await places
                            .OrderBy(p => p.Position)
                            .Select(p => p.Pseudonym + ";" + p.Ticket + ";" + p.Arm)
                            .ToListAsync(ct)
                    ).Select(Encoding.UTF8.GetBytes),
                ])
        );
        var marked = await db.Set<PlacementMarkRow>()
            .IgnoreQueryFilters()
            .AnyAsync(m => m.DrawRowId == row.Id && m.Pseudonym == code, ct);
        return new PublicTicket(
            row.DrawId,
            code,
            own.Stratum,
            own.Ticket,
            own.Rank,
            tree.Count,
            own.Arm,
            marked,
            tree.ProofOf(own.Position),
            tree.Root
        );
    }

    private async Task<PublicDraw> View(ProeftuinDb db, DrawRow row, CancellationToken ct)
    {
        var record = DrawFile.Committed(row).OrThrow();
        var holders = await db.Set<DrawHolderRow>()
            .IgnoreQueryFilters()
            .Where(h => h.DrawRowId == row.Id && h.Secret == null)
            .OrderBy(h => h.Position)
            .Select(h => h.Name)
            .ToListAsync(ct);
        var publications = await db.Set<DrawPublicationRow>()
            .IgnoreQueryFilters()
            .Where(p => p.DrawRowId == row.Id)
            .OrderBy(p => p.At)
            .Select(p => new Publication(p.At, p.Place))
            .ToListAsync(ct);
        var result = ResultIsPublic(row);
        var disclosure = DrawCeremony.Disclosure(record);
        return new PublicDraw
        {
            DrawId = row.DrawId,
            State = row.State,
            Committed = record,
            CommittedText = row.Committed!,
            CommittedSha256 = row.CommittedSha256!,
            Publications = publications,
            Withheld = record.EntropyMoment <= clock.GetUtcNow() ? holders : [],
            Entropy = row.Entropy,
            AssignmentSha256 = result ? row.AssignmentSha256 : null,
            MerkleRoot = result ? row.MerkleRoot : null,
            Disclosure = disclosure,
            ResultIsPublic = result,
            Sizes = result && disclosure == DisclosedAs.Full ? await DrawSizes.Of(db, row, ct) : [],
            AnnulmentReason = row.State == DrawState.Annulled ? row.AnnulmentReason : null,
            OtherAttempts = await Lines(Committed(db).Where(d => d.Draw == row.Draw && d.Id != row.Id), ct),
        };
    }

    /// <summary>Public after publication; of an annulled attempt as soon as it is computed.</summary>
    private static bool ResultIsPublic(DrawRow row) =>
        row.State == DrawState.Published || (row.State == DrawState.Annulled && row.ConductedAt is not null);

    private static IQueryable<DrawRow> Committed(ProeftuinDb db) =>
        db.Set<DrawRow>().IgnoreQueryFilters().Where(d => d.Committed != null);

    private static async Task<List<PublicLine>> Lines(IQueryable<DrawRow> draws, CancellationToken ct)
    {
        var lines = await draws.Select(d => new PublicLine(d.DrawId, d.State, d.EntropyMoment!.Value)).ToListAsync(ct);
        return [.. lines.OrderByDescending(l => l.EntropyMoment).ThenBy(l => l.DrawId, StringComparer.Ordinal)];
    }
}

/// <summary>The result of the draw is not public yet.</summary>
public sealed record NotPublicYet(string DrawId) : Refusal
{
    public override string Message =>
        $"De uitkomst van loting {DrawId} is nog niet gepubliceerd. Niemand weet al in welke groep u komt.";
}
