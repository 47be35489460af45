// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Draw;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>What publishing a draw means for people: everyone drawn becomes a participant, in the same transaction, and takes part at once where people enrolled before the lot. Whoever the sample left out has no lot and no row.</summary>
internal static class Enlisting
{
    /// <summary><paramref name="experiment"/> is the own municipality's, which in a joint experiment is not the one that conducted the draw. Gives how many people.</summary>
    public static async Task<Outcome<long>> Enlist(
        ProeftuinDb db,
        DrawRow draw,
        Guid experiment,
        Actor actor,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        // The places are the lead's and name nobody; who is behind them is read from the own municipality only.
        var arms = await db.Set<PlacementRow>()
            .IgnoreQueryFilters()
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
        var people = await BulkWriter.Insert(
            db,
            members
                .Where(m => arms.ContainsKey(m.Pseudonym))
                .Select(m => new ParticipantRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = db.MunicipalityId,
                    ExperimentId = experiment,
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
        return (await Volunteers.TakePart(db, draw, experiment, actor, now, ct)).Map(_ => people);
    }
}
