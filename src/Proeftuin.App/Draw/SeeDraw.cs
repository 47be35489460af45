// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>A holder as everybody may see them.</summary>
public sealed record HolderView(string Name, string Commitment, DateTimeOffset? OpenedAt);

/// <summary>A screening that can be the source of a frame.</summary>
public sealed record ScreeningChoice(
    Guid Id,
    DateOnly On,
    int Target,
    int Excluded,
    int Undetermined,
    DateTimeOffset RunAt
);

/// <summary>Everything the ceremony pages show. Sizes are empty until the draw is computed; no unit is named.</summary>
public sealed record DrawView
{
    public required string Experiment { get; init; }
    public required DrawRow Row { get; init; }
    public required DrawPlan Plan { get; init; }
    public required CommittedRecord? Committed { get; init; }
    public required IReadOnlyList<HolderView> Holders { get; init; }
    public required IReadOnlyList<Publication> Publications { get; init; }

    /// <summary>How many persons have typed the public value in this round: 0 or 1.</summary>
    public required int EntropyEntries { get; init; }

    /// <summary>Whether this account is the one that typed it.</summary>
    public required bool TypedByMe { get; init; }
    public required IReadOnlyList<CellSize> Sizes { get; init; }
    public required IReadOnlyList<PlacementMarkRow> Marks { get; init; }
    public required IReadOnlyList<ScreeningChoice> Screenings { get; init; }

    /// <summary>Whether the own municipality conducts this draw; if not, it takes part under another's lead.</summary>
    public required bool WeLead { get; init; }

    /// <summary>In a joint experiment what each partner added to the list; empty otherwise.</summary>
    public required IReadOnlyList<ContributionView> Contributions { get; init; }

    /// <summary>Under another's lead: whether the own participants were taken over from the outcome.</summary>
    public required bool IsTakenOver { get; init; }
}

/// <summary>Shows one draw to those who take part in the ceremony.</summary>
public sealed class SeeDraw(Work work)
{
    public Task<Outcome<DrawView>> Handle(string experiment, string drawId, Actor actor, CancellationToken ct) =>
        work.Look<DrawView>(
            actor,
            Permission.SeeDraws,
            async db =>
            {
                var own = await db.Set<ExperimentRow>().SingleOrDefaultAsync(e => e.Slug == experiment, ct);
                var found = await DrawFile.FindToSee(db, drawId, ct);
                if (own is null || found is not Outcome<DrawRow>.Done { Value: var row })
                {
                    return new NoSuchDraw(drawId);
                }

                var belongs =
                    row.ExperimentId == own.Id
                    || (await Joint.Followed(db, own.Id, ct))?.LeadExperimentId == row.ExperimentId;
                return belongs ? await View(db, own, row, actor, ct) : new NoSuchDraw(drawId);
            },
            ct
        );

    private static async Task<DrawView> View(
        ProeftuinDb db,
        ExperimentRow own,
        DrawRow row,
        Actor actor,
        CancellationToken ct
    )
    {
        var typed = await db.Set<EntropyEntryRow>()
            .Where(e => e.DrawRowId == row.Id && !e.PutAside)
            .Select(e => e.EnteredBy)
            .ToListAsync(ct);
        var screenings = await db.Set<ScreeningRow>()
            .Where(s => s.ExperimentId == own.Id)
            .Select(s => new ScreeningChoice(s.Id, s.On, s.TargetUnits, s.ExcludedUnits, s.UndeterminedUnits, s.RunAt))
            .ToListAsync(ct);
        return new DrawView
        {
            Experiment = own.Slug,
            Row = row,
            Plan = DrawFile.Plan(row),
            Committed = row.Committed is null ? null : DrawFile.Committed(row).OrThrow(),
            Holders = await db.Set<DrawHolderRow>()
                .IgnoreQueryFilters()
                .Where(h => h.DrawRowId == row.Id)
                .OrderBy(h => h.Position)
                .Select(h => new HolderView(h.Name, h.Commitment, h.OpenedAt))
                .ToListAsync(ct),
            Publications = await DrawFile.Publications(db, row.Id, ct),
            EntropyEntries = typed.Count,
            TypedByMe = typed.Contains(actor.AccountId),
            Sizes = await DrawSizes.Of(db, row, ct),
            Marks = await db.Set<PlacementMarkRow>()
                .Where(m => m.DrawRowId == row.Id)
                .OrderBy(m => m.Id)
                .ToListAsync(ct),
            Screenings = [.. screenings.OrderByDescending(s => s.RunAt)],
            WeLead = row.MunicipalityId == db.MunicipalityId,
            Contributions = await Draw.Contributions.Views(db, row, ct),
            IsTakenOver = await db.Set<ParticipantRow>().AnyAsync(p => p.DrawRowId == row.Id, ct),
        };
    }
}

/// <summary>The sizes of a computed draw per stratum and arm, in the order of the plan.</summary>
internal static class DrawSizes
{
    public static async Task<IReadOnlyList<CellSize>> Of(ProeftuinDb db, DrawRow row, CancellationToken ct)
    {
        if (row.ConductedAt is null)
        {
            return [];
        }

        var plan = DrawFile.Plan(row);
        var counted = await db.Set<PlacementRow>()
            .IgnoreQueryFilters()
            .Where(p => p.DrawRowId == row.Id)
            .GroupBy(p => new { p.Stratum, p.Arm })
            .Select(g => new
            {
                g.Key.Stratum,
                g.Key.Arm,
                Size = g.Count(),
            })
            .ToListAsync(ct);
        string[] arms =
            plan.Sample is Sample.All ? [.. plan.Assignment.ArmNames] : [.. plan.Assignment.ArmNames, Token.None];
        return
        [
            .. from stratum in plan.Strata
            from arm in arms
            select new CellSize(
                stratum,
                arm,
                counted.FirstOrDefault(c => c.Stratum == stratum && c.Arm == arm)?.Size ?? 0
            ),
        ];
    }
}
