// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;
using Proeftuin.Core.Participation;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Monitoring;

/// <summary>Who is followed: everyone drawn, and of the target group who was not. Without names: study pseudonyms only.</summary>
internal static class FollowedPeople
{
    /// <summary>One person without facts yet.</summary>
    public sealed record Person(Guid Id, Followed Followed);

    public static async Task<List<Person>> Of(ProeftuinDb db, MonitorScope scope, CancellationToken ct)
    {
        var drawn = scope.KnownBefore is { } moment
            ? await AsKnownBefore(db, scope, moment, ct)
            : await Today(Drawn(db, scope), ct);
        if (scope.Draw is null)
        {
            var known = drawn.Select(p => p.Id).ToHashSet();
            foreach (var person in await TargetGroup(db, scope, ct))
            {
                if (known.Add(person))
                {
                    drawn.Add(new(person, new Followed { Arm = null, FollowedFrom = scope.Plan.FollowedFrom }));
                }
            }
        }

        return drawn;
    }

    private static IQueryable<ParticipantRow> Drawn(ProeftuinDb db, MonitorScope scope)
    {
        var all = db.Set<ParticipantRow>().AsNoTracking().Where(p => p.ExperimentId == scope.Recorded.ExperimentId);
        return scope.Draw is { } draw ? all.Where(p => p.DrawRowId == draw.Id) : all;
    }

    private static async Task<List<Person>> Today(IQueryable<ParticipantRow> drawn, CancellationToken ct)
    {
        var people = new List<Person>();
        var rows = drawn.Select(p => new
        {
            p.PersonId,
            p.DrawnArm,
            p.DrawnOn,
            p.State,
            p.StartsOn,
            p.StoppedOn,
            p.DataWithdrawnOn,
            p.FollowedUntil,
        });
        await foreach (var p in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            people.Add(
                new(
                    p.PersonId,
                    new Followed
                    {
                        Arm = p.DrawnArm,
                        FollowedFrom = p.DrawnOn,
                        StartsOn = Began(p.State, p.StartsOn) ? p.StartsOn : null,
                        StoppedOn = IsStopped(p.State) ? p.StoppedOn : null,
                        DataWithdrawn = p.DataWithdrawnOn is not null,
                        FollowedUntil = p.FollowedUntil,
                    }
                )
            );
        }

        return people;
    }

    /// <summary>The stories folded up to a moment. Who withdrew the data later stays withdrawn: that also holds for older knowledge.</summary>
    private static async Task<List<Person>> AsKnownBefore(
        ProeftuinDb db,
        MonitorScope scope,
        DateTimeOffset moment,
        CancellationToken ct
    )
    {
        var lines = (
            await db.Set<ParticipationEventRow>()
                .AsNoTracking()
                .Where(e => e.ExperimentId == scope.Recorded.ExperimentId && e.RecordedAt < moment)
                .Select(e => new
                {
                    e.ParticipantId,
                    Line = new ParticipationEvent
                    {
                        Sequence = e.Sequence,
                        Act = e.Act,
                        On = e.On,
                        RecordedAt = e.RecordedAt,
                        Arm = e.Arm,
                        RulesSha256 = e.RulesSha256,
                        StartsOn = e.StartsOn,
                        ClosesOn = e.ClosesOn,
                        Data = e.Data,
                        CaseManager = e.CaseManagerId,
                        Rank = e.Rank,
                        Retracts = e.Retracts,
                    },
                })
                .ToListAsync(ct)
        ).ToLookup(e => e.ParticipantId, e => e.Line);
        var rows = await Drawn(db, scope)
            .Where(p => p.DrawnOn <= scope.KnownOn)
            .Select(p => new
            {
                p.Id,
                p.PersonId,
                p.DrawnArm,
                p.DrawnOn,
                p.DataWithdrawnOn,
            })
            .ToListAsync(ct);
        var lots = rows.Select(r => (r.DrawnArm, r.DrawnOn))
            .Distinct()
            .ToDictionary(l => l, l => Lot.Of(scope.Recorded.Protocol, l.DrawnArm, l.DrawnOn));
        return
        [
            .. rows.Select(r =>
            {
                var then = ParticipationHistory.Latest(lots[(r.DrawnArm, r.DrawnOn)], lines[r.Id]);
                return new Person(
                    r.PersonId,
                    new Followed
                    {
                        Arm = r.DrawnArm,
                        FollowedFrom = r.DrawnOn,
                        StartsOn = then.Began ? then.StartsOn : null,
                        StoppedOn = IsStopped(then.State) ? then.StoppedOn : null,
                        DataWithdrawn = r.DataWithdrawnOn is not null,
                        FollowedUntil = then.FollowedUntil,
                    }
                );
            }),
        ];
    }

    /// <summary>Persons of the target group in the screenings from which was drawn.</summary>
    private static async Task<List<Guid>> TargetGroup(ProeftuinDb db, MonitorScope scope, CancellationToken ct)
    {
        var screenings = await db.Set<DrawRow>()
            .Where(d => d.ExperimentId == scope.Recorded.ExperimentId && d.PublishedAt != null && d.ScreeningId != null)
            .Select(d => d.ScreeningId!.Value)
            .Distinct()
            .ToListAsync(ct);
        var people = new List<Guid>();
        foreach (var screening in await db.Set<ScreeningRow>().Where(s => screenings.Contains(s.Id)).ToListAsync(ct))
        {
            var target = db.Set<ScreenedUnitRow>()
                .Where(u => u.ScreeningId == screening.Id && u.Verdict == Verdict.TargetGroup);
            people.AddRange(
                screening.Unit is UnitKind.Person
                    ? await target.Select(u => u.UnitId).ToListAsync(ct)
                    : await target
                        .Join(
                            db.Set<RegisterPersonRow>().Where(p => p.SnapshotId == screening.SnapshotId),
                            u => u.UnitId,
                            p => p.HouseholdId,
                            (u, p) => p.PersonId
                        )
                        .ToListAsync(ct)
            );
        }

        return people;
    }

    private static bool Began(ParticipationState state, DateOnly? startsOn) =>
        new Standing
        {
            State = state,
            RulesArm = "",
            StartsOn = startsOn,
        }.Began;

    /// <summary>Stopped before its time; who completed did not stop.</summary>
    private static bool IsStopped(ParticipationState state) =>
        state is ParticipationState.Withdrawn or ParticipationState.Ended;
}
