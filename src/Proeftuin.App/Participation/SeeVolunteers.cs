// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Participation;

/// <summary>The list of who enrolled before the lot, newest first, a page at a time. Looking at it is a ledger event.</summary>
public sealed class SeeVolunteers(Work work, IdentityStore identities, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary><paramref name="Frozen"/>: the person is on a list that lots are drawn from.</summary>
    public sealed record Line(VolunteerRow Row, string? Name, bool Frozen);

    public sealed record View(
        RecordedProtocol Recorded,
        DateOnly Today,
        int Enrolled,
        int Withdrawn,
        IReadOnlyList<Line> Lines
    );

    public Task<Outcome<View>> Handle(string experiment, int page, Actor actor, CancellationToken ct) =>
        work.Read<View>(
            actor,
            Permission.LeadParticipation,
            async (db, entry) =>
            {
                var found = await Recruits.Of(db, experiment, actor, clock, ct);
                if (found is not Outcome<Recruits>.Done { Value: var recruits })
                {
                    return new Outcome<View>.Refused(found.Why);
                }

                if (!recruits.Recorded.Protocol.EnrolBeforeTheLot)
                {
                    return new NoEnrolmentBeforeTheLot(recruits.Recorded.Protocol.Name);
                }

                var all = db.Set<VolunteerRow>()
                    .AsNoTracking()
                    .Where(v => v.ExperimentId == recruits.Recorded.ExperimentId);
                var rows = await all.OrderByDescending(v => v.RecordedAt)
                    .ThenBy(v => v.Id)
                    .Skip(PageSize * Math.Max(0, page - 1))
                    .Take(PageSize)
                    .ToListAsync(ct);
                var people = rows.Select(r => r.PersonId).ToList();
                var names = await identities.Reveal(db, people, ct);
                var frozen = await FrozenAmong(db, recruits.Recorded.ExperimentId, people, ct);
                entry.Record(
                    "deelname.aanmeldingen-bekeken",
                    recruits.Subject,
                    Reason.Of("Lijst van aanmeldingen vóór de loting bekeken").OrThrow(),
                    count: rows.Count
                );
                return new View(
                    recruits.Recorded,
                    recruits.Today,
                    await all.CountAsync(v => v.WithdrawnOn == null, ct),
                    await all.CountAsync(v => v.WithdrawnOn != null, ct),
                    [
                        .. rows.Select(r => new Line(
                            r,
                            names.GetValueOrDefault(r.PersonId)?.Name,
                            frozen.Contains(r.PersonId)
                        )),
                    ]
                );
            },
            ct
        );

    /// <summary>Who of these people is on a list that was frozen for a draw of this experiment and not annulled.</summary>
    internal static async Task<IReadOnlySet<Guid>> FrozenAmong(
        ProeftuinDb db,
        Guid experiment,
        IReadOnlyList<Guid> people,
        CancellationToken ct
    )
    {
        var draws = db.Set<DrawRow>().Where(d => d.ExperimentId == experiment && d.State != DrawState.Annulled);
        var found = await db.Set<FrameMemberRow>()
            .Where(m => people.Contains(m.PersonId) && draws.Any(d => d.Id == m.DrawRowId))
            .Select(m => m.PersonId)
            .ToListAsync(ct);
        return found.ToHashSet();
    }
}
