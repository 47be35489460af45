// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>Fixes everything before the public value exists, and makes the record that is to be published outside the system.</summary>
public sealed class CommitDraw(Work work, TimeProvider clock)
{
    public sealed record Command(
        string DrawId,
        IReadOnlyList<SecretHolder> Holders,
        string EntropySource,
        EntropyTemplate EntropyTemplate,
        DateTimeOffset EntropyMoment,
        Reason Reason
    );

    public Task<Outcome<CommittedRecord>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<CommittedRecord>(
            actor,
            Permission.ConductDraw,
            async (db, entry) =>
            {
                var found = await DrawFile.Find(db, command.DrawId, ct);
                if (found is not Outcome<DrawRow>.Done { Value: var row })
                {
                    return new Outcome<CommittedRecord>.Refused(found.Why);
                }

                var step = DrawTransitions.Take(row.State, DrawStep.Commit);
                if (!step.IsDone)
                {
                    return new Outcome<CommittedRecord>.Refused(step.Why);
                }

                var analysis = await db.Set<ProtocolVersionRow>()
                    .Where(p => p.ExperimentId == row.ExperimentId)
                    .OrderByDescending(p => p.Number)
                    .Select(p => p.AnalysisPlanSha256)
                    .FirstOrDefaultAsync(ct);
                if (!Hash256.TryParse(analysis, out var analysisPlan))
                {
                    return new NoAnalysisPlan();
                }

                var frame = await DrawFile.Frame(db, row.Id, ct);
                var request = new CommitRequest
                {
                    Plan = DrawFile.Plan(row),
                    Frame = frame,
                    Members = await DrawFile.Members(db, row, frame, ct),
                    Holders = command.Holders,
                    EntropySource = command.EntropySource,
                    EntropyTemplate = command.EntropyTemplate,
                    EntropyMoment = command.EntropyMoment,
                    AnalysisPlanSha256 = analysisPlan,
                };
                var now = clock.GetUtcNow();
                return DrawCeremony
                    .Commit(row.State, request, await History(db, row, ct), now)
                    .Map(record =>
                    {
                        Keep(db, row, record, step.OrThrow().To, now);
                        entry.Record(
                            "loting.vastgelegd",
                            DrawFile.Subject(row.DrawId),
                            command.Reason,
                            row.CommittedSha256
                        );
                        return record;
                    });
            },
            ct
        );

    private static void Keep(ProeftuinDb db, DrawRow row, CommittedRecord record, DrawState to, DateTimeOffset now)
    {
        row.Committed = Encoding.UTF8.GetString(record.Write());
        row.CommittedSha256 = record.Sha256().ToString();
        row.Number = record.Number;
        row.CommittedAt = now;
        row.EntropyMoment = record.EntropyMoment;
        row.State = to;
        for (var i = 0; i < record.Holders.Count; i++)
        {
            db.Add(
                new DrawHolderRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = row.MunicipalityId,
                    DrawRowId = row.Id,
                    Position = i,
                    Name = record.Holders[i].Name,
                    Commitment = record.Holders[i].Commitment.ToString(),
                }
            );
        }
    }

    /// <summary>Commitments are looked up over all municipalities: a secret is used once, whoever draws.</summary>
    private static async Task<TrialHistory> History(ProeftuinDb db, DrawRow row, CancellationToken ct)
    {
        var trial = await db.Set<DrawRow>()
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(d => d.Trial == row.Trial)
            .ToListAsync(ct);
        var last = trial.Where(d => d.Number is not null).MaxBy(d => d.Number);
        var used = await db.Set<DrawHolderRow>().IgnoreQueryFilters().Select(h => h.Commitment).ToListAsync(ct);
        return new TrialHistory(
            last?.Number ?? 0,
            Hash256.TryParse(last?.CommittedSha256, out var hash) ? hash : Hash256.Zero,
            used.Select(c => Hash256.TryParse(c, out var commitment) ? commitment : Hash256.Zero).ToHashSet(),
            [
                .. trial
                    .Where(d => d.State is not (DrawState.Annulled or DrawState.Concept or DrawState.Frozen))
                    .Select(d => DrawId.Parse(d.DrawId).OrThrow()),
            ]
        );
    }
}

/// <summary>The protocol has no analysis plan whose hash can be committed.</summary>
public sealed record NoAnalysisPlan : Refusal
{
    public override string Message =>
        "Het protocol heeft nog geen analyseplan. Dat moet vaststaan voordat er wordt geloot; voeg het toe aan het protocol.";
}
