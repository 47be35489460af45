// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>Marks a unit that was drawn in error. The placement stays as it is, and the unit stays in the intention-to-treat set.</summary>
public sealed class MarkPlacement(Work work, TimeProvider clock)
{
    public sealed record Command(string DrawId, string TicketCode, Reason Reason);

    public Task<Outcome<bool>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<bool>(
            actor,
            Permission.MarkPlacement,
            async (db, entry) =>
            {
                var found = await DrawFile.Find(db, command.DrawId, ct);
                if (found is not Outcome<DrawRow>.Done { Value: var row })
                {
                    return new Outcome<bool>.Refused(found.Why);
                }

                var code = TicketCode.Read(command.TicketCode) ?? "";
                if (!await db.Set<FrameUnitRow>().AnyAsync(p => p.DrawRowId == row.Id && p.Pseudonym == code, ct))
                {
                    return new NoSuchTicket();
                }

                return DrawTransitions
                    .Take(row.State, DrawStep.MarkPlacement)
                    .Map(_ =>
                    {
                        db.Add(
                            new PlacementMarkRow
                            {
                                Id = Guid.CreateVersion7(),
                                MunicipalityId = row.MunicipalityId,
                                DrawRowId = row.Id,
                                Pseudonym = code,
                                Reason = command.Reason.Text,
                                MarkedAt = clock.GetUtcNow(),
                                MarkedBy = actor.AccountId,
                            }
                        );
                        entry.Record("loting.plaatsing.gemarkeerd", DrawFile.Subject(row.DrawId), command.Reason);
                        return true;
                    });
            },
            ct
        );
}

/// <summary>The ticket code is not in this draw.</summary>
public sealed record NoSuchTicket : Refusal
{
    public override string Message =>
        "Deze lotcode hoort niet bij deze loting. Controleer de code en het lotingnummer op de brief.";
}
