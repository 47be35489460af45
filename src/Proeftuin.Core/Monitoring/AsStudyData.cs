// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Evaluation.Data;

namespace Proeftuin.Core.Monitoring;

/// <summary>What the lot, the consent and the register say of somebody in a data set, beside what is followed.</summary>
public sealed record Enlisted(
    string Pseudonym,
    string Unit,
    string? Draw,
    PlacesLot Places,
    DateOnly? ConsentedOn,
    Traits Traits
);

/// <summary>Turns what is known of people into the rows of an evaluation, with the monitor's own definitions of exit, return and short break. Of withdrawn data nothing but the lot is left.</summary>
public static class AsStudyData
{
    public static StudyPerson Of(
        Followed person,
        Enlisted enlisted,
        MonitorPlan plan,
        DateOnly countDate,
        IReadOnlyList<Month> months
    )
    {
        var lotOnly = new StudyPerson
        {
            Pseudonym = enlisted.Pseudonym,
            Unit = enlisted.Unit,
            Arm = person.Arm,
            Draw = enlisted.Draw,
            FollowedFrom = Later(person.FollowedFrom, plan.FollowedFrom),
            Places = enlisted.Places,
            DataWithdrawn = person.DataWithdrawn,
            Months = [.. months.Select(_ => (MonthSeen?)null)],
        };
        return person.DataWithdrawn ? lotOnly : Filled(lotOnly, person, enlisted, plan, countDate, months);
    }

    /// <summary>The months of a data set: from the first lot up to the count date.</summary>
    public static IReadOnlyList<Month> Months(MonitorPlan plan, DateOnly countDate) =>
        Counting.MonthsOf(plan.FollowedFrom, countDate);

    private static StudyPerson Filled(
        StudyPerson row,
        Followed person,
        Enlisted enlisted,
        MonitorPlan plan,
        DateOnly countDate,
        IReadOnlyList<Month> months
    )
    {
        var benefit = BenefitHistory.Of(person.Spells, plan.ShortBreakDays);
        var known = !person.HasNoOutcomeOn(countDate) && !benefit.IsEmpty;
        // Somebody who is no longer followed is seen up to the day before.
        var last = person.FollowedUntil is { } until && until <= countDate ? until.AddDays(-1) : countDate;
        var began = person.TookPartBy(countDate);
        var first = benefit.Exits(row.FollowedFrom, last).Select(s => (BenefitSpell?)s).FirstOrDefault();
        var reviews = began
            ? person.Goals.Where(g => g.On <= countDate).OrderBy(g => g.On).ToList()
            : new List<GoalReview>();
        return row with
        {
            ConsentedOn = enlisted.ConsentedOn,
            StartsOn = began ? person.StartsOn : null,
            StoppedOn = person.HadStoppedBy(countDate) ? person.StoppedOn : null,
            FollowedUntil = person.FollowedUntil,
            Traits = enlisted.Traits,
            OutcomeKnown = known,
            FirstExit = first?.Before,
            FirstExitReason = first is { } exit ? plan.Reasons.All[plan.Reasons.PlaceOf(exit.Reason)].Code : null,
            WorkExit = WorkExit(benefit, plan, row.FollowedFrom, last),
            WorkExitSinceStart = began
                ? WorkExit(benefit, plan, Later(person.StartsOn!.Value, row.FollowedFrom), last)
                : null,
            OnBenefit = known ? benefit.IsOnBenefit(countDate) : null,
            Months = benefit.IsEmpty ? row.Months : [.. months.Select(m => Seen(m, benefit, person, countDate, last))],
            HasGoal = began ? reviews.Exists(r => r.Goals.Count > 0) : null,
            Promising = reviews is [.., var latest] ? latest.Promising : null,
        };
    }

    private static DateOnly? WorkExit(BenefitHistory benefit, MonitorPlan plan, DateOnly after, DateOnly upTo) =>
        benefit
            .Exits(after, upTo)
            .Where(s => plan.Reasons.All[plan.Reasons.PlaceOf(s.Reason)].ToWork)
            .Select(s => s.Before)
            .FirstOrDefault();

    /// <summary>As the monitor counts: the state at the end of a month is that of the first day after it, in the last month that of the count date.</summary>
    private static MonthSeen? Seen(
        Month month,
        BenefitHistory benefit,
        Followed person,
        DateOnly countDate,
        DateOnly last
    )
    {
        var end = Earlier(month.Plus(1).FirstDay, countDate);
        if (end > last)
        {
            return null;
        }

        long cents = 0;
        foreach (var earning in person.Earnings)
        {
            cents += earning.Month == month ? earning.ToSettle.Cents : 0;
        }

        var inMonth = benefit.Spells.Any(s =>
            s.From <= month.LastDay && (s.Before is not { } until || until > month.FirstDay)
        );
        return new MonthSeen(benefit.IsOnBenefit(end), inMonth, inMonth ? Math.Max(0, cents) : 0);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
