// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Ledger;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Screening;

/// <summary>Screens a snapshot of the register with the latest protocol of an experiment and stores the verdict per unit.</summary>
public sealed class RunScreening(Work work, TimeProvider clock)
{
    /// <summary><paramref name="On"/> is the reference date; <paramref name="KnownOn"/> the day whose knowledge of the law is used, the same day when not given.</summary>
    public sealed record Command(string Experiment, Guid SnapshotId, DateOnly On, DateOnly? KnownOn, string? Why);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do(actor, Permission.RunScreening, (db, entry) => Screen(db, entry, command, actor, ct), ct);

    private async Task<Outcome<Guid>> Screen(
        ProeftuinDb db,
        LedgerDraft entry,
        Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        var knownOn = command.KnownOn ?? command.On;
        var recorded = await RecordedProtocol.Latest(db, command.Experiment, ct);
        if (
            await db.Set<RegisterSnapshotRow>().FirstOrDefaultAsync(s => s.Id == command.SnapshotId, ct)
            is not { } snapshot
        )
        {
            return new NoSuchSnapshot();
        }

        var register = await RegisterSnapshot.Load(db, snapshot, household: null, ct);
        var screened = recorded
            .Then(r => ProtocolRules.Of(r.Protocol, knownOn))
            .Then(rules =>
                register.Then(r => RegisterScreening.Of(rules, r, command.On, StatePensionAgeFile.Shipped(), knownOn))
            );
        var reason = Reason.Of(
            string.IsNullOrWhiteSpace(command.Why) ? $"Screening op peildatum {Dutch.Date(command.On)}" : command.Why
        );
        if (!screened.IsDone || !reason.IsDone)
        {
            return new Outcome<Guid>.Refused([.. screened.Why, .. reason.Why]);
        }

        var row = await Row(db, recorded.OrThrow(), snapshot, screened.OrThrow(), actor, ct);
        db.Add(row);
        await db.SaveChangesAsync(ct);
        await BulkWriter.Insert(db, Units(row, screened.OrThrow()), ct: ct);
        entry.Record(
            "screening.uitgevoerd",
            $"screening/{row.Id}",
            reason.OrThrow(),
            row.Sha256,
            screened.OrThrow().Units.Count
        );
        return row.Id;
    }

    private async Task<ScreeningRow> Row(
        ProeftuinDb db,
        RecordedProtocol recorded,
        RegisterSnapshotRow snapshot,
        ScreeningResult result,
        Actor actor,
        CancellationToken ct
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = actor.MunicipalityId,
            ExperimentId = recorded.ExperimentId,
            ProtocolVersionId = await db.Set<ProtocolVersionRow>()
                .Where(v => v.ExperimentId == recorded.ExperimentId && v.Number == recorded.Number)
                .Select(v => v.Id)
                .SingleAsync(ct),
            SnapshotId = snapshot.Id,
            Unit = result.Rules.Unit,
            On = result.On,
            KnownOn = result.KnownOn,
            Sha256 = result.Hash(),
            RegisterHouseholds = result.RegisterHouseholds,
            RegisterPersons = result.RegisterPersons,
            TargetUnits = result.Counts.TargetGroup.Units,
            TargetPersons = result.Counts.TargetGroup.Persons,
            ExcludedUnits = result.Counts.Excluded.Units,
            ExcludedPersons = result.Counts.Excluded.Persons,
            UndeterminedUnits = result.Counts.Undetermined.Units,
            UndeterminedPersons = result.Counts.Undetermined.Persons,
            RunAt = clock.GetUtcNow(),
            RunBy = actor.AccountId,
        };

    private static IEnumerable<ScreenedUnitRow> Units(ScreeningRow row, ScreeningResult result) =>
        result.Units.Select(unit => new ScreenedUnitRow
        {
            ScreeningId = row.Id,
            UnitId = Guid.ParseExact(unit.Unit.Id, "N"),
            HouseholdId = Guid.ParseExact(unit.Household, "N"),
            MunicipalityId = row.MunicipalityId,
            Verdict = unit.Verdict,
            Grounds = string.Join(' ', unit.Excludes.Select(e => e.Ground.Code)),
            OpenGrounds = string.Join(' ', unit.Open.Select(o => o.Ground.Code)),
            Members = unit.Members.Count,
            Municipality = unit.Municipality,
        });
}
