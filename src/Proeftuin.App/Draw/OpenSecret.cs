// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>Opens the sealed secret of one holder, after the moment. It must be the promised one.</summary>
public sealed class OpenSecret(Work work, TimeProvider clock)
{
    public sealed record Command(string DrawId, string Holder, string Secret);

    public Task<Outcome<bool>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<bool>(
            actor,
            Permission.ConductDraw,
            async (db, entry) =>
            {
                var found = await DrawFile.Find(db, command.DrawId, ct);
                if (found is not Outcome<DrawRow>.Done { Value: var row })
                {
                    return new Outcome<bool>.Refused(found.Why);
                }

                var holder = await db.Set<DrawHolderRow>()
                    .AsTracking()
                    .SingleOrDefaultAsync(h => h.DrawRowId == row.Id && h.Name == command.Holder, ct);
                return DrawFile
                    .Committed(row)
                    .Then(record =>
                        DrawCeremony.OpenSecret(row.State, record, command.Holder, command.Secret, clock.GetUtcNow())
                    )
                    .Map(secret =>
                    {
                        holder!.Secret = secret.ToHex();
                        holder.OpenedAt ??= clock.GetUtcNow();
                        holder.OpenedBy ??= actor.AccountId;
                        entry.Record(
                            "loting.geheim.geopend",
                            DrawFile.Subject(row.DrawId),
                            DrawFile.Prescribed(DrawStep.OpenSecret),
                            holder.Commitment
                        );
                        return true;
                    });
            },
            ct
        );
}
