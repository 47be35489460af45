// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Draw;

/// <summary>The target group of a screening as units to freeze, reconciled with the register of the own municipality to the last row. Where people enrol before the lot, who did not enrol counts with the excluded.</summary>
internal sealed record ScreenedFrame(IReadOnlyList<UnitToFreeze> Units, Reconciliation Counts)
{
    /// <summary><paramref name="experiment"/> is the own municipality's; <paramref name="drawnBefore"/> are its persons in earlier frames.</summary>
    public static async Task<Outcome<ScreenedFrame>> Of(
        ProeftuinDb db,
        DrawPlan plan,
        Guid experiment,
        Guid screeningId,
        IReadOnlySet<Guid> drawnBefore,
        CancellationToken ct
    )
    {
        var screening = await db.Set<ScreeningRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == screeningId && s.ExperimentId == experiment, ct);
        if (screening is null)
        {
            return new NoSuchScreening();
        }

        if (screening.Unit != plan.Unit)
        {
            return new ScreeningCountsOtherUnits();
        }

        if (plan.Id.PlacesIn is not null)
        {
            return new PlacesNeedEnrolments();
        }

        var screened = await Screened(db, plan, screening, await Volunteers.EnrolledIn(db, experiment, ct), ct);
        var units = screened
            .Where(u => u.Eligibility == Eligibility.InTargetGroup && !u.Persons.Any(drawnBefore.Contains))
            .ToList();
        return Reconciliation
            .Of(
                screening.Unit == UnitKind.Household ? screening.RegisterHouseholds : screening.RegisterPersons,
                [.. screened.Select(u => u.ForCore(plan.Unit))],
                [.. units.Select(u => u.ToFreeze(plan.Unit))],
                drawnBefore.Select(DrawFile.PersonToken).ToHashSet(StringComparer.Ordinal)
            )
            .Map(counts => new ScreenedFrame(
                [.. units.Select(u => new UnitToFreeze(u.Id, u.Stratum, u.Persons))],
                counts
            ));
    }

    private static async Task<List<Candidate>> Screened(
        ProeftuinDb db,
        DrawPlan plan,
        ScreeningRow screening,
        IReadOnlySet<Guid>? enrolled,
        CancellationToken ct
    )
    {
        var households = (
            await db.Set<RegisterPersonRow>()
                .AsNoTracking()
                .Where(p => p.SnapshotId == screening.SnapshotId)
                .Select(p => new { p.HouseholdId, p.PersonId })
                .ToListAsync(ct)
        ).ToLookup(p => p.HouseholdId, p => p.PersonId);
        var units = await db.Set<ScreenedUnitRow>()
            .AsNoTracking()
            .Where(u => u.ScreeningId == screening.Id)
            .ToListAsync(ct);
        var stratified = plan.Strata is not [Token.None];
        return
        [
            .. units.Select(u =>
            {
                Guid[] persons = screening.Unit == UnitKind.Household ? [.. households[u.UnitId]] : [u.UnitId];
                return new Candidate(
                    DrawFile.PersonToken(u.UnitId),
                    enrolled is not null && !persons.Any(enrolled.Contains)
                        ? Eligibility.Excluded
                        : EligibilityOf(u.Verdict),
                    stratified ? PlanFromProtocol.StratumOf(u.Municipality) : Token.None,
                    persons
                );
            }),
        ];
    }

    private static Eligibility EligibilityOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.TargetGroup => Eligibility.InTargetGroup,
            Verdict.Excluded => Eligibility.Excluded,
            Verdict.Undetermined => Eligibility.Undetermined,
        };

    private sealed record Candidate(string Id, Eligibility Eligibility, string Stratum, IReadOnlyList<Guid> Persons)
    {
        public Core.Draw.ScreenedUnit ForCore(UnitKind kind) =>
            new(new UnitRef(kind, Id), Eligibility, Stratum, Tokens);

        public FrozenUnit ToFreeze(UnitKind kind) => new(new UnitRef(kind, Id), Stratum, Tokens);

        private string[] Tokens => [.. Persons.Select(DrawFile.PersonToken)];
    }
}
