// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>Who is measured in a wave.</summary>
public enum Measured
{
    Participants,
    CaseManagers,
    Administration,
}

/// <summary>One moment of measuring: when, who, and in which ways people can answer.</summary>
public sealed record MeasurementWave(
    string Code,
    string Name,
    Knowable<PlannedDay> On,
    Measured Who,
    IReadOnlyList<string> Ways,
    string? Source
);

/// <summary>What kind of effect an outcome is about.</summary>
public enum OutcomeArea
{
    Work,
    Participation,
    WellBeing,
    Service,
    Money,
}

/// <summary>One outcome: what is measured and how.</summary>
public sealed record MeasuredOutcome(
    string Code,
    string Name,
    OutcomeArea Area,
    bool Primary,
    string Measure,
    string? Source
);

/// <summary>The outcomes of an experiment, the background characteristics by which they are described, and how many days without benefit are an administrative break and no exit (null: the protocol says nothing, so every break counts).</summary>
public sealed record OutcomeList(
    string Question,
    IReadOnlyList<MeasuredOutcome> Outcomes,
    IReadOnlyList<string> Background,
    int? ShortBreakDays,
    string? Source
);

/// <summary>For whom a report is written.</summary>
public enum Audience
{
    Ministry,
    Council,
    Executive,
    Public,
    Grantor,
}

/// <summary>A report with its reader and its day.</summary>
public sealed record Report(
    string Name,
    IReadOnlyList<Audience> For,
    Knowable<PlannedDay> Due,
    bool Final,
    string? Source
);

/// <summary>An activity with the day on which it is ready.</summary>
public sealed record TimetableEntry(string Activity, Knowable<PlannedDay> Ready, string? Source);

/// <summary>A day in a plan, or only its month where the source names no day; <paramref name="Day"/> is then the last day of that month.</summary>
public sealed record PlannedDay(DateOnly Day, bool MonthOnly)
{
    public override string ToString() => MonthOnly ? Dutch.MonthOf(Day.Year, Day.Month) : Dutch.Date(Day);
}
