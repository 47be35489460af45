// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>What publishing a lottery for places means for people: a place or a rank on the waiting list, written on the lot they already had. Who stopped in the meantime or enrolled on paper only gets no line.</summary>
internal static class PlacesDrawn
{
    public static async Task<Outcome<int>> Write(
        ProeftuinDb db,
        DrawRow draw,
        Actor actor,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var slug = await db.Set<ExperimentRow>()
            .Where(e => e.Id == draw.ExperimentId)
            .Select(e => e.Slug)
            .SingleAsync(ct);
        var recorded = (await RecordedProtocol.Latest(db, slug, ct)).OrThrow();
        var lots = await (
            from member in db.Set<FrameMemberRow>()
            join place in db.Set<PlacementRow>()
                on new { member.DrawRowId, member.Pseudonym } equals new { place.DrawRowId, place.Pseudonym }
            where member.DrawRowId == draw.Id
            select new
            {
                member.PersonId,
                place.Arm,
                place.Rank,
            }
        ).ToDictionaryAsync(l => l.PersonId, ct);
        var people = await ManyActs.People(
            db.Set<ParticipantRow>()
                .Where(p =>
                    p.ExperimentId == draw.ExperimentId
                    && p.State == ParticipationState.Consented
                    && db.Set<FrameMemberRow>().Any(m => m.DrawRowId == draw.Id && m.PersonId == p.PersonId)
                ),
            ct
        );
        var on = DutchTime.DateOf(now);
        return await new Recruits(db, recorded, actor, now).Write(
            people,
            person =>
                lots[person.PersonId] is { Arm: Assignment.Admitted }
                    ? DividePlaces.Admission(person, on)
                    : new ParticipationEventRow
                    {
                        Act = ParticipationAct.PutOnWaitingList,
                        On = on,
                        Rank = lots[person.PersonId].Rank,
                    },
            ct
        );
    }
}
