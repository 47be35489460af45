// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>What one partner added, as both municipalities see it. Nothing was added while <paramref name="Units"/> is null.</summary>
public sealed record ContributionView(
    string Municipality,
    bool IsOurs,
    int? Units,
    string? ManifestSha256,
    DateTimeOffset? At
);

/// <summary>The lists that partner municipalities added to a joint draw: pseudonyms and strata, with their counts. Who is behind them is never in here.</summary>
internal sealed class Contributions
{
    public static readonly Contributions None = new([], []);

    private readonly IReadOnlyList<FrameContributionRow> added;

    private Contributions(IReadOnlyList<FrameContributionRow> rows, IReadOnlyList<FrameUnit> units) =>
        (added, Units) = (rows, units);

    public IReadOnlyList<FrameUnit> Units { get; }

    public Reconciliation AddedTo(Reconciliation own) =>
        added.Aggregate(
            own,
            (sum, row) => sum.With(new(row.UnitsInRegister, row.UnitsExcluded, row.UnitsDrawnBefore, row.UnitsInFrame))
        );

    /// <summary>The people behind the contributed lines, for the hashes of the list only.</summary>
    public Task<IReadOnlyList<FrameMember>> Members(ProeftuinDb db, Guid draw, CancellationToken ct) =>
        DrawFile.MembersOf(db, draw, added.Select(row => row.MunicipalityId), ct);

    /// <summary>Everything that was contributed to a draw of the own municipality. Refuses while a partner still has to contribute, and a list that is not the one whose hash was recorded.</summary>
    public static async Task<Outcome<Contributions>> Complete(ProeftuinDb db, DrawRow draw, CancellationToken ct)
    {
        var partners = await Joint.Partners(db, draw.ExperimentId, ct);
        var rows = await Rows(db, draw.Id, ct);
        var names = await Joint.Names(db, partners.Select(p => p.PartnerMunicipalityId), ct);
        var missing = partners
            .Where(p => rows.TrueForAll(r => r.MunicipalityId != p.PartnerMunicipalityId))
            .Select(p => names[p.PartnerMunicipalityId])
            .ToList();
        if (missing.Count > 0)
        {
            return new ContributionMissing(string.Join(" en ", missing));
        }

        var lines = await db.Set<ContributedUnitRow>()
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(u => u.DrawRowId == draw.Id)
            .ToListAsync(ct);
        foreach (var row in rows)
        {
            var own = Frame.Of(lines.Where(l => l.MunicipalityId == row.MunicipalityId).Select(Unit));
            if (
                own is not Outcome<Frame>.Done { Value: var frame }
                || frame.ManifestSha256.ToString() != row.ManifestSha256
            )
            {
                return new ContributionChanged(names.GetValueOrDefault(row.MunicipalityId, "de andere gemeente"));
            }
        }

        return new Contributions(rows, [.. lines.Select(Unit)]);
    }

    /// <summary>The municipalities whose people are behind the list of this draw.</summary>
    public static async Task<IReadOnlyList<Guid>> Municipalities(ProeftuinDb db, DrawRow draw, CancellationToken ct) =>
        [draw.MunicipalityId, .. (await Rows(db, draw.Id, ct)).Select(r => r.MunicipalityId)];

    /// <summary>The municipality that holds the people behind a ticket code.</summary>
    public static async Task<Guid> HomeOf(ProeftuinDb db, DrawRow draw, string ticket, CancellationToken ct) =>
        await db.Set<ContributedUnitRow>()
            .IgnoreQueryFilters()
            .Where(u => u.DrawRowId == draw.Id && u.Pseudonym == ticket)
            .Select(u => (Guid?)u.MunicipalityId)
            .SingleOrDefaultAsync(ct)
        ?? draw.MunicipalityId;

    public static async Task<IReadOnlyList<ContributionView>> Views(ProeftuinDb db, DrawRow draw, CancellationToken ct)
    {
        var rows = await Rows(db, draw.Id, ct);
        var partners = (await Joint.Partners(db, draw.ExperimentId, ct)).Select(p => p.PartnerMunicipalityId);
        var all = partners.Union(rows.Select(r => r.MunicipalityId)).ToList();
        var names = await Joint.Names(db, all, ct);
        return
        [
            .. from id in all
            let row = rows.Find(r => r.MunicipalityId == id)
            select new ContributionView(
                names[id],
                id == db.MunicipalityId,
                row?.UnitsInFrame,
                row?.ManifestSha256,
                row?.ContributedAt
            ),
        ];
    }

    private static Task<List<FrameContributionRow>> Rows(ProeftuinDb db, Guid draw, CancellationToken ct) =>
        db.Set<FrameContributionRow>()
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(c => c.DrawRowId == draw)
            .OrderBy(c => c.ContributedAt)
            .ThenBy(c => c.MunicipalityId)
            .ToListAsync(ct);

    private static FrameUnit Unit(ContributedUnitRow row) => new(row.Pseudonym, row.Stratum);
}

/// <summary>A partner of the joint experiment has not contributed its list.</summary>
public sealed record ContributionMissing(string Municipality) : Refusal
{
    public override string Message =>
        $"De lijst van {Municipality} is er nog niet. De lotingsfunctionaris daar draagt haar bij; daarna kunt u bevriezen.";
}

/// <summary>The contributed lines are not the ones that were hashed.</summary>
public sealed record ContributionChanged(string Municipality) : Refusal
{
    public override string Message =>
        $"De bijgedragen lijst van {Municipality} is niet meer wat zij was. Er is niets bevroren. Reken het logboek na en waarschuw de functionaris gegevensbescherming.";
}
