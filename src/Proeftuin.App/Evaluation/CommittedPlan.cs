// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Evaluation.Reading;
using Proeftuin.App.Storage;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Evaluation.Planned;

namespace Proeftuin.App.Evaluation;

/// <summary>The analysis plan whose hash stands in the committed record of the first draw: older than any lot. <paramref name="Plan"/> is null for a plan in prose.</summary>
public sealed record CommittedPlan(
    string Sha256,
    string DrawId,
    DateTimeOffset At,
    string? Text,
    PlannedAnalysis? Plan,
    IReadOnlyList<string> OtherDraws
)
{
    /// <summary>Null when no draw of this experiment was committed here.</summary>
    internal static async Task<CommittedPlan?> Of(ProeftuinDb db, RecordedProtocol recorded, CancellationToken ct)
    {
        var draws = await db.Set<DrawRow>()
            .AsNoTracking()
            .Where(d => d.ExperimentId == recorded.ExperimentId && d.Committed != null && d.CommittedAt != null)
            .Where(d => d.State != DrawState.Annulled)
            .OrderBy(d => d.Number)
            .Select(d => new
            {
                d.DrawId,
                d.Committed,
                At = d.CommittedAt!.Value,
            })
            .ToListAsync(ct);
        if (draws.Count == 0)
        {
            return null;
        }

        var hashes = draws.ConvertAll(d =>
            CommittedRecord.Read(Encoding.UTF8.GetBytes(d.Committed!)).OrThrow().AnalysisPlanSha256.ToString()
        );
        var version = await db.Set<ProtocolVersionRow>()
            .AsNoTracking()
            .Where(v => v.ExperimentId == recorded.ExperimentId && v.AnalysisPlanSha256 == hashes[0])
            .OrderBy(v => v.Number)
            .FirstOrDefaultAsync(ct);
        return new CommittedPlan(
            hashes[0],
            draws[0].DrawId,
            draws[0].At,
            version?.AnalysisPlanText,
            version?.AnalysisPlanText is { } text
                ? AnalysisPlanFile.Read(text, recorded.Protocol).Match(plan => plan, _ => (PlannedAnalysis?)null)
                : null,
            [
                .. draws
                    .Where((_, i) => !string.Equals(hashes[i], hashes[0], StringComparison.Ordinal))
                    .Select(d => d.DrawId),
            ]
        );
    }
}
