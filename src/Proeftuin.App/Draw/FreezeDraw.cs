// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Draw;

/// <summary>Freezes the frame of a cohort: the target group of a screening, reconciled with the register to the last row, and in a joint experiment the lists that the partners contributed.</summary>
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

                var before = await Freezing.PersonsDrawnBefore(db, row, ct);
                var screened = await ScreenedFrame.Of(
                    db,
                    DrawFile.Plan(row),
                    row.ExperimentId,
                    command.ScreeningId,
                    before,
                    ct
                );
                var others = await Contributions.Complete(db, row, ct);
                if (
                    screened is not Outcome<ScreenedFrame>.Done { Value: var own }
                    || others is not Outcome<Contributions>.Done { Value: var contributed }
                )
                {
                    return new Outcome<FrozenFrame>.Refused([.. screened.Why, .. others.Why]);
                }

                row.ScreeningId = command.ScreeningId;
                var counts = contributed.AddedTo(own.Counts);
                var frozen = await Freezing.Freeze(db, row, own.Units, contributed, counts, clock.GetUtcNow(), ct);
                entry.Record(
                    "loting.bevroren",
                    DrawFile.Subject(row.DrawId),
                    command.Reason,
                    row.ManifestSha256,
                    counts.InFrame
                );
                return frozen;
            },
            ct
        );
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
