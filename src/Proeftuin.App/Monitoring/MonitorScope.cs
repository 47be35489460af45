// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>A question to the monitor with everything filled in: the plan, the count date, and up to which moment facts were known. <paramref name="KnownBefore"/> null: everything.</summary>
internal sealed record MonitorScope(
    RecordedProtocol Recorded,
    MonitorPlan Plan,
    DateOnly CountDate,
    DateOnly KnownOn,
    DateTimeOffset? KnownBefore,
    DrawRow? Draw
)
{
    /// <summary>The key of a counted monitor. Today's knowledge has no day, so that tomorrow it is the same one.</summary>
    public DateOnly KnownKey => KnownBefore is null ? DateOnly.MaxValue : KnownOn;

    public string DrawKey => Draw?.DrawId ?? "";

    public static async Task<Outcome<MonitorScope>> Of(
        ProeftuinDb db,
        MonitorQuery query,
        DateOnly today,
        CancellationToken ct
    )
    {
        var recorded = await RecordedProtocol.Latest(db, query.Experiment, ct);
        if (recorded is not Outcome<RecordedProtocol>.Done { Value: var experiment })
        {
            return new Outcome<MonitorScope>.Refused(recorded.Why);
        }

        if (query.KnownOn > today)
        {
            return new KnownInTheFuture(query.KnownOn.Value);
        }

        var draw = query.Draw is { Length: > 0 } id
            ? await db.Set<DrawRow>()
                .FirstOrDefaultAsync(d => d.DrawId == id && d.ExperimentId == experiment.ExperimentId, ct)
            : null;
        var drawn = db.Set<ParticipantRow>().Where(p => p.ExperimentId == experiment.ExperimentId);
        if (draw is not null)
        {
            drawn = drawn.Where(p => p.DrawRowId == draw.Id);
        }

        var arms = await drawn
            .GroupBy(p => p.DrawnArm)
            .Select(g => new { Arm = g.Key, First = g.Min(p => p.DrawnOn) })
            .ToListAsync(ct);
        if (arms.Count == 0)
        {
            return new NobodyIsFollowed();
        }

        var protocol = experiment.Protocol;
        var plan = new MonitorPlan
        {
            Arms = [.. protocol.Arms.Where(a => IsShown(a, [.. arms.Select(d => d.Arm)])).Select(MonitoredGroup.Of)],
            FollowedFrom = arms.Min(d => d.First),
            ShortBreakDays = protocol.Outcomes.ShortBreakDays ?? 0,
            Reasons = ExitReasonsFile.Shipped(),
            Goals = protocol.Goals?.Ladder ?? [],
        };
        var countDate = query.CountDate ?? Usual(protocol, today);
        var isToday = query.KnownOn is not { } known || known == today;
        return new MonitorScope(
            experiment,
            plan,
            countDate,
            query.KnownOn ?? today,
            isToday ? null : DutchTime.After(query.KnownOn!.Value),
            draw
        );
    }

    /// <summary>The count date when nobody names one: the protocol's; without one the last day of the experiment; and never a day that has yet to come.</summary>
    private static DateOnly Usual(Protocol protocol, DateOnly today)
    {
        var end = protocol.Run.Match(run => run.Before.AddDays(-1), _ => today);
        var usual = protocol.CountDate.Match(day => day, _ => end);
        return usual < today ? usual : today;
    }

    /// <summary>Every arm in which people can be; a reference group only when people were drawn into it, because otherwise it is simply who was not drawn.</summary>
    private static bool IsShown(Arm arm, IReadOnlyCollection<string> drawn) =>
        arm.TakesPart || drawn.Contains(arm.Code, StringComparer.Ordinal);
}
