// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>
/// The monitor on one count date with the knowledge of one day: who takes part, stopped and left, exits to work gross and
/// net, per month and since the own start, reasons, settled earnings and goals. Counts of persons; money in cents.
/// </summary>
public sealed record MonitorTables
{
    /// <summary>The day on which is counted.</summary>
    public required DateOnly CountDate { get; init; }

    /// <summary>The last day whose knowledge is used.</summary>
    public required DateOnly KnownOn { get; init; }

    /// <summary>The first day on which anybody is followed.</summary>
    public required DateOnly FollowedFrom { get; init; }

    public required int ShortBreakDays { get; init; }

    /// <summary>How many persons are followed in all.</summary>
    public required long People { get; init; }

    /// <summary>Whether any job is known; without jobs the national definition cannot be counted.</summary>
    public required bool HasJobs { get; init; }

    /// <summary>The calendar months of the monthly tables, the last one up to the count date.</summary>
    public required IReadOnlyList<Month> Months { get; init; }

    /// <summary>Per month whether any earnings were delivered for the people who are followed.</summary>
    public required IReadOnlyList<bool> HasEarnings { get; init; }

    public required IReadOnlyList<ParticipantsRow> Participants { get; init; }

    public required IReadOnlyList<PopulationTable> Populations { get; init; }

    /// <summary>Codes and names of the reasons, in the order of <see cref="GroupOutcome.Reasons"/>.</summary>
    public required IReadOnlyList<ReasonHead> Reasons { get; init; }

    /// <summary>The goals at the first review; null when the protocol has no goals.</summary>
    public required GoalTable? GoalsAtStart { get; init; }

    /// <summary>The goals at the last review up to the count date.</summary>
    public required GoalTable? GoalsNow { get; init; }

    public PopulationTable Of(Population population) => Populations.First(p => p.Population == population);
}

/// <summary>The heading of a reason in the table.</summary>
public sealed record ReasonHead(string Code, string Name, bool ToWork, string? National);

/// <summary>One line of the table of participants: who began is stopped, has left benefit, or is still on benefit on the count date.</summary>
public sealed record ParticipantsRow
{
    public required MonitoredGroup Group { get; init; }
    public required long Drawn { get; init; }
    public required long Started { get; init; }
    public required long Stopped { get; init; }

    /// <summary>Not stopped and not on benefit on the count date.</summary>
    public required long Left { get; init; }

    /// <summary>Not stopped and on benefit on the count date.</summary>
    public required long OnBenefit { get; init; }

    /// <summary>Of those who began: who asked that their data are not used. They are among the stopped.</summary>
    public required long Withdrawn { get; init; }
}

/// <summary>The outcomes of one population, group by group.</summary>
public sealed record PopulationTable(Population Population, IReadOnlyList<GroupOutcome> Groups);

/// <summary>The outcomes of one group. Everybody is in <see cref="People"/>; who has no known outcome is in <see cref="Missing"/> and in no other count.</summary>
public sealed record GroupOutcome
{
    public required MonitoredGroup Group { get; init; }
    public required long People { get; init; }

    /// <summary>Data withdrawn, no longer followed on the count date, or no benefit known.</summary>
    public required long Missing { get; init; }

    /// <summary>Persons with at least one exit to work by the count date.</summary>
    public required long Gross { get; init; }

    /// <summary>Of those, who is not on benefit on the count date.</summary>
    public required long Net { get; init; }

    /// <summary>Not on benefit on the count date, for whatever reason.</summary>
    public required long Left { get; init; }

    public required long OnBenefit { get; init; }

    /// <summary>Persons who had a job and no benefit one month after an exit; null without jobs.</summary>
    public required long? National { get; init; }

    /// <summary>Persons of whom that month has not passed on the count date; null without jobs.</summary>
    public required long? NationalOpen { get; init; }

    /// <summary>Who left, by the reason of the last exit.</summary>
    public required IReadOnlyList<long> Reasons { get; init; }

    /// <summary>Cumulative, at the end of each calendar month.</summary>
    public required IReadOnlyList<long> GrossByMonth { get; init; }
    public required IReadOnlyList<long> NetByMonth { get; init; }

    /// <summary>Per whole month since the own start: how many persons have been followed that long, and how many of them left.</summary>
    public required IReadOnlyList<SinceStart> SinceStart { get; init; }

    public required IReadOnlyList<EarningsOfMonth> Earnings { get; init; }

    /// <summary>The people whose outcome is known: the denominator of every percentage.</summary>
    public long Known => People - Missing;
}

/// <summary>So many months after the own start: the people followed at least that long, and of them the exits to work, gross and net.</summary>
public sealed record SinceStart(int Months, long Observed, long Gross, long Net);

/// <summary>One month: the people with benefit in that month, how many of them had earnings to settle, and how much together in cents.</summary>
public sealed record EarningsOfMonth(long OnBenefit, long WithEarnings, long TotalCents)
{
    /// <summary>The mean per person with earnings in whole cents, halves upward; null when nobody had any.</summary>
    public Eur? Mean => WithEarnings == 0 ? null : new Eur((2 * TotalCents + WithEarnings) / (2 * WithEarnings));
}

/// <summary>The table of goals: per arm how many have a goal, each goal (several at once count each), each highest goal, and who is judged promising.</summary>
public sealed record GoalTable(IReadOnlyList<GoalHead> Goals, IReadOnlyList<GoalCounts> Rows);

/// <summary>The heading of a goal in the table.</summary>
public sealed record GoalHead(string Code, string Name);

/// <summary>The goals of the participants of one arm.</summary>
public sealed record GoalCounts
{
    public required MonitoredGroup Group { get; init; }
    public required long Participants { get; init; }
    public required long Determined { get; init; }
    public required IReadOnlyList<long> Counts { get; init; }
    public required IReadOnlyList<long> Highest { get; init; }
    public required long Promising { get; init; }
}
