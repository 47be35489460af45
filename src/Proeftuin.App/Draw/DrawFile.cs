// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>A stored draw, read back into the words of Core. What is stored is read as strictly as what comes from outside.</summary>
internal static class DrawFile
{
    public static async Task<Outcome<DrawRow>> Find(ProeftuinDb db, string drawId, CancellationToken ct) =>
        await db.Set<DrawRow>().AsTracking().SingleOrDefaultAsync(d => d.DrawId == drawId, ct) is { } row
            ? row
            : new NoSuchDraw(drawId);

    /// <summary>A draw that the own municipality conducts, or one in which it takes part under another's lead: to look at and to reach the own people behind it, never to take a step in.</summary>
    public static async Task<Outcome<DrawRow>> FindToSee(ProeftuinDb db, string drawId, CancellationToken ct)
    {
        var row = await db.Set<DrawRow>()
            .IgnoreQueryFilters()
            .AsNoTracking()
            .SingleOrDefaultAsync(d => d.DrawId == drawId, ct);
        return
            row is not null
            && (
                row.MunicipalityId == db.MunicipalityId
                || (await Joint.Partners(db, row.ExperimentId, ct)).Exists(j =>
                    j.PartnerMunicipalityId == db.MunicipalityId
                )
            )
            ? row
            : new NoSuchDraw(drawId);
    }

    public static DrawPlan Plan(DrawRow row) => DrawPlanJson.Read(Encoding.UTF8.GetBytes(row.Plan)).OrThrow();

    public static Outcome<CommittedRecord> Committed(DrawRow row) =>
        row.Committed is null
            ? new NotCommittedYet(row.State)
            : CommittedRecord.Read(Encoding.UTF8.GetBytes(row.Committed));

    public static async Task<Frame> Frame(ProeftuinDb db, Guid draw, CancellationToken ct)
    {
        var units = await db.Set<FrameUnitRow>()
            .AsNoTracking()
            .Where(u => u.DrawRowId == draw)
            .Select(u => new FrameUnit(u.Pseudonym, u.Stratum))
            .ToListAsync(ct);
        return Core.Draw.Frame.Of(units).OrThrow();
    }

    public static Task<List<Publication>> Publications(ProeftuinDb db, Guid draw, CancellationToken ct) =>
        db.Set<DrawPublicationRow>()
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(p => p.DrawRowId == draw)
            .OrderBy(p => p.At)
            .ThenBy(p => p.Id)
            .Select(p => new Publication(p.At, p.Place))
            .ToListAsync(ct);

    public static async Task<Membership> Members(ProeftuinDb db, DrawRow row, Frame frame, CancellationToken ct) =>
        Membership.Of(frame, await AllMembers(db, row, ct)).OrThrow();

    /// <summary>Everyone behind the list, for its hashes only.</summary>
    public static async Task<IReadOnlyList<FrameMember>> AllMembers(
        ProeftuinDb db,
        DrawRow row,
        CancellationToken ct
    ) => await MembersOf(db, row.Id, await Contributions.Municipalities(db, row, ct), ct);

    /// <summary>Each municipality's people are read as that municipality, so that the filters and the row-level security of each stand.</summary>
    public static async Task<IReadOnlyList<FrameMember>> MembersOf(
        ProeftuinDb db,
        Guid draw,
        IEnumerable<Guid> municipalities,
        CancellationToken ct
    )
    {
        var (own, members) = (db.MunicipalityId, new List<FrameMember>());
        foreach (var municipality in municipalities)
        {
            await Database.UseMunicipality(db, municipality, ct);
            var rows = await db.Set<FrameMemberRow>().AsNoTracking().Where(m => m.DrawRowId == draw).ToListAsync(ct);
            members.AddRange(rows.Select(Member));
        }

        await Database.UseMunicipality(db, own, ct);
        return members;
    }

    public static FrameMember Member(FrameMemberRow row) => new(row.Pseudonym, PersonToken(row.PersonId), row.Nonce);

    /// <summary>How a person is written in the hashes: the study pseudonym in 32 hexadecimal digits.</summary>
    public static string PersonToken(Guid person) => person.ToString("N");

    /// <summary>The reason of a step that the ceremony itself prescribes.</summary>
    public static Reason Prescribed(DrawStep step) => Reason.Of($"Stap van de loting: {step.Dutch()}.").OrThrow();

    public static string Subject(string drawId) => $"loting/{drawId}";
}

/// <summary>There is no draw of this name here.</summary>
public sealed record NoSuchDraw(string DrawId) : Refusal
{
    public override string Message => $"Loting '{DrawId}' bestaat hier niet.";
}

/// <summary>The draw was not committed.</summary>
public sealed record NotCommittedYet(DrawState State) : Refusal
{
    public override string Message => $"Deze loting is {State.Dutch()} en heeft nog geen vastlegging.";
}
