// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>What is known of one person, worked out once for all populations. The same object is used for one person after the other.</summary>
internal sealed class PersonOutcome(IReadOnlyList<Month> months, DateOnly countDate, MonitorPlan plan)
{
    private readonly bool[] onBenefitIn = new bool[months.Count];
    private readonly long[] cents = new long[months.Count];
    private readonly bool[] anyEarnings = new bool[months.Count];

    public Followed Person { get; private set; } = null!;

    public BenefitHistory Benefit { get; private set; } = null!;

    /// <summary>Whether the outcome counts as missing.</summary>
    public bool IsMissing { get; private set; }

    public bool IsOnBenefit { get; private set; }

    /// <summary>The place of the reason of the last exit, for who is not on benefit.</summary>
    public int LastReason { get; private set; }

    public bool AnyJobs { get; private set; }

    public IReadOnlyList<bool> AnyEarnings => anyEarnings;

    public void Take(Followed person)
    {
        Person = person;
        Benefit = BenefitHistory.Of(person.Spells, plan.ShortBreakDays);
        IsMissing = person.HasNoOutcomeOn(countDate) || Benefit.IsEmpty;
        if (IsMissing)
        {
            return;
        }

        IsOnBenefit = Benefit.IsOnBenefit(countDate);
        LastReason = plan.Reasons.PlaceOf(IsOnBenefit ? null : Benefit.LastExit(countDate)?.Reason);
        AnyJobs |= person.Jobs.Count > 0;
        Array.Clear(onBenefitIn);
        Array.Clear(cents);
        foreach (var spell in Benefit.Spells)
        {
            MarkMonths(spell);
        }

        foreach (var earning in person.Earnings)
        {
            var m = earning.Month - months[0];
            if (m >= 0 && m < months.Count)
            {
                cents[m] = checked(cents[m] + earning.ToSettle.Cents);
                anyEarnings[m] = true;
            }
        }
    }

    /// <summary>The first exit to work after the given day and up to the count date; null when there is none.</summary>
    public DateOnly? FirstExitToWork(DateOnly after)
    {
        foreach (var spell in Benefit.Spells)
        {
            if (spell.Before is { } end && end > after && end <= countDate && IsWork(spell.Reason))
            {
                return end;
            }
        }

        return null;
    }

    /// <summary>A job and no benefit one month after an exit: true, false, or null when that day lies after the count date.</summary>
    public bool? HasJobAMonthLater(DateOnly after)
    {
        bool? any = false;
        foreach (var exit in Benefit.Exits(after, countDate))
        {
            var later = exit.Before!.Value.AddMonths(1);
            if (later > countDate)
            {
                any = null;
            }
            else if (!Benefit.IsOnBenefit(later) && Person.Jobs.Any(j => j.Covers(later)))
            {
                return true;
            }
        }

        return any;
    }

    /// <summary>The month of the table: benefit in it, and what has to be settled.</summary>
    public (bool OnBenefit, long Cents) In(int month) => (onBenefitIn[month], cents[month]);

    /// <summary>Every month in which the spell has a day.</summary>
    private void MarkMonths(BenefitSpell spell)
    {
        var first = Math.Max(0, Month.Of(spell.From) - months[0]);
        var last = spell.Before is { } end ? Month.Of(end.AddDays(-1)) - months[0] : months.Count - 1;
        for (var m = first; m <= last && m < months.Count; m++)
        {
            onBenefitIn[m] = true;
        }
    }

    private bool IsWork(string? reason) => plan.Reasons.All[plan.Reasons.PlaceOf(reason)].ToWork;
}
