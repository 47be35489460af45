// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Draw;
using Proeftuin.App.Storage;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>What publishing a draw means for people: everyone drawn becomes a participant, in the same transaction. Whoever the sample left out has no lot and no row.</summary>
internal static class Enlisting
{
    public static async Task Enlist(ProeftuinDb db, DrawRow draw, DateTimeOffset now, CancellationToken ct)
    {
        var arms = await db.Set<PlacementRow>()
            .AsNoTracking()
            .Where(p => p.DrawRowId == draw.Id && p.Arm != Token.None)
            .Select(p => new { p.Pseudonym, p.Arm })
            .ToDictionaryAsync(p => p.Pseudonym, p => p.Arm, StringComparer.Ordinal, ct);
        var members = await db.Set<FrameMemberRow>()
            .AsNoTracking()
            .Where(m => m.DrawRowId == draw.Id)
            .Select(m => new
            {
                m.PersonId,
                m.UnitId,
                m.Pseudonym,
            })
            .ToListAsync(ct);
        var drawnOn = DutchTime.DateOf(now);
        await BulkWriter.Insert(
            db,
            members
                .Where(m => arms.ContainsKey(m.Pseudonym))
                .Select(m => new ParticipantRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = draw.MunicipalityId,
                    ExperimentId = draw.ExperimentId,
                    DrawRowId = draw.Id,
                    PersonId = m.PersonId,
                    UnitId = m.UnitId,
                    Pseudonym = m.Pseudonym,
                    DrawnArm = arms[m.Pseudonym],
                    RulesArm = arms[m.Pseudonym],
                    DrawnOn = drawnOn,
                    State = ParticipationState.Drawn,
                }),
            ct: ct
        );
    }
}
