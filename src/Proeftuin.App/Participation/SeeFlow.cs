// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>The flow of everyone drawn on a day, as known on a day: counts only. Today's comes from the folded rows, any other from the lines themselves; a test holds the two equal.</summary>
public sealed class SeeFlow(Work work, TimeProvider clock)
{
    /// <summary><paramref name="DrawId"/> is one draw, or null for all of them; a day that is null is today.</summary>
    public sealed record Query(string Experiment, string? DrawId, DateOnly? On, DateOnly? KnownOn);

    public sealed record View(
        RecordedProtocol Recorded,
        DateOnly On,
        DateOnly KnownOn,
        IReadOnlyList<string> Draws,
        string? DrawId,
        BeforeTheLot? Before,
        Flow Flow
    );

    public Task<Outcome<View>> Handle(Query query, Actor actor, CancellationToken ct) =>
        work.Look(actor, Permission.SeeFlow, db => Load(db, query, ct), ct);

    private async Task<Outcome<View>> Load(ProeftuinDb db, Query query, CancellationToken ct)
    {
        var found = await RecordedProtocol.Latest(db, query.Experiment, ct);
        if (found is not Outcome<RecordedProtocol>.Done { Value: var recorded })
        {
            return new Outcome<View>.Refused(found.Why);
        }

        var today = clock.Today();
        var (on, knownOn) = (query.On ?? today, query.KnownOn ?? today);
        if (on > today || knownOn > today)
        {
            return new InTheFuture(on > today ? on : knownOn);
        }

        var published = await db.Set<DrawRow>()
            .Where(d =>
                d.ExperimentId == recorded.ExperimentId
                && d.State == DrawState.Published
                && !d.Draw.Contains("-overschrijding-")
            )
            .OrderBy(d => d.PublishedAt)
            .ToListAsync(ct);
        var draws = published
            .Where(d => query.DrawId is null || d.DrawId == query.DrawId)
            .Where(d => DutchTime.DateOf(d.PublishedAt!.Value) <= (on < knownOn ? on : knownOn))
            .ToList();
        var groups =
            on == today && knownOn == today
                ? await Today(db, draws, ct)
                : await AsKnown(db, recorded, draws, on, DutchTime.After(knownOn), ct);
        var flow = Flow.Of([.. recorded.Protocol.Arms.Select(a => a.Code)], groups);
        return new View(
            recorded,
            on,
            knownOn,
            [.. published.Select(d => d.DrawId)],
            query.DrawId,
            draws is [{ ScreeningId: not null } only] ? await Before(db, only, flow.Together.Drawn, ct) : null,
            flow
        );
    }

    private static async Task<IReadOnlyList<FlowGroup>> Today(ProeftuinDb db, List<DrawRow> draws, CancellationToken ct)
    {
        var ids = draws.Select(d => d.Id).ToList();
        var counted = await db.Set<ParticipantRow>()
            .Where(p => ids.Contains(p.DrawRowId))
            .GroupBy(p => new
            {
                p.DrawnArm,
                p.State,
                Yes = p.ConsentedOn != null,
                Start = p.StartsOn != null,
                Gone = p.DataWithdrawnOn != null,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        return
        [
            .. counted.Select(c => new FlowGroup(
                c.Key.DrawnArm,
                c.Key.State,
                c.Key.Yes,
                c.Key.State is ParticipationState.Active or ParticipationState.Completed
                    || (c.Key.State is ParticipationState.Withdrawn or ParticipationState.Ended && c.Key.Start),
                c.Key.Gone,
                c.Count
            )),
        ];
    }

    private static async Task<IReadOnlyList<FlowGroup>> AsKnown(
        ProeftuinDb db,
        RecordedProtocol recorded,
        List<DrawRow> draws,
        DateOnly on,
        DateTimeOffset knownBefore,
        CancellationToken ct
    )
    {
        var ids = draws.Select(d => d.Id).ToList();
        var people = await db.Set<ParticipantRow>()
            .Where(p => ids.Contains(p.DrawRowId))
            .Select(p => new
            {
                p.Id,
                p.DrawnArm,
                p.DrawnOn,
            })
            .ToListAsync(ct);
        var lines = (
            await db.Set<ParticipationEventRow>()
                .Where(e => e.ExperimentId == recorded.ExperimentId && e.RecordedAt < knownBefore)
                .ToListAsync(ct)
        ).ToLookup(e => e.ParticipantId, Story.Line);
        var lots = new Dictionary<(string, DateOnly), Lot>();
        var groups = new List<FlowGroup>(people.Count);
        foreach (var person in people)
        {
            if (!lots.TryGetValue((person.DrawnArm, person.DrawnOn), out var lot))
            {
                lot = lots[(person.DrawnArm, person.DrawnOn)] = Lot.Of(
                    recorded.Protocol,
                    person.DrawnArm,
                    person.DrawnOn
                );
            }

            groups.Add(
                FlowGroup.Of(person.DrawnArm, ParticipationHistory.StandingOn(lot, lines[person.Id], on, knownBefore))
            );
        }

        return groups;
    }

    private static async Task<BeforeTheLot> Before(ProeftuinDb db, DrawRow draw, int drawn, CancellationToken ct)
    {
        var screening = await db.Set<ScreeningRow>().SingleAsync(s => s.Id == draw.ScreeningId, ct);
        var version = await db.Set<ProtocolVersionRow>().SingleAsync(v => v.Id == screening.ProtocolVersionId, ct);
        var slug = await db.Set<ExperimentRow>()
            .Where(e => e.Id == draw.ExperimentId)
            .Select(e => e.Slug)
            .SingleAsync(ct);
        var protocol = (await RecordedProtocol.Version(db, slug, version.Number, ct)).OrThrow().Protocol;
        var excluded = await db.Set<ScreenedUnitRow>()
            .Where(u => u.ScreeningId == screening.Id && u.Grounds != "")
            .GroupBy(u => u.Grounds)
            .Select(g => new { Grounds = g.Key, Persons = g.Sum(u => u.Members) })
            .ToListAsync(ct);
        var frame = await db.Set<FrameMemberRow>().CountAsync(m => m.DrawRowId == draw.Id, ct);
        return new BeforeTheLot
        {
            InRegister = screening.RegisterPersons,
            OnOneGround =
            [
                .. protocol
                    .Exclusions.OrRefuse("wie is uitgesloten")
                    .OrThrow()
                    .Select(g => (g.Code, excluded.Find(e => e.Grounds == g.Code)?.Persons ?? 0))
                    .Where(g => g.Item2 > 0),
            ],
            OnSeveralGrounds = excluded
                .Where(e => e.Grounds.Contains(' ', StringComparison.Ordinal))
                .Sum(e => e.Persons),
            Undetermined = screening.UndeterminedPersons,
            DrawnEarlier = screening.TargetPersons - frame,
            Drawn = drawn,
        };
    }
}
