// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Demo;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Rehearsal;

/// <summary>What every part of a play works with: the plan, the stage, the people who work there and the script.</summary>
internal sealed record Scene(RehearsalPlan Plan, DemoStage Stage, DemoStaff Staff, Script Script, CancellationToken Ct)
{
    public const string Because = "Proefdraai met verzonnen personen";

    public static readonly Reason Why = Reason.Of(Because).OrThrow();

    public string Slug => Plan.Protocol.Slug;

    public Actor Lead => Staff[Role.ProjectLead];

    public Actor Officer => Staff[Role.DrawOfficer];

    public DateOnly Today => DateOnly.FromDateTime(Stage.Clock.GetUtcNow().Date);

    /// <summary>The persons in the target group of a screening, whichever unit it counts.</summary>
    public async Task<IReadOnlySet<Guid>> TargetGroupOf(Guid screening)
    {
        var persons = await Stage.See(
            Lead.MunicipalityId,
            db =>
                (
                    from unit in db.Set<ScreenedUnitRow>()
                    join run in db.Set<ScreeningRow>() on unit.ScreeningId equals run.Id
                    join person in db.Set<RegisterPersonRow>() on run.SnapshotId equals person.SnapshotId
                    where unit.ScreeningId == screening && unit.Verdict == Verdict.TargetGroup
                    where unit.HouseholdId == person.HouseholdId
                    where unit.UnitId == person.PersonId || unit.UnitId == person.HouseholdId
                    select person.PersonId
                ).ToListAsync(Ct),
            Ct
        );
        return persons.ToHashSet();
    }

    /// <summary>Everybody drawn in a draw, by arm and then by ticket code: their place in this order is their number in the story.</summary>
    public Task<List<Drawn>> DrawnIn(string drawId) =>
        Stage.See(
            Lead.MunicipalityId,
            db =>
                db.Set<ParticipantRow>()
                    .Where(p => db.Set<DrawRow>().Any(d => d.Id == p.DrawRowId && d.DrawId == drawId))
                    .OrderBy(p => p.DrawnArm)
                    .ThenBy(p => p.Pseudonym)
                    .ThenBy(p => p.PersonId)
                    .Select(p => new Drawn(p.Id, p.PersonId, p.DrawnArm, p.State, p.DrawnOn, p.StartsOn))
                    .ToListAsync(Ct),
            Ct
        );
}

/// <summary>Somebody drawn, as the director of the play sees them.</summary>
internal sealed record Drawn(
    Guid Id,
    Guid PersonId,
    string Arm,
    ParticipationState State,
    DateOnly DrawnOn,
    DateOnly? StartsOn
);
