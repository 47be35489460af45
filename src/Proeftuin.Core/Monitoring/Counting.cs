// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>Counts the tables of the monitor in one pass over the people. The order of people and of their facts does not matter.</summary>
public static class Counting
{
    /// <summary>The tables; refused when the count date lies before anybody is followed, or somebody is in an arm the plan does not have.</summary>
    public static Outcome<MonitorTables> Of(
        MonitorPlan plan,
        IEnumerable<Followed> people,
        DateOnly countDate,
        DateOnly knownOn,
        Action<long>? progress = null
    )
    {
        if (countDate <= plan.FollowedFrom)
        {
            return new CountedTooEarly(countDate, plan.FollowedFrom);
        }

        var months = MonthsOf(plan.FollowedFrom, countDate);
        var tallies = Enum.GetValues<Population>()
            .Select(p => new PopulationTally(p, plan, months, countDate))
            .ToList();
        var participants = plan.Arms.Select(arm => new ParticipantsTally(arm)).ToList();
        var goals = new GoalsTally(plan, countDate);
        var arms = plan
            .Arms.Select((arm, place) => (arm.Code, place))
            .ToDictionary(a => a.Code, a => a.place, StringComparer.Ordinal);
        var outcome = new PersonOutcome(months, countDate, plan);
        long count = 0;
        foreach (var person in people)
        {
            var arm = -1;
            if (person.Arm is { } code && !arms.TryGetValue(code, out arm))
            {
                return new ArmNotInPlan(code);
            }

            outcome.Take(person);
            foreach (var tally in tallies)
            {
                tally.Add(outcome, arm);
            }

            if (arm >= 0)
            {
                participants[arm].Add(outcome, countDate);
                goals.Add(person, arm);
            }

            if (++count % 1000 == 0)
            {
                progress?.Invoke(count);
            }
        }

        return new MonitorTables
        {
            CountDate = countDate,
            KnownOn = knownOn,
            FollowedFrom = plan.FollowedFrom,
            ShortBreakDays = plan.ShortBreakDays,
            People = count,
            HasJobs = outcome.AnyJobs,
            Months = months,
            HasEarnings = [.. outcome.AnyEarnings],
            Participants = [.. participants.Select(p => p.Row())],
            Populations = [.. tallies.Select(t => t.Table(outcome.AnyJobs))],
            Reasons = [.. plan.Reasons.All.Select(r => new ReasonHead(r.Code, r.Name, r.ToWork, r.National))],
            GoalsAtStart = goals.AtStart(),
            GoalsNow = goals.Now(),
        };
    }

    /// <summary>An exit on the first of a month ended the benefit in the month before, so a count on the first of October closes September.</summary>
    internal static IReadOnlyList<Month> MonthsOf(DateOnly from, DateOnly countDate)
    {
        var first = Month.Of(from);
        var last = Month.Of(countDate.AddDays(-1));
        return [.. Enumerable.Range(0, last - first + 1).Select(first.Plus)];
    }
}

/// <summary>Nothing has happened yet on the count date.</summary>
public sealed record CountedTooEarly(DateOnly CountDate, DateOnly FollowedFrom) : Refusal
{
    public override string Message =>
        $"Op {Dutch.Date(CountDate)} valt er nog niets te tellen: mensen worden gevolgd vanaf {Dutch.Date(FollowedFrom)}. Kies een latere teldatum.";
}

/// <summary>Somebody was drawn into an arm that the protocol does not have.</summary>
public sealed record ArmNotInPlan(string Arm) : Refusal
{
    public override string Message =>
        $"Er is iemand geloot voor groep '{Arm}', maar het protocol kent die groep niet. Controleer de loting en het protocol.";
}
