// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>What somebody's outcome is. Of everyone drawn it counts from the lot, of who began from the own start; null is missing.</summary>
internal static class Outcomes
{
    public static bool IsYesNo(OutcomeMeasure measure) => ScaleOf(measure) is Scale.Share;

    public static Scale ScaleOf(OutcomeMeasure measure) =>
        measure switch
        {
            OutcomeMeasure.ExitToWorkGross
            or OutcomeMeasure.ExitToWorkNet
            or OutcomeMeasure.OffBenefit
            or OutcomeMeasure.PartTimeWork
            or OutcomeMeasure.GoalSet
            or OutcomeMeasure.Promising => Scale.Share,
            OutcomeMeasure.PartTimeMonths or OutcomeMeasure.BenefitMonths => Scale.Months,
            OutcomeMeasure.SettledEarnings => Scale.Euro,
        };

    /// <summary>Goals exist of participants only, so of everyone drawn they cannot be compared.</summary>
    public static bool IsOfParticipantsOnly(OutcomeMeasure measure) =>
        measure is OutcomeMeasure.GoalSet or OutcomeMeasure.Promising;

    public static double? Of(StudyPerson person, OutcomeMeasure measure, bool sinceStart, StudyData data)
    {
        if (!person.OutcomeKnown)
        {
            return null;
        }

        var exit = sinceStart && person.Began ? person.WorkExitSinceStart : person.WorkExit;
        var from =
            sinceStart && person.StartsOn is { } start && start > person.FollowedFrom ? start : person.FollowedFrom;
        return measure switch
        {
            OutcomeMeasure.ExitToWorkGross => One(exit is not null),
            OutcomeMeasure.ExitToWorkNet => One(exit is not null && person.OnBenefit is false),
            OutcomeMeasure.OffBenefit => One(person.OnBenefit is false),
            OutcomeMeasure.PartTimeWork => Seen(person, data, from)?.Max(m => One(m.SettledCents > 0)),
            OutcomeMeasure.PartTimeMonths => Seen(person, data, from)?.Sum(m => One(m.SettledCents > 0)),
            OutcomeMeasure.SettledEarnings => Seen(person, data, from)?.Sum(m => m.SettledCents / 100.0),
            OutcomeMeasure.BenefitMonths => Seen(person, data, from)?.Sum(m => One(m.OnBenefitInMonth)),
            OutcomeMeasure.GoalSet => person.HasGoal is { } goal ? One(goal) : null,
            OutcomeMeasure.Promising => person.Promising is { } promising ? One(promising) : null,
        };
    }

    /// <summary>The outcome at the end of one month, of everyone whose lot had fallen by then.</summary>
    public static double? In(StudyPerson person, OutcomeMeasure measure, int month, StudyData data)
    {
        var end = data.Months[month].Plus(1).FirstDay;
        end = end < data.CountDate ? end : data.CountDate;
        if (person.FollowedFrom >= end || person.Months[month] is not { } seen)
        {
            return null;
        }

        var left = person.WorkExit <= end;
        return measure switch
        {
            OutcomeMeasure.ExitToWorkGross => One(left),
            OutcomeMeasure.ExitToWorkNet => One(left && !seen.OnBenefitAtEnd),
            OutcomeMeasure.OffBenefit => One(!seen.OnBenefitAtEnd),
            OutcomeMeasure.PartTimeWork or OutcomeMeasure.PartTimeMonths => One(seen.SettledCents > 0),
            OutcomeMeasure.SettledEarnings => seen.SettledCents / 100.0,
            OutcomeMeasure.BenefitMonths => One(seen.OnBenefitInMonth),
            OutcomeMeasure.GoalSet or OutcomeMeasure.Promising => null,
        };
    }

    /// <summary>The months from the one in which counting begins; null when one of them is not known.</summary>
    private static List<MonthSeen>? Seen(StudyPerson person, StudyData data, DateOnly from)
    {
        var first = Math.Max(0, Month.Of(from) - data.Months[0]);
        var months = new List<MonthSeen>(person.Months.Count);
        for (var m = first; m < person.Months.Count; m++)
        {
            if (person.Months[m] is not { } seen)
            {
                return null;
            }

            months.Add(seen);
        }

        return months.Count == 0 ? null : months;
    }

    private static double One(bool yes) => yes ? 1 : 0;
}
