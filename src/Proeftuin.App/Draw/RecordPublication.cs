// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>Notes where the committed record was made public, outside the system.</summary>
public sealed class RecordPublication(Work work, TimeProvider clock)
{
    public sealed record Command(string DrawId, string Place);

    public Task<Outcome<Publication>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Publication>(
            actor,
            Permission.ConductDraw,
            async (db, entry) =>
                (await DrawFile.Find(db, command.DrawId, ct)).Then(row =>
                    DrawFile
                        .Committed(row)
                        .Then(record =>
                            DrawCeremony.RecordPublication(row.State, record, command.Place, clock.GetUtcNow())
                        )
                        .Map(publication =>
                        {
                            db.Add(
                                new DrawPublicationRow
                                {
                                    Id = Guid.CreateVersion7(),
                                    MunicipalityId = row.MunicipalityId,
                                    DrawRowId = row.Id,
                                    At = publication.At,
                                    Place = publication.Where,
                                    RecordedBy = actor.AccountId,
                                }
                            );
                            entry.Record(
                                "loting.vastlegging.gepubliceerd",
                                DrawFile.Subject(row.DrawId),
                                DrawFile.Prescribed(DrawStep.RecordPublication),
                                row.CommittedSha256
                            );
                            return publication;
                        })
                ),
            ct
        );
}
