// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Screening;

/// <summary>The counts of one screening: no persons, only numbers.</summary>
public sealed class SeeScreening(Work work)
{
    public sealed record View(
        ScreeningRow Screening,
        RegisterSnapshotRow Snapshot,
        string ExperimentName,
        int ProtocolVersion,
        bool HasDemoValues,
        ScreeningCounts Counts
    );

    public Task<Outcome<View>> Handle(string experiment, Guid screening, Actor actor, CancellationToken ct) =>
        work.Look(actor, Permission.SeeScreening, db => Load(db, experiment, screening, ct), ct);

    private static async Task<Outcome<View>> Load(
        ProeftuinDb db,
        string experiment,
        Guid screening,
        CancellationToken ct
    )
    {
        if (await ScreeningOf.Find(db, experiment, screening, ct) is not { } found)
        {
            return new NoSuchScreening();
        }

        var (row, version, name) = found;
        var protocol = await RecordedProtocol.Version(db, experiment, version.Number, ct);
        var snapshot = await db.Set<RegisterSnapshotRow>().SingleAsync(s => s.Id == row.SnapshotId, ct);
        // Few different combinations of grounds occur, so the database counts them.
        var combinations = await db.Set<ScreenedUnitRow>()
            .Where(u => u.ScreeningId == row.Id)
            .GroupBy(u => new { u.Grounds, u.OpenGrounds })
            .Select(g => new
            {
                g.Key.Grounds,
                g.Key.OpenGrounds,
                Units = g.Count(),
                Persons = g.Sum(u => u.Members),
            })
            .ToListAsync(ct);
        return protocol
            .Then(p => ProtocolRules.Of(p.Protocol, row.KnownOn))
            .Map(rules => new View(
                row,
                snapshot,
                name,
                version.Number,
                version.OverlayText is not null,
                ScreeningCounts.Of(
                    rules.Grounds,
                    [
                        .. combinations.Select(c => new CountedCombination(
                            Codes(c.Grounds),
                            Codes(c.OpenGrounds),
                            new UnitCount(c.Units, c.Persons)
                        )),
                    ]
                )
            ));
    }

    private static string[] Codes(string joined) => joined.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
