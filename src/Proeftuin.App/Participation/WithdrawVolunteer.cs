// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Participation;

/// <summary>Takes somebody off the list before the lot. Whoever is on a list that was frozen stops as a participant instead.</summary>
public sealed class WithdrawVolunteer(Work work, TimeProvider clock)
{
    public Task<Outcome<DateOnly>> Handle(string experiment, Guid volunteer, Actor actor, CancellationToken ct) =>
        work.Do<DateOnly>(
            actor,
            Permission.LeadParticipation,
            async (db, entry) =>
            {
                var found = await Recruits.Of(db, experiment, actor, clock, ct);
                if (found is not Outcome<Recruits>.Done { Value: var recruits })
                {
                    return new Outcome<DateOnly>.Refused(found.Why);
                }

                var row = await db.Set<VolunteerRow>()
                    .AsTracking()
                    .FirstOrDefaultAsync(
                        v => v.Id == volunteer && v.ExperimentId == recruits.Recorded.ExperimentId,
                        ct
                    );
                if (row is null || row.WithdrawnOn is not null)
                {
                    return new NotOnTheList();
                }

                var frozen = await SeeVolunteers.FrozenAmong(db, row.ExperimentId, [row.PersonId], ct);
                if (frozen.Count > 0)
                {
                    return new OnAFrozenList();
                }

                row.WithdrawnOn = recruits.Today;
                entry.Record(
                    "deelname.aanmelding-ingetrokken",
                    recruits.Subject,
                    Reason.Of("Aanmelding vóór de loting ingetrokken").OrThrow(),
                    dataSubject: row.PersonId
                );
                return recruits.Today;
            },
            ct
        );
}

/// <summary>The enrolment is not there, or was withdrawn before.</summary>
public sealed record NotOnTheList : Refusal
{
    public override string Message => "Deze aanmelding staat niet (meer) op de lijst.";
}

/// <summary>The list from which lots are drawn holds this person already.</summary>
public sealed record OnAFrozenList : Refusal
{
    public override string Message =>
        "Deze persoon staat op een lijst die al is bevroren voor de loting. Wie is geloot, stopt bij deelname; dat heeft geen gevolgen voor de uitkering.";
}
