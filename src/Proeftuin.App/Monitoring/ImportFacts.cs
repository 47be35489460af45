// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Exchange.Facts;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Identity;
using Proeftuin.App.Ledger;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Monitoring;

/// <summary>Reads a delivery of a month's facts and stores it whole, or stores nothing and says why.</summary>
public sealed class ImportFacts(Work work, IdentityStore identities, TimeProvider clock)
{
    /// <summary>A delivery. The kind is recognised by its columns; <paramref name="Experiment"/> is needed for goals only.</summary>
    public sealed record Command(byte[] File, Month Month, string Source, string? Experiment = null);

    /// <summary>What was accepted, in rows: new facts, facts that took the place of another, facts known already, returns that wait for their exit.</summary>
    public sealed record Accepted(
        Guid DeliveryId,
        FactKind Kind,
        int Rows,
        int Written,
        int Corrected,
        int KnownAlready,
        int Parked,
        string ContentSha256
    );

    public async Task<Outcome<Accepted>> Handle(
        Command command,
        Actor actor,
        Action<long, long, string>? progress,
        CancellationToken ct
    )
    {
        if (!Permissions.Allows(actor.Roles, Permission.ImportFacts))
        {
            return new NotAllowed();
        }

        var ladder = await Ladder(command, actor, ct);
        if (
            ladder is not Outcome<(Guid? Experiment, IReadOnlyList<Goal> Goals)>.Done { Value: var (experiment, goals) }
        )
        {
            return new Outcome<Accepted>.Refused(ladder.Why);
        }

        var about = command.File.Length / 40;
        var reading = FactReader.Read(
            command.File,
            new FactReadingOptions(clock.Today(), ExitReasonsFile.Shipped(), goals),
            done => progress?.Invoke(done, 2 * Math.Max(done, about), "Rijen controleren")
        );
        if (reading.Kind is FactKind.Goals && experiment is null)
        {
            return new GoalsNeedAnExperiment();
        }

        return await Reason
            .Of($"Levering van feiten over {Dutch.MonthOf(command.Month.Year, command.Month.Number)}: {command.Source}")
            .Match(
                reason =>
                    work.Do(
                        actor,
                        Permission.ImportFacts,
                        (db, entry) => Store(db, entry, command, reading, experiment, reason, actor, progress, ct),
                        ct
                    ),
                why => Task.FromResult<Outcome<Accepted>>(new Outcome<Accepted>.Refused(why))
            );
    }

    private async Task<Outcome<(Guid? Experiment, IReadOnlyList<Goal> Goals)>> Ladder(
        Command command,
        Actor actor,
        CancellationToken ct
    ) =>
        command.Experiment is not { Length: > 0 } slug
            ? (null, [])
            : await work.Look<(Guid?, IReadOnlyList<Goal>)>(
                actor,
                Permission.ImportFacts,
                async db =>
                    (await RecordedProtocol.Latest(db, slug, ct)).Then(p =>
                        p.Protocol.Goals is { } goals
                            ? (Outcome<(Guid?, IReadOnlyList<Goal>)>)(p.ExperimentId, goals.Ladder)
                            : new GoalsNeedAnExperiment()
                    ),
                ct
            );

    private async Task<Outcome<Accepted>> Store(
        ProeftuinDb db,
        LedgerDraft entry,
        Command command,
        FactReading reading,
        Guid? experiment,
        Reason reason,
        Actor actor,
        Action<long, long, string>? progress,
        CancellationToken ct
    )
    {
        var found = await identities.Find(db, [.. reading.Lines.Select(l => l.Bsn)], ct);
        var lines = new List<(FactLine Line, Guid Person)>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is { } person)
            {
                lines.Add((reading.Lines[i], person));
            }
            else
            {
                reading.Defects.Add(
                    FactDefects.PersonUnknown,
                    "Dit nummer komt in geen enkel register voor.",
                    reading.Lines[i].Line,
                    "bsn",
                    reading.Lines[i].Bsn.ToString()
                );
            }
        }

        if (reading.Kind is not { } kind)
        {
            return new FactsHaveDefects(reading);
        }

        var delivery = new FactDeliveryRow
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = actor.MunicipalityId,
            Kind = kind,
            Month = command.Month.FirstDay,
            Source = command.Source,
            Format = reading.Format,
            ExperimentId = kind is FactKind.Goals ? experiment : null,
            ContentSha256 = reading.ContentSha256,
            Rows = reading.Rows,
            ImportedAt = clock.GetUtcNow(),
            ImportedBy = actor.AccountId,
        };
        var batch = new FactBatch(db, delivery, clock.Today(), reading.Defects);
        await batch.Compare(lines, ct);
        if (!reading.Defects.IsEmpty)
        {
            return new FactsHaveDefects(reading);
        }

        var before = await db.Set<FactDeliveryRow>()
            .FirstOrDefaultAsync(d => d.Kind == kind && d.ContentSha256 == reading.ContentSha256, ct);
        if (before is not null)
        {
            return new FactsDeliveredBefore(DutchTime.DateOf(before.ImportedAt));
        }

        progress?.Invoke(reading.Rows, 2 * reading.Rows, "Feiten opslaan");
        await batch.Write(ct);
        entry.Record("feiten.ingelezen", $"feiten/{delivery.Id}", reason, delivery.ContentSha256, reading.Rows);
        return new Accepted(
            delivery.Id,
            kind,
            delivery.Rows,
            delivery.Written,
            delivery.Corrected,
            delivery.KnownAlready,
            delivery.Parked,
            delivery.ContentSha256
        );
    }
}
