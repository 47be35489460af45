// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>One page of everyone drawn under the code of the draw, for a researcher: arm, course and dates, no name, no unit of the register, no case manager. Whose data are withdrawn is a line without dates.</summary>
public sealed class SeePseudonyms(Work work)
{
    public const int PageSize = 100;

    public sealed record Line(
        string Pseudonym,
        string DrawnArm,
        string RulesArm,
        DateOnly DrawnOn,
        ParticipationState State,
        DateOnly? InvitedOn,
        DateOnly? ConsentedOn,
        DateOnly? StartsOn,
        DateOnly? StoppedOn
    );

    public sealed record View(string Name, int Total, IReadOnlyList<Line> Lines);

    public Task<Outcome<View>> Handle(string experiment, int page, Actor actor, CancellationToken ct) =>
        work.Read<View>(
            actor,
            Permission.SeePseudonyms,
            async (db, entry) =>
            {
                var found = await RecordedProtocol.Latest(db, experiment, ct);
                if (found is not Outcome<RecordedProtocol>.Done { Value: var recorded })
                {
                    return new Outcome<View>.Refused(found.Why);
                }

                var all = db.Set<ParticipantRow>().AsNoTracking().Where(p => p.ExperimentId == recorded.ExperimentId);
                var rows = await all.OrderBy(p => p.Pseudonym)
                    .ThenBy(p => p.PersonId)
                    .Skip(PageSize * (Math.Max(1, page) - 1))
                    .Take(PageSize)
                    .Select(p => new Line(
                        p.Pseudonym,
                        p.DrawnArm,
                        p.DataWithdrawnOn == null ? p.RulesArm : p.DrawnArm,
                        p.DrawnOn,
                        p.State,
                        p.DataWithdrawnOn == null ? p.InvitedOn : null,
                        p.DataWithdrawnOn == null ? p.ConsentedOn : null,
                        p.DataWithdrawnOn == null ? p.StartsOn : null,
                        p.DataWithdrawnOn == null ? p.StoppedOn : null
                    ))
                    .ToListAsync(ct);
                entry.Record(
                    "pseudoniemen.bekeken",
                    $"deelname/{experiment}",
                    Reason.Of("Lijst onder pseudoniem bekeken").OrThrow(),
                    count: rows.Count
                );
                return new View(recorded.Protocol.Name, await all.CountAsync(ct), rows);
            },
            ct
        );
}
