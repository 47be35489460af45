// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>One draw whose people can be written to.</summary>
public sealed record RecruitedDraw(string DrawId, DateOnly PublishedOn, int ToInvite, int ToAnswer);

/// <summary>An arm with a maximum: how many places there are and are taken, who has none yet and who waits. Units, so a couple is one.</summary>
public sealed record ArmPlaces(string Arm, string Name, int Places, int Taken, int Enrolled, int Waiting)
{
    public int Free => Math.Max(0, Places - Taken);
}

/// <summary>How recruiting stands: what waits to be done for many at once, and the letters that were made. No names.</summary>
public sealed class SeeRecruitment(Work work, TimeProvider clock)
{
    public sealed record View
    {
        public required RecordedProtocol Recorded { get; init; }
        public required DateOnly Today { get; init; }
        public required IReadOnlyList<RecruitedDraw> Draws { get; init; }
        public required IReadOnlyList<LetterBatchRow> Batches { get; init; }
        public required IReadOnlyList<ArmPlaces> Places { get; init; }

        /// <summary>People whose closing date passed in silence.</summary>
        public required int Silent { get; init; }

        /// <summary>People whose own start has come.</summary>
        public required int ReadyToStart { get; init; }

        /// <summary>People who take part while the last day has come.</summary>
        public required int ReadyToComplete { get; init; }

        public required int Unassigned { get; init; }

        public bool HasDrawn => Draws.Count > 0;
    }

    public Task<Outcome<View>> Handle(string experiment, Actor actor, CancellationToken ct) =>
        work.Look<View>(
            actor,
            Permission.LeadParticipation,
            async db =>
            {
                var found = await Recruits.Of(db, experiment, actor, clock, ct);
                return found is Outcome<Recruits>.Done { Value: var recruits }
                    ? await Of(db, recruits, ct)
                    : new Outcome<View>.Refused(found.Why);
            },
            ct
        );

    internal static async Task<View> Of(ProeftuinDb db, Recruits recruits, CancellationToken ct)
    {
        var (recorded, today) = (recruits.Recorded, recruits.Today);
        var people = recruits.Visible();
        var limited = recorded.Protocol.Draw?.PlacesLotteries.Select(l => l.Arm).ToList() ?? [];
        var ended = recorded.Protocol.Run.Match(run => run.Before.AddDays(-1) <= today, _ => false);
        return new View
        {
            Recorded = recorded,
            Today = today,
            Draws = await Draws(db, recruits, ct),
            Batches = await db.Set<LetterBatchRow>()
                .AsNoTracking()
                .Where(b => b.ExperimentId == recorded.ExperimentId)
                .OrderByDescending(b => b.MadeAt)
                .ToListAsync(ct),
            Places = await Places(recruits, ct),
            Silent = await people.CountAsync(p => p.State == ParticipationState.Invited && p.ClosesOn < today, ct),
            ReadyToStart = await people.CountAsync(
                p =>
                    p.StartsOn <= today
                    && (
                        p.State == ParticipationState.Admitted
                        || (p.State == ParticipationState.Consented && !limited.Contains(p.DrawnArm))
                    ),
                ct
            ),
            ReadyToComplete = ended ? await people.CountAsync(p => p.State == ParticipationState.Active, ct) : 0,
            Unassigned = await people.CountAsync(p => p.CaseManagerId == null, ct),
        };
    }

    private static async Task<IReadOnlyList<RecruitedDraw>> Draws(
        ProeftuinDb db,
        Recruits recruits,
        CancellationToken ct
    )
    {
        var approached = recruits
            .Recorded.Protocol.Arms.Where(a => a.Approached && a.TakesPart)
            .Select(a => a.Code)
            .ToList();
        var draws = await db.Set<DrawRow>()
            .AsNoTracking()
            .Where(d => d.ExperimentId == recruits.Recorded.ExperimentId && d.State == DrawState.Published)
            .Where(d => !d.Draw.Contains("-overschrijding-"))
            .OrderBy(d => d.PublishedAt)
            .ToListAsync(ct);
        var counted = await recruits
            .Visible()
            .Where(p => approached.Contains(p.DrawnArm))
            .Where(p => p.State == ParticipationState.Drawn || p.State == ParticipationState.Invited)
            .GroupBy(p => new { p.DrawRowId, p.State })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        int Count(DrawRow draw, ParticipationState state) =>
            counted.Find(c => c.Key.DrawRowId == draw.Id && c.Key.State == state)?.Count ?? 0;
        return
        [
            .. draws.Select(d => new RecruitedDraw(
                d.DrawId,
                DutchTime.DateOf(d.PublishedAt!.Value),
                Count(d, ParticipationState.Drawn),
                Count(d, ParticipationState.Invited)
            )),
        ];
    }

    private static async Task<IReadOnlyList<ArmPlaces>> Places(Recruits recruits, CancellationToken ct)
    {
        var protocol = recruits.Recorded.Protocol;
        var result = new List<ArmPlaces>();
        foreach (var lottery in protocol.Draw?.PlacesLotteries ?? [])
        {
            var taken = (await PlacesInArm.Of(recruits, lottery.Arm, ct)).OrThrow();
            var enrolled = await recruits
                .Visible()
                .Where(p => p.DrawnArm == lottery.Arm && p.State == ParticipationState.Consented)
                .Select(p => p.Pseudonym)
                .Distinct()
                .CountAsync(ct);
            result.Add(
                new ArmPlaces(
                    lottery.Arm,
                    protocol.ArmOf(lottery.Arm).Name,
                    lottery.Maximum,
                    taken.Taken,
                    enrolled,
                    taken.Waiting
                )
            );
        }

        return result;
    }
}
