// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Provisions;

/// <summary>Says that a measurement or a contact was written down wrongly, with the reason. It stays to be read and no longer counts; the right one is written down as a new line.</summary>
public sealed class CorrectGuidanceLine(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, Guid Case, int Line, string? Why);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change<GuidanceRow>(
            new(Permission.GuideProvision, command.Experiment, "begeleiding.verbeterd", "Regel vervallen verklaard"),
            command.Case,
            actor,
            async (db, _, row) =>
            {
                var why = FreeText.Needed("Wat was er verkeerd?", command.Why, 300);
                if (why is not Outcome<string>.Done { Value: var reason })
                {
                    return why.Why;
                }

                if (!await IsThere(db, row.Id, command.Line, ct))
                {
                    return [new NoSuchLine()];
                }

                db.Add(
                    new GuidanceCorrectionRow
                    {
                        GuidanceId = row.Id,
                        Line = command.Line,
                        MunicipalityId = row.MunicipalityId,
                        ExperimentId = row.ExperimentId,
                        Why = reason,
                        RecordedAt = clock.GetUtcNow(),
                        RecordedBy = actor.AccountId,
                    }
                );
                return [];
            },
            ct
        );

    private static async Task<bool> IsThere(ProeftuinDb db, Guid guidance, int line, CancellationToken ct) =>
        (
            await db.Set<LifeMeasurementRow>().AnyAsync(m => m.GuidanceId == guidance && m.Line == line, ct)
            || await db.Set<GuidanceContactRow>().AnyAsync(c => c.GuidanceId == guidance && c.Line == line, ct)
        ) && !await db.Set<GuidanceCorrectionRow>().AnyAsync(c => c.GuidanceId == guidance && c.Line == line, ct);
}

/// <summary>There is no such line, or it was corrected already.</summary>
public sealed record NoSuchLine : Refusal
{
    public override string Message => "Deze regel is er niet, of is al vervallen. Bekijk het dossier opnieuw.";
}
