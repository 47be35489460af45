// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;

namespace Proeftuin.App.Rehearsal;

/// <summary>Acts by moment. Playing them moves the clock of the story; an act may add later ones. Several municipalities can share one script, so that their stories run beside each other.</summary>
public sealed class Script(DemoClock clock)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> acts = new();
    private int order;

    /// <summary>Puts an act on a day at a whole hour (UTC). What was added first comes first at the same moment.</summary>
    public void On(DateOnly day, int hour, Func<Task> act) =>
        At(new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero), act);

    public void At(DateTimeOffset moment, Func<Task> act) => acts.Enqueue(act, (moment, order++));

    /// <summary>Plays everything, day by day, until nothing is left. Says after each act on which day the story is.</summary>
    public async Task Play(Action<DateOnly> reached, CancellationToken ct)
    {
        while (acts.TryDequeue(out var act, out var at))
        {
            ct.ThrowIfCancellationRequested();
            clock.NotBefore(at.At);
            await act();
            reached(DateOnly.FromDateTime(clock.GetUtcNow().Date));
        }
    }
}
