// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>Adds up one population.</summary>
internal sealed class PopulationTally
{
    private readonly Population population;
    private readonly MonitorPlan plan;
    private readonly IReadOnlyList<Month> months;
    private readonly DateOnly countDate;
    private readonly DateOnly[] monthEnds;
    private readonly IReadOnlyList<GroupTally> groups;

    public PopulationTally(Population population, MonitorPlan plan, IReadOnlyList<Month> months, DateOnly countDate)
    {
        (this.population, this.plan, this.months, this.countDate) = (population, plan, months, countDate);
        monthEnds = [.. months.Select(m => m.Plus(1).FirstDay).Select(end => end < countDate ? end : countDate)];
        groups =
        [
            .. Populations
                .Groups(population, plan)
                .Select(g => new GroupTally(g, plan.Reasons.All.Count, months.Count)),
        ];
    }

    public void Add(PersonOutcome outcome, int arm)
    {
        var (place, from) = Populations.PlaceOf(outcome.Person, population, arm, plan, countDate);
        var group = groups[place];
        group.People++;
        if (outcome.IsMissing)
        {
            group.Missing++;
            return;
        }

        if (outcome.IsOnBenefit)
        {
            group.OnBenefit++;
        }
        else
        {
            group.Left++;
            group.Reasons[outcome.LastReason]++;
        }

        var exit = outcome.FirstExitToWork(from);
        if (exit is { } day)
        {
            AddExit(group, outcome, day);
        }

        AddSinceStart(group, outcome, from, exit);
        AddNational(group, outcome, from);
        AddEarnings(group, outcome, from);
    }

    public PopulationTable Table(bool hasJobs) => new(population, [.. groups.Select(g => g.Result(hasJobs))]);

    private void AddExit(GroupTally group, PersonOutcome outcome, DateOnly exit)
    {
        group.Gross++;
        group.Net += outcome.IsOnBenefit ? 0 : 1;
        for (var m = Month.Of(exit.AddDays(-1)) - months[0]; m < monthEnds.Length; m++)
        {
            group.GrossByMonth[m]++;
            group.NetByMonth[m] += outcome.Benefit.IsOnBenefit(monthEnds[m]) ? 0 : 1;
        }
    }

    private void AddSinceStart(GroupTally group, PersonOutcome outcome, DateOnly from, DateOnly? exit)
    {
        var whole = WholeMonths(from);
        if (whole > 0)
        {
            group.FollowedMonths[whole - 1]++;
        }

        for (var k = 1; exit is { } day && k <= whole; k++)
        {
            var end = from.AddMonths(k);
            if (day <= end)
            {
                group.GrossSince[k - 1]++;
                group.NetSince[k - 1] += outcome.Benefit.IsOnBenefit(end) ? 0 : 1;
            }
        }
    }

    private int WholeMonths(DateOnly from)
    {
        var apart = Month.Of(countDate) - Month.Of(from);
        return from.AddMonths(apart) > countDate ? apart - 1 : apart;
    }

    private static void AddNational(GroupTally group, PersonOutcome outcome, DateOnly from)
    {
        var national = outcome.HasJobAMonthLater(from);
        group.National += national is true ? 1 : 0;
        group.NationalOpen += national is null ? 1 : 0;
    }

    private void AddEarnings(GroupTally group, PersonOutcome outcome, DateOnly from)
    {
        for (var m = Math.Max(0, Month.Of(from) - months[0]); m < months.Count; m++)
        {
            var (onBenefit, cents) = outcome.In(m);
            if (onBenefit)
            {
                group.BenefitIn[m]++;
                group.Earning[m] += cents > 0 ? 1 : 0;
                group.Cents[m] = checked(group.Cents[m] + Math.Max(0, cents));
            }
        }
    }
}

/// <summary>The counters of one group.</summary>
internal sealed class GroupTally(MonitoredGroup group, int reasons, int months)
{
    public long People;
    public long Missing;
    public long Gross;
    public long Net;
    public long Left;
    public long OnBenefit;
    public long National;
    public long NationalOpen;
    public readonly long[] Reasons = new long[reasons];
    public readonly long[] GrossByMonth = new long[months];
    public readonly long[] NetByMonth = new long[months];

    /// <summary>Persons by how many whole months they have been followed.</summary>
    public readonly long[] FollowedMonths = new long[months];
    public readonly long[] GrossSince = new long[months];
    public readonly long[] NetSince = new long[months];
    public readonly long[] BenefitIn = new long[months];
    public readonly long[] Earning = new long[months];
    public readonly long[] Cents = new long[months];

    public GroupOutcome Result(bool hasJobs) =>
        new()
        {
            Group = group,
            People = People,
            Missing = Missing,
            Gross = Gross,
            Net = Net,
            Left = Left,
            OnBenefit = OnBenefit,
            National = hasJobs ? National : null,
            NationalOpen = hasJobs ? NationalOpen : null,
            Reasons = Reasons,
            GrossByMonth = GrossByMonth,
            NetByMonth = NetByMonth,
            SinceStart =
            [
                .. Enumerable
                    .Range(0, months)
                    .Select(k => new SinceStart(k + 1, FollowedMonths.Skip(k).Sum(), GrossSince[k], NetSince[k]))
                    .TakeWhile(s => s.Observed > 0),
            ],
            Earnings =
            [
                .. Enumerable.Range(0, months).Select(m => new EarningsOfMonth(BenefitIn[m], Earning[m], Cents[m])),
            ],
        };
}
