// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Rehearsal;

/// <summary>Writes down how a rehearsal ended: its tables with their hash, or why there are none.</summary>
public sealed class FinishRehearsal(Work work, TimeProvider clock)
{
    public Task<Outcome<bool>> Handle(
        Guid id,
        string slug,
        Outcome<RehearsalResult> played,
        Actor actor,
        CancellationToken ct
    ) =>
        work.Do<bool>(
            actor,
            Permission.DesignExperiment,
            async (db, entry) =>
            {
                var row = await db.Set<RehearsalRow>().SingleAsync(r => r.Id == id, ct);
                row.FinishedAt = clock.GetUtcNow();
                if (played is Outcome<RehearsalResult>.Done { Value: var result })
                {
                    row.Outcome = result.ToJson();
                    row.OutcomeSha256 = RehearsalResult.HashOf(row.Outcome);
                }
                else
                {
                    row.WhyNot = string.Join(" ", played.Why.Select(w => w.Message));
                }

                entry.Record(
                    played.IsDone ? "proefdraai.klaar" : "proefdraai.zonder-uitkomst",
                    StartRehearsal.Subject(slug, id),
                    Scene.Why,
                    row.OutcomeSha256
                );
                return true;
            },
            ct
        );
}

/// <summary>Asks a running rehearsal to stop; it does so within a moment, whichever web node plays it.</summary>
public sealed class CancelRehearsal(Work work, TimeProvider clock)
{
    public Task<Outcome<bool>> Handle(string slug, Guid id, Actor actor, CancellationToken ct) =>
        work.Do<bool>(
            actor,
            Permission.DesignExperiment,
            async (db, entry) =>
            {
                if (await db.Set<RehearsalRow>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } row)
                {
                    return new NoSuchRehearsal();
                }

                if (row.FinishedAt is not null || row.CancelAskedAt is not null)
                {
                    return false;
                }

                row.CancelAskedAt = clock.GetUtcNow();
                entry.Record("proefdraai.stoppen", StartRehearsal.Subject(slug, id), Scene.Why);
                return true;
            },
            ct
        );
}

/// <summary>The municipality has no rehearsal at this address.</summary>
public sealed record NoSuchRehearsal : Refusal
{
    public override string Message => "Deze proefdraai bestaat niet. Kies er een uit de lijst.";
}
