// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using Proeftuin.App.Identity;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Evaluation.Data;

namespace Proeftuin.App.Evaluation;

/// <summary>Freezes the data of an evaluation on a count date, as known on a day: the bytes are kept for ever, with their hash in the ledger.</summary>
public sealed class FreezeStudyData(Work work, KeyRing keys, TimeProvider clock)
{
    /// <summary>Without a count date that of the protocol; without a day of knowledge everything known now.</summary>
    public sealed record Command(string Experiment, DateOnly? CountDate, DateOnly? KnownOn, Reason Why);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Read<Guid>(
            actor,
            Permission.FreezeStudyData,
            async (db, entry) =>
            {
                var query = new MonitorQuery(command.Experiment, command.CountDate, command.KnownOn);
                var found = await MonitorScope.Of(db, query, clock.Today(), ct);
                if (found is not Outcome<MonitorScope>.Done { Value: var scope })
                {
                    return new Outcome<Guid>.Refused(found.Why);
                }

                if (scope.CountDate > clock.Today())
                {
                    return new CountDateInTheFuture(scope.CountDate);
                }

                if (scope.CountDate <= scope.Plan.FollowedFrom)
                {
                    return new Core.Monitoring.CountedTooEarly(scope.CountDate, scope.Plan.FollowedFrom);
                }

                var knownBefore = scope.KnownBefore ?? JustAfter(clock.GetUtcNow());
                var data = await new BuildStudyData(db, scope, knownBefore, keys).Make(ct);
                var document = Encoding.UTF8.GetBytes(StudyDataText.Write(data));
                var row = new StudyDataRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = actor.MunicipalityId,
                    ExperimentId = scope.Recorded.ExperimentId,
                    CountDate = scope.CountDate,
                    KnownOn = scope.KnownOn,
                    KnownBefore = knownBefore,
                    Title = command.Why.Text,
                    Document = document,
                    Sha256 = Convert.ToHexStringLower(SHA256.HashData(document)),
                    People = data.People.Count,
                    FrozenAt = clock.GetUtcNow(),
                    FrozenBy = actor.AccountId,
                };
                db.Add(row);
                entry.Record(
                    "dataset.bevroren",
                    $"experiment/{scope.Recorded.Slug}/dataset/{row.Id}",
                    command.Why,
                    row.Sha256,
                    data.People.Count
                );
                return row.Id;
            },
            ct
        );

    /// <summary>The next whole microsecond, which both databases keep: what was recorded at this moment is known.</summary>
    private static DateTimeOffset JustAfter(DateTimeOffset now) =>
        new(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMicrosecond + TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
