// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>What kind of thing an experiment has to do on a day.</summary>
public enum AgendaKind
{
    /// <summary>A step of the experiment that Proeftuin runs and so knows of: register, draw, letters, the table on the count date.</summary>
    Step,

    /// <summary>An activity of the protocol's timetable.</summary>
    Activity,

    /// <summary>A contact the protocol prescribes, for people who joined on the first day.</summary>
    Contact,
    Measurement,
    Report,
}

/// <summary>How an item of the agenda stands on a day.</summary>
public enum AgendaState
{
    Done,

    /// <summary>Its day has passed and nobody said that it was done.</summary>
    Overdue,

    /// <summary>Falls within thirty days.</summary>
    Soon,
    Later,

    /// <summary>Not said to be done, in an experiment that is long over: nobody has to do anything about it.</summary>
    Past,
}

/// <summary>One item with its day, whether it is done and how we know. <paramref name="Key"/> is its address: "rapport-eindrapportage".</summary>
public sealed record AgendaItem(
    string Key,
    AgendaKind Kind,
    string What,
    Knowable<PlannedDay> Due,
    DateOnly? DoneOn,
    AgendaState State
);

/// <summary>A phase of an experiment: from its first letter to its last report.</summary>
public enum ExperimentPhase
{
    Preparation,
    Running,

    /// <summary>The run is over; measuring and reporting is not.</summary>
    Finishing,
    Over,
}

/// <summary>
/// Everything an experiment has to do with its day, from the protocol's timetable, contacts, measurements and reports, and what Proeftuin
/// itself runs. Items without a known day come last and are never overdue.
/// </summary>
public sealed record Agenda(IReadOnlyList<AgendaItem> Items, Knowable<ExperimentPhase> Phase)
{
    /// <summary>Ahead of this many days an item is shown as coming up.</summary>
    public const int SoonDays = 30;

    /// <summary>So many days after the last item an experiment is over, and what was never marked is no longer asked for.</summary>
    public const int OverAfterDays = 90;

    public IEnumerable<AgendaItem> In(AgendaState state) => Items.Where(i => i.State == state);

    /// <summary>The agenda on <paramref name="today"/>. <paramref name="doneOn"/> says per key when it was done; a key that the protocol does not hold is left aside.</summary>
    public static Agenda Of(Protocol protocol, IReadOnlyDictionary<string, DateOnly> doneOn, DateOnly today)
    {
        var planned = AgendaItems.Of(protocol);
        var last = planned.Max(p => LastDay(p.Due));
        var phase = protocol.Run.Map(run => PhaseOn(run.Whole, last, today));
        var over = phase.Match(p => p == ExperimentPhase.Over, _ => last is { } day && today > After(day));
        var items = planned
            .Select(p =>
            {
                DateOnly? done = doneOn.TryGetValue(p.Key, out var on) ? on : null;
                return new AgendaItem(p.Key, p.Kind, p.What, p.Due, done, StateOf(p.Due, done, over, today));
            })
            .OrderBy(i => LastDay(i.Due) is null)
            .ThenBy(i => LastDay(i.Due))
            .ToList();
        return new(items, phase);
    }

    private static ExperimentPhase PhaseOn(Period run, DateOnly? last, DateOnly today) =>
        today < run.From ? ExperimentPhase.Preparation
        : run.Contains(today) ? ExperimentPhase.Running
        : today > After(last is { } day && day > run.Before ? day : run.Before!.Value) ? ExperimentPhase.Over
        : ExperimentPhase.Finishing;

    private static DateOnly After(DateOnly last) => last.AddDays(OverAfterDays);

    private static AgendaState StateOf(Knowable<PlannedDay> due, DateOnly? done, bool over, DateOnly today) =>
        done is not null ? AgendaState.Done
        : over ? AgendaState.Past
        : LastDay(due) is not { } day ? AgendaState.Later
        : day < today ? AgendaState.Overdue
        : day <= today.AddDays(SoonDays) ? AgendaState.Soon
        : AgendaState.Later;

    private static DateOnly? LastDay(Knowable<PlannedDay> due) => due.Match(d => (DateOnly?)d.Day, _ => null);
}
