// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>Freezes the monitor on a count date with what is known now: the bytes are kept for ever, with their hash in the ledger. Later facts change the monitor, not the frozen table.</summary>
public sealed class FreezeMonitor(Work work, CountMonitor count, TimeProvider clock)
{
    public sealed record Command(string Experiment, DateOnly CountDate, Reason Why);

    public async Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct)
    {
        var query = new MonitorQuery(command.Experiment, command.CountDate);
        if (command.CountDate > clock.Today())
        {
            return new CountDateInTheFuture(command.CountDate);
        }

        var counted = await count.Handle(query, actor, null, ct);
        return counted is Outcome<MonitorTables>.Done
            ? await work.Do(
                actor,
                Permission.FreezeMonitor,
                (db, entry) => Freeze(db, entry, query, command, actor, ct),
                ct
            )
            : new Outcome<Guid>.Refused(counted.Why);
    }

    private async Task<Outcome<Guid>> Freeze(
        ProeftuinDb db,
        Ledger.LedgerDraft entry,
        MonitorQuery query,
        Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        var found = await MonitorScope.Of(db, query, clock.Today(), ct);
        if (found is not Outcome<MonitorScope>.Done { Value: var scope })
        {
            return new Outcome<Guid>.Refused(found.Why);
        }

        if (await MonitorStore.Find(db, scope, ct) is not { } tables)
        {
            // A fact came in between counting and freezing.
            return new SomebodyElseWasFirst();
        }

        var document = MonitorJson.Write(
            new FrozenMonitor(FrozenMonitor.Version1, scope.Recorded.Slug, scope.Recorded.Sha256, tables)
        );
        var row = new FrozenTableRow
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = actor.MunicipalityId,
            ExperimentId = scope.Recorded.ExperimentId,
            CountDate = scope.CountDate,
            KnownOn = scope.KnownOn,
            Title = command.Why.Text,
            Document = document,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(document)),
            FrozenAt = clock.GetUtcNow(),
            FrozenBy = actor.AccountId,
        };
        db.Add(row);
        entry.Record("cijfers.bevroren", $"experiment/{scope.Recorded.Slug}/cijfers/{row.Id}", command.Why, row.Sha256);
        return row.Id;
    }
}

/// <summary>A day that has yet to come cannot be frozen.</summary>
public sealed record CountDateInTheFuture(DateOnly CountDate) : Refusal
{
    public override string Message =>
        $"De teldatum {Dutch.Date(CountDate)} ligt in de toekomst. Bevriezen kan vanaf die dag.";
}
