// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design;

/// <summary>One experiment with its protocol, what the design rules say about it, and its versions with what changed.</summary>
public sealed class SeeProtocol(Work work, TimeProvider clock)
{
    public sealed record Query(string Slug, DateOnly? On = null);

    public sealed record View(
        RecordedProtocol Recorded,
        DesignAssessment Assessment,
        IReadOnlyList<VersionLine> Versions,
        bool LotsCommitted
    );

    /// <summary>A version with its differences from the one before; the first has none.</summary>
    public sealed record VersionLine(
        int Number,
        DateTimeOffset RecordedAt,
        string Sha256,
        string? Reason,
        IReadOnlyList<ProtocolDifference> Differences
    );

    public Task<Outcome<View>> Handle(Query query, Actor actor, CancellationToken ct) =>
        work.Look(
            actor,
            Permission.SeeExperiments,
            async db =>
            {
                var found = await RecordedProtocol.Latest(db, query.Slug, ct);
                if (found is not Outcome<RecordedProtocol>.Done { Value: var recorded })
                {
                    return new Outcome<View>.Refused(found.Why);
                }

                var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
                var on = query.On ?? DesignRules.DayFor(recorded.Protocol, today);
                var assessment = DesignRules.Check(recorded.Protocol, DesignRuleFile.Shipped(), on);
                var versions = await Versions(db, recorded.ExperimentId, ct);
                var committed = await Lots.AreCommitted(db, recorded.ExperimentId, ct);
                return (Outcome<View>)new View(recorded, assessment, versions, committed);
            },
            ct
        );

    private static async Task<IReadOnlyList<VersionLine>> Versions(
        ProeftuinDb db,
        Guid experiment,
        CancellationToken ct
    )
    {
        var rows = await db.Set<ProtocolVersionRow>()
            .Where(v => v.ExperimentId == experiment)
            .OrderBy(v => v.Number)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(
                (row, i) =>
                    new VersionLine(
                        row.Number,
                        row.RecordedAt,
                        row.Sha256,
                        row.AmendmentReason,
                        i == 0 ? [] : ProtocolDifference.Between(rows[i - 1].Text, row.Text)
                    )
            ),
        ];
    }
}
