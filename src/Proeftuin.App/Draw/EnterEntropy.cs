// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>Takes the public value as one person typed it, without showing what the other typed.</summary>
public sealed class EnterEntropy(Work work, TimeProvider clock)
{
    public sealed record Command(string DrawId, string Value);

    public Task<Outcome<EntropyEntered>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<EntropyEntered>(
            actor,
            Permission.EnterEntropy,
            async (db, entry) =>
            {
                var found = await DrawFile.Find(db, command.DrawId, ct);
                if (found is not Outcome<DrawRow>.Done { Value: var row })
                {
                    return new Outcome<EntropyEntered>.Refused(found.Why);
                }

                if (row.Entropy is not null)
                {
                    return new EntropyIsKnown();
                }

                var earlier = await db.Set<EntropyEntryRow>()
                    .AsTracking()
                    .Where(e => e.DrawRowId == row.Id && !e.PutAside)
                    .SingleOrDefaultAsync(ct);
                var now = clock.GetUtcNow();
                return DrawFile
                    .Committed(row)
                    .Then(record =>
                        DrawCeremony.EnterEntropy(
                            row.State,
                            record,
                            new EntropyEntry(actor.AccountId, command.Value),
                            earlier is null ? null : new EntropyEntry(earlier.EnteredBy, earlier.Value),
                            now
                        )
                    )
                    .Map(entered =>
                    {
                        Keep(db, row, command.Value, actor, entered, earlier, now);
                        entry.Record(
                            entered is EntropyEntered.Differs
                                ? "loting.openbare-waarde.verschilt"
                                : "loting.openbare-waarde.ingevoerd",
                            DrawFile.Subject(row.DrawId),
                            DrawFile.Prescribed(DrawStep.EnterEntropy)
                        );
                        return entered;
                    });
            },
            ct
        );

    private static void Keep(
        ProeftuinDb db,
        DrawRow row,
        string value,
        Actor actor,
        EntropyEntered entered,
        EntropyEntryRow? earlier,
        DateTimeOffset now
    )
    {
        db.Add(
            new EntropyEntryRow
            {
                Id = Guid.CreateVersion7(),
                MunicipalityId = row.MunicipalityId,
                DrawRowId = row.Id,
                EnteredBy = actor.AccountId,
                At = now,
                Value = value,
                PutAside = entered is EntropyEntered.Differs,
            }
        );
        // The row itself changes too, so that of two persons who type at the same time one waits for the other.
        row.Entropy = entered is EntropyEntered.Agreed agreed ? agreed.Value : null;
        db.Entry(row).Property(r => r.Entropy).IsModified = true;
        if (entered is EntropyEntered.Differs)
        {
            earlier!.PutAside = true;
        }
    }
}

/// <summary>Two persons typed the same value already.</summary>
public sealed record EntropyIsKnown : Refusal
{
    public override string Message =>
        "De openbare waarde is al door twee personen gelijk ingevoerd. U hoeft niets meer te doen.";
}
