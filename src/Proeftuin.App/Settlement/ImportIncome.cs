// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Facts;
using Proeftuin.App.Exchange.Income;
using Proeftuin.App.Identity;
using Proeftuin.App.Ledger;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Settlement;

/// <summary>Reads a delivery of a month's income and stores it whole, or stores nothing and says why.</summary>
public sealed class ImportIncome(Work work, IdentityStore identities, TimeProvider clock)
{
    /// <summary>A delivery about a month; earlier months may be in it, because slips come late.</summary>
    public sealed record Command(byte[] File, Month Month, string Source);

    /// <summary>What was accepted, in rows: new payments, slips that took the place of another, and what was known already or outdated.</summary>
    public sealed record Accepted(
        Guid DeliveryId,
        int Rows,
        int Written,
        int Corrected,
        int KnownAlready,
        string ContentSha256
    );

    public async Task<Outcome<Accepted>> Handle(
        Command command,
        Actor actor,
        Action<long, long, string>? progress,
        CancellationToken ct
    )
    {
        if (!Permissions.Allows(actor.Roles, Permission.SettleMonths))
        {
            return new NotAllowed();
        }

        var about = command.File.Length / 90;
        var reading = IncomeReader.Read(
            command.File,
            command.Month,
            clock.Today(),
            done => progress?.Invoke(done, 2 * Math.Max(done, about), "Rijen controleren")
        );
        return await Reason
            .Of(
                $"Levering van inkomsten over {Dutch.MonthOf(command.Month.Year, command.Month.Number)}: {command.Source}"
            )
            .Match(
                reason =>
                    work.Do(
                        actor,
                        Permission.SettleMonths,
                        (db, entry) => Store(db, entry, command, reading, reason, actor, progress, ct),
                        ct
                    ),
                why => Task.FromResult<Outcome<Accepted>>(new Outcome<Accepted>.Refused(why))
            );
    }

    private async Task<Outcome<Accepted>> Store(
        ProeftuinDb db,
        LedgerDraft entry,
        Command command,
        IncomeReading reading,
        Reason reason,
        Actor actor,
        Action<long, long, string>? progress,
        CancellationToken ct
    )
    {
        var delivery = new IncomeDeliveryRow
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = actor.MunicipalityId,
            Month = command.Month.FirstDay,
            Source = command.Source,
            Format = reading.Format,
            ContentSha256 = reading.ContentSha256,
            Rows = reading.Rows,
            ImportedAt = clock.GetUtcNow(),
            ImportedBy = actor.AccountId,
        };
        var batch = new IncomeBatch(db, delivery, reading.Defects);
        await batch.Compare(await People(db, reading, ct), ct);
        if (!reading.Defects.IsEmpty)
        {
            return new IncomeHasDefects(reading);
        }

        var before = await db.Set<IncomeDeliveryRow>()
            .FirstOrDefaultAsync(d => d.ContentSha256 == reading.ContentSha256, ct);
        if (before is not null)
        {
            return new IncomeDeliveredBefore(DutchTime.DateOf(before.ImportedAt));
        }

        progress?.Invoke(reading.Rows, 2 * reading.Rows, "Inkomsten opslaan");
        await batch.Write(ct);
        entry.Record("inkomsten.ingelezen", $"inkomsten/{delivery.Id}", reason, delivery.ContentSha256, reading.Rows);
        return new Accepted(
            delivery.Id,
            delivery.Rows,
            delivery.Written,
            delivery.Corrected,
            delivery.KnownAlready,
            delivery.ContentSha256
        );
    }

    private async Task<List<(IncomeLine Line, Guid Person)>> People(
        ProeftuinDb db,
        IncomeReading reading,
        CancellationToken ct
    )
    {
        var found = await identities.Find(db, [.. reading.Lines.Select(l => l.Bsn)], ct);
        var lines = new List<(IncomeLine Line, Guid Person)>(found.Count);
        foreach (var (line, person) in reading.Lines.Zip(found))
        {
            if (person is { } known)
            {
                lines.Add((line, known));
            }
            else
            {
                reading.Defects.Add(
                    FactDefects.PersonUnknown,
                    "Dit nummer komt in geen enkel register voor.",
                    line.Line,
                    "bsn",
                    line.Bsn.ToString()
                );
            }
        }

        return lines;
    }
}

/// <summary>The delivery has defects, so nothing of it was stored.</summary>
public sealed record IncomeHasDefects(IncomeReading Reading) : Refusal
{
    public override string Message =>
        $"De levering is niet opgeslagen: er {(Reading.Defects.Count == 1 ? "is 1 fout" : $"zijn {Dutch.Count(Reading.Defects.Count)} fouten")} gevonden. Bekijk de meldingen, herstel de bron en lever opnieuw.";
}

/// <summary>The same income was delivered before.</summary>
public sealed record IncomeDeliveredBefore(DateOnly On) : Refusal
{
    public override string Message => $"Deze inkomsten zijn al ingelezen op {Dutch.Date(On)}. Er is niets opgeslagen.";
}
