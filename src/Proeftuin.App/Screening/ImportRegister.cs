// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Identity;
using Proeftuin.App.Ledger;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Screening;

/// <summary>Reads a delivery of the benefit register and stores it whole, or stores nothing and says why. Names and BSNs go to the identity store only.</summary>
public sealed class ImportRegister(Work work, IdentityStore identities, TimeProvider clock)
{
    /// <summary>A delivery. <paramref name="Municipalities"/> are the names that may occur in it; none means the own municipality only.</summary>
    public sealed record Command(
        byte[] File,
        DateOnly? ReferenceDate,
        string Source,
        IReadOnlyList<string> Municipalities,
        ControlTotals Totals,
        bool AcceptOlder = false
    );

    /// <summary>What was accepted.</summary>
    public sealed record Accepted(Guid SnapshotId, int Households, int Persons, string ContentSha256);

    /// <summary>Progress in rows: each row is read once and stored once, so the total is twice the number of persons.</summary>
    public async Task<Outcome<Accepted>> Handle(
        Command command,
        Actor actor,
        Action<long, long, string>? progress,
        CancellationToken ct
    )
    {
        if (!Permissions.Allows(actor.Roles, Permission.ImportRegister))
        {
            return new NotAllowed();
        }

        // About 150 bytes a row in a CSV file; the bar only has to move until the real number is known.
        var about = command.File.Length / 150;
        var names = command.Municipalities.Count > 0 ? command.Municipalities : [await OwnName(actor, ct)];
        var reading = RegisterReader.Read(
            command.File,
            new ReadingOptions
            {
                ReferenceDate = command.ReferenceDate,
                Today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
                Municipalities = names,
                Totals = command.Totals,
                ExemptionMonths = ExemptionMonthsFile.Shipped(),
            },
            done => progress?.Invoke(done, 2 * Math.Max(done, about), "Rijen controleren")
        );
        if (!reading.Defects.IsEmpty)
        {
            return new DeliveryHasDefects(reading);
        }

        return await Reason
            .Of($"Levering van het register: {command.Source}")
            .Match(
                reason =>
                    work.Do(
                        actor,
                        Permission.ImportRegister,
                        (db, entry) => Store(db, entry, command, reading, reason, actor, progress, ct),
                        ct
                    ),
                why => Task.FromResult<Outcome<Accepted>>(new Outcome<Accepted>.Refused(why))
            );
    }

    private async Task<string> OwnName(Actor actor, CancellationToken ct)
    {
        var name = await work.Look<string>(
            actor,
            Permission.ImportRegister,
            async db =>
                await db.Set<MunicipalityRow>()
                    .Where(m => m.Id == actor.MunicipalityId)
                    .Select(m => m.Name)
                    .SingleAsync(ct),
            ct
        );
        return name.OrThrow();
    }

    private async Task<Outcome<Accepted>> Store(
        ProeftuinDb db,
        LedgerDraft entry,
        Command command,
        RegisterReading reading,
        Reason reason,
        Actor actor,
        Action<long, long, string>? progress,
        CancellationToken ct
    )
    {
        if (await DeliveryOrder.Check(db, command, reading, ct) is { } refusal)
        {
            return refusal;
        }

        var snapshot = new RegisterSnapshotRow
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = actor.MunicipalityId,
            ReferenceDate = command.ReferenceDate!.Value,
            Source = command.Source,
            Format = reading.Format,
            FileSha256 = reading.FileSha256,
            ContentSha256 = reading.ContentSha256,
            Households = reading.Households.Count,
            Persons = reading.Persons,
            IgnoredColumns = string.Join("; ", reading.IgnoredColumns),
            ImportedAt = clock.GetUtcNow(),
            ImportedBy = actor.AccountId,
        };
        db.Add(snapshot);
        await db.SaveChangesAsync(ct);

        var rows = reading.Households.SelectMany(h => h).ToList();
        progress?.Invoke(reading.Persons, 2 * reading.Persons, "Personen opslaan in de identiteitskluis");
        var persons = await identities.FindOrAdd(
            db,
            [.. rows.Select(r => new NewIdentity(r.Bsn!.Value, r.Name, r.Address))],
            ct
        );
        var households = await HouseholdIds.FindOrAdd(db, [.. reading.Households.Select(h => h[0].Household)], ct);
        var toStore = SnapshotRows.Of(snapshot, reading.Households, households, persons);
        await BulkWriter.Insert(db, toStore.Households, ct: ct);
        await BulkWriter.Insert(
            db,
            toStore.Persons,
            done => progress?.Invoke(reading.Persons + done, 2 * reading.Persons, "Register opslaan"),
            ct
        );
        entry.Record("register.ingelezen", $"register/{snapshot.Id}", reason, snapshot.ContentSha256, reading.Persons);
        return new Accepted(snapshot.Id, snapshot.Households, snapshot.Persons, snapshot.ContentSha256);
    }
}
