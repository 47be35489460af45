// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Participation;

/// <summary>The story of someone who was drawn. Facts may come late and be taken back: the standing on a day "as known on" a moment is always made anew from the lines.</summary>
public static class ParticipationHistory
{
    /// <summary>Where the person stood on a day, with what had been written down before a moment. Lines that fit nothing are left out, so this never refuses.</summary>
    public static Standing StandingOn(
        Lot lot,
        IEnumerable<ParticipationEvent> lines,
        DateOnly on,
        DateTimeOffset knownBefore
    ) => Fold(lot, InOrder(lines.Where(l => l.RecordedAt < knownBefore)).TakeWhile(l => l.On <= on));

    /// <summary>Where the person stands with everything that is known.</summary>
    public static Standing Latest(Lot lot, IEnumerable<ParticipationEvent> lines) => Fold(lot, InOrder(lines));

    /// <summary>Writes one line, if wanted in the place of an earlier one (<see cref="ParticipationEvent.Retracts"/> on an act other than a retraction). Refuses a day that has yet to come, an act that does not fit the day, and a line after which later lines no longer fit.</summary>
    public static Outcome<Standing> Record(
        Lot lot,
        IReadOnlyCollection<ParticipationEvent> lines,
        ParticipationEvent next,
        DateOnly today
    )
    {
        if (next.On > today)
        {
            return new InTheFuture(next.On);
        }

        if (next.Retracts is { } wrong && !CanBeRetracted(lines, wrong))
        {
            return new NoLineToRetract(wrong);
        }

        var standing = Standing.Before(lot.Arm);
        foreach (var line in InOrder(lines.Append(next)))
        {
            if (line == next && ParticipationRules.Problem(lot, standing, line) is { } problem)
            {
                return problem;
            }

            if (!ParticipationRules.Fits(lot, standing.State, line.Act))
            {
                return new LaterLineNoLongerFits(line.Act, line.On);
            }

            standing = Apply(standing, line);
        }

        return standing;
    }

    /// <summary>The lines that count: by day, then by time of writing; without retractions and what they took back.</summary>
    public static IReadOnlyList<ParticipationEvent> InOrder(IEnumerable<ParticipationEvent> lines)
    {
        var known = lines as IReadOnlyCollection<ParticipationEvent> ?? [.. lines];
        var taken = new HashSet<int>();
        foreach (var line in known)
        {
            if (line.Retracts is { } wrong)
            {
                taken.Add(wrong);
            }
        }

        var counting = new List<ParticipationEvent>(known.Count);
        foreach (var line in known)
        {
            if (line.Act != ParticipationAct.Retract && !taken.Contains(line.Sequence))
            {
                counting.Add(line);
            }
        }

        counting.Sort(
            static (a, b) =>
                a.On != b.On ? a.On.CompareTo(b.On)
                : a.RecordedAt != b.RecordedAt ? a.RecordedAt.CompareTo(b.RecordedAt)
                : a.Sequence.CompareTo(b.Sequence)
        );
        return counting;
    }

    private static bool CanBeRetracted(IReadOnlyCollection<ParticipationEvent> lines, int sequence) =>
        lines.Any(l => l.Sequence == sequence && l.Act != ParticipationAct.Retract)
        && lines.All(l => l.Retracts != sequence);

    private static Standing Fold(Lot lot, IEnumerable<ParticipationEvent> lines)
    {
        var standing = Standing.Before(lot.Arm);
        foreach (var line in lines)
        {
            standing = Apply(standing, line);
        }

        return standing;
    }

    private static Standing Apply(Standing before, ParticipationEvent line) =>
        ParticipationTransitions
            .Take(before.State, line.Act)
            .Match(state => Told(before with { State = state }, before.State, line), _ => before);

    private static Standing Told(Standing now, ParticipationState before, ParticipationEvent line) =>
        line.Act switch
        {
            ParticipationAct.Invite => now with { InvitedOn = line.On, ClosesOn = line.ClosesOn },
            ParticipationAct.Remind => now with { RemindedOn = line.On },
            ParticipationAct.AttendMeeting => now,
            ParticipationAct.Consent => now with
            {
                AnsweredOn = line.On,
                ConsentedOn = line.On,
                StartsOn = line.StartsOn,
                RulesArm = line.Arm ?? now.RulesArm,
            },
            ParticipationAct.Choose => now with { RulesArm = line.Arm ?? now.RulesArm },
            ParticipationAct.Decline => now with { AnsweredOn = line.On },
            ParticipationAct.CloseWithoutReply => now,
            ParticipationAct.Admit => now with { StartsOn = line.StartsOn ?? now.StartsOn },
            ParticipationAct.PutOnWaitingList => now with { StartsOn = null, WaitingRank = line.Rank },
            ParticipationAct.CallUp => now with { StartsOn = line.StartsOn, WaitingRank = null },
            ParticipationAct.Start => now with { StartsOn = line.On },
            ParticipationAct.Withdraw or ParticipationAct.End => Decided(
                now with
                {
                    StoppedOn = line.On,
                    StartsOn = before == ParticipationState.Active ? now.StartsOn : null,
                    WaitingRank = null,
                },
                line
            ),
            ParticipationAct.Complete => now with { StoppedOn = line.On },
            ParticipationAct.DecideOnData => Decided(now, line),
            ParticipationAct.AssignCaseManager => now with { CaseManager = line.CaseManager },
            ParticipationAct.Retract => now,
        };

    private static Standing Decided(Standing now, ParticipationEvent line) =>
        line.Data is { } choice
            ? now with
            {
                Data = choice,
                DataWithdrawnOn = choice == DataChoice.WithdrawData ? line.On : null,
                FollowedUntil = choice == DataChoice.UseUntilNow ? line.On : null,
            }
            : now;
}
