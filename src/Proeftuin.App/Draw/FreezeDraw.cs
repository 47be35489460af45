// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Draw;

/// <summary>Freezes the frame of a cohort: the target group of a screening, reconciled with the register to the last row.</summary>
public sealed class FreezeDraw(Work work, TimeProvider clock)
{
    public sealed record Command(string DrawId, Guid ScreeningId, Reason Reason);

    public Task<Outcome<FrozenFrame>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<FrozenFrame>(
            actor,
            Permission.ConductDraw,
            async (db, entry) =>
            {
                var found = await DrawFile.Find(db, command.DrawId, ct);
                if (found is not Outcome<DrawRow>.Done { Value: var row })
                {
                    return new Outcome<FrozenFrame>.Refused(found.Why);
                }

                var plan = DrawFile.Plan(row);
                var screening = await db.Set<ScreeningRow>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(s => s.Id == command.ScreeningId && s.ExperimentId == row.ExperimentId, ct);
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

                var before = await Freezing.PersonsDrawnBefore(db, row, ct);
                var screened = await Screened(db, plan, screening, ct);
                var units = screened
                    .Where(u => u.Eligibility == Eligibility.InTargetGroup && !u.Persons.Any(before.Contains))
                    .ToList();
                var counts = Reconciliation.Of(
                    screening.Unit == UnitKind.Household ? screening.RegisterHouseholds : screening.RegisterPersons,
                    [.. screened.Select(u => u.ForCore(plan.Unit))],
                    [.. units.Select(u => u.ToFreeze(plan.Unit))],
                    before.Select(DrawFile.PersonToken).ToHashSet(StringComparer.Ordinal)
                );
                if (counts is not Outcome<Reconciliation>.Done { Value: var reconciled })
                {
                    return new Outcome<FrozenFrame>.Refused(counts.Why);
                }

                row.ScreeningId = screening.Id;
                UnitToFreeze[] frame = [.. units.Select(u => new UnitToFreeze(u.Id, u.Stratum, u.Persons))];
                var frozen = await Freezing.Freeze(db, row, frame, reconciled, clock.GetUtcNow(), ct);
                entry.Record(
                    "loting.bevroren",
                    DrawFile.Subject(row.DrawId),
                    command.Reason,
                    row.ManifestSha256,
                    frame.Length
                );
                return frozen;
            },
            ct
        );

    private static async Task<List<Candidate>> Screened(
        ProeftuinDb db,
        DrawPlan plan,
        ScreeningRow screening,
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
            .. units.Select(u => new Candidate(
                DrawFile.PersonToken(u.UnitId),
                u.Verdict switch
                {
                    Verdict.TargetGroup => Eligibility.InTargetGroup,
                    Verdict.Excluded => Eligibility.Excluded,
                    Verdict.Undetermined => Eligibility.Undetermined,
                },
                stratified ? PlanFromProtocol.StratumOf(u.Municipality) : Token.None,
                screening.Unit == UnitKind.Household ? [.. households[u.UnitId]] : [u.UnitId]
            )),
        ];
    }

    private sealed record Candidate(string Id, Eligibility Eligibility, string Stratum, IReadOnlyList<Guid> Persons)
    {
        public Core.Draw.ScreenedUnit ForCore(UnitKind kind) =>
            new(new UnitRef(kind, Id), Eligibility, Stratum, Tokens);

        public FrozenUnit ToFreeze(UnitKind kind) => new(new UnitRef(kind, Id), Stratum, Tokens);

        private string[] Tokens => [.. Persons.Select(DrawFile.PersonToken)];
    }
}

/// <summary>The screening is not one of this experiment.</summary>
public sealed record NoSuchScreening : Refusal
{
    public override string Message => "Kies een screening van dit experiment.";
}

/// <summary>The screening counts persons where the plan draws households, or the other way round.</summary>
public sealed record ScreeningCountsOtherUnits : Refusal
{
    public override string Message =>
        "De screening telt andere eenheden dan het lotingsplan: huishoudens en personen worden nooit verwisseld. Kies een andere screening.";
}

/// <summary>A lottery for places has a closed list of enrolments as its frame.</summary>
public sealed record PlacesNeedEnrolments : Refusal
{
    public override string Message =>
        "Dit is een loting om plaatsen. Bevries de gesloten lijst van aanmeldingen, niet een screening.";
}
