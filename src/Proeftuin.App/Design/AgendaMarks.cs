// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design;

/// <summary>What of an experiment's agenda is done: what people marked, and what Proeftuin sees itself.</summary>
internal static class AgendaMarks
{
    /// <summary>The items that nobody marks by hand, because the administration itself says whether they are done.</summary>
    public static readonly IReadOnlyList<string> Seen =
    [
        AgendaItems.Register,
        AgendaItems.Draw,
        AgendaItems.Letters,
        AgendaItems.CountTable,
    ];

    /// <summary>Per key the day on which it was done, within the municipality of the transaction.</summary>
    public static async Task<IReadOnlyDictionary<string, DateOnly>> Of(
        ProeftuinDb db,
        Guid experiment,
        CancellationToken ct
    )
    {
        var done = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        var marks = await db.Set<AgendaMarkRow>().Where(m => m.ExperimentId == experiment).ToListAsync(ct);
        foreach (var mark in marks.OrderBy(m => m.RecordedAt))
        {
            if (mark.DoneOn is { } on)
            {
                done[mark.Item] = on;
            }
            else
            {
                done.Remove(mark.Item);
            }
        }

        await AddSeen(db, experiment, done, ct);
        return done;
    }

    private static async Task AddSeen(
        ProeftuinDb db,
        Guid experiment,
        Dictionary<string, DateOnly> done,
        CancellationToken ct
    )
    {
        var registers = await db.Set<RegisterSnapshotRow>().Select(s => s.ImportedAt).ToListAsync(ct);
        if (registers.Count > 0)
        {
            done[AgendaItems.Register] = DayOf(registers.Min());
        }

        var published = await db.Set<DrawRow>()
            .Where(d => d.ExperimentId == experiment && d.PublishedAt != null)
            .Select(d => d.PublishedAt!.Value)
            .ToListAsync(ct);
        if (published.Count > 0)
        {
            done[AgendaItems.Draw] = DayOf(published.Min());
        }

        var invited = await db.Set<LetterBatchRow>()
            .Where(b => b.ExperimentId == experiment && b.Kind == LetterKind.Invitation)
            .Select(b => b.On)
            .ToListAsync(ct);
        if (invited.Count > 0)
        {
            done[AgendaItems.Letters] = invited.Min();
        }

        var frozen = await db.Set<FrozenTableRow>()
            .Where(f => f.ExperimentId == experiment)
            .Select(f => f.FrozenAt)
            .ToListAsync(ct);
        if (frozen.Count > 0)
        {
            done[AgendaItems.CountTable] = DayOf(frozen.Max());
        }
    }

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.LocalDateTime);
}
