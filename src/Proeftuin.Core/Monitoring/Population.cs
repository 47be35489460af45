// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Monitoring;

/// <summary>Whose outcomes a table counts. In each of the three everybody who is followed stands in exactly one group.</summary>
public enum Population
{
    /// <summary>Everyone drawn into the arm: also who declined, did not answer, was not admitted or stopped.</summary>
    IntentionToTreat,

    /// <summary>Who began in the arm, also who stopped later.</summary>
    Participants,

    /// <summary>Who began in the arm and had not stopped on the count date: the denominator Wageningen published.</summary>
    ParticipantsWhoDidNotStop,
}

/// <summary>In which group somebody stands, and from which day their outcomes count.</summary>
internal static class Populations
{
    /// <summary>The groups of a population: the arms, then those beside them.</summary>
    public static IReadOnlyList<MonitoredGroup> Groups(Population population, MonitorPlan plan) =>
        population switch
        {
            Population.IntentionToTreat => [.. plan.Arms, MonitoredGroup.NotDrawn],
            Population.Participants => [.. plan.Arms, MonitoredGroup.NotDrawn, MonitoredGroup.DidNotTakePart],
            Population.ParticipantsWhoDidNotStop =>
            [
                .. plan.Arms,
                MonitoredGroup.NotDrawn,
                MonitoredGroup.DidNotTakePart,
                MonitoredGroup.Stopped,
            ],
        };

    /// <summary>The place of the person's group in <see cref="Groups"/> and the day from which outcomes count.</summary>
    public static (int Group, DateOnly From) PlaceOf(
        Followed person,
        Population population,
        int arm,
        MonitorPlan plan,
        DateOnly countDate
    )
    {
        var arms = plan.Arms.Count;
        var lot = Later(person.FollowedFrom, plan.FollowedFrom);
        if (arm < 0)
        {
            return (arms, lot);
        }

        // Who is drawn to be left alone is never asked, so they are followed from the lot in every population.
        if (population is Population.IntentionToTreat || plan.Arms[arm].Kind is GroupKind.Reference)
        {
            return (arm, lot);
        }

        return !person.TookPartBy(countDate) ? (arms + 1, lot)
            : population is Population.ParticipantsWhoDidNotStop && person.HadStoppedBy(countDate)
                ? (arms + 2, Later(person.StartsOn!.Value, lot))
            : (arm, Later(person.StartsOn!.Value, lot));
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
