// SPDX-License-Identifier: EUPL-1.2
using static Proeftuin.Core.Participation.ParticipationAct;
using static Proeftuin.Core.Participation.ParticipationState;

namespace Proeftuin.Core.Participation;

/// <summary>From which state an act leads to which state.</summary>
public sealed record ParticipationTransition(ParticipationState From, ParticipationAct Act, ParticipationState To);

/// <summary>The only table of participation; the code, the picture in docs/toestanden/deelname.md and the tests read it. What is not here cannot happen.</summary>
public static class ParticipationTransitions
{
    /// <summary>Acts that fit every state and change none: what may be done with the data, and who guides the person.</summary>
    public static readonly IReadOnlyList<ParticipationAct> InEveryState = [DecideOnData, AssignCaseManager];

    public static readonly IReadOnlyList<ParticipationTransition> All =
    [
        new(Drawn, Invite, Invited),
        // only where people enrol before the lot
        new(Drawn, Consent, Consented),
        new(Invited, Remind, Invited),
        new(Invited, Consent, Consented),
        new(Invited, Decline, Declined),
        new(Invited, CloseWithoutReply, NoReply),
        // late: on the lot they once drew
        new(NoReply, Consent, Consented),
        new(NoReply, Decline, Declined),
        new(Declined, Consent, Consented),
        // an answer that was dated earlier but came in later: the reminder and the closing stay lines without effect
        new(Consented, Remind, Consented),
        new(Declined, Remind, Declined),
        new(Consented, CloseWithoutReply, Consented),
        new(Declined, CloseWithoutReply, Declined),
        new(Admitted, CloseWithoutReply, Admitted),
        new(Waiting, CloseWithoutReply, Waiting),
        new(Invited, AttendMeeting, Invited),
        new(NoReply, AttendMeeting, NoReply),
        new(Declined, AttendMeeting, Declined),
        new(Consented, AttendMeeting, Consented),
        new(Admitted, AttendMeeting, Admitted),
        new(Waiting, AttendMeeting, Waiting),
        new(Consented, Choose, Consented),
        new(Admitted, Choose, Admitted),
        new(Waiting, Choose, Waiting),
        new(Active, Choose, Active),
        new(Consented, Admit, Admitted),
        new(Consented, PutOnWaitingList, Waiting),
        new(Waiting, CallUp, Admitted),
        new(Consented, Start, Active),
        new(Admitted, Start, Active),
        new(Consented, Withdraw, Withdrawn),
        new(Admitted, Withdraw, Withdrawn),
        new(Waiting, Withdraw, Withdrawn),
        new(Active, Withdraw, Withdrawn),
        new(Consented, End, Ended),
        new(Admitted, End, Ended),
        new(Waiting, End, Ended),
        new(Active, End, Ended),
        new(Active, Complete, Completed),
    ];

    private static readonly ParticipationState?[,] Table = Fill();

    /// <summary>The state after the act; refused when the act does not fit the state.</summary>
    public static Outcome<ParticipationState> Take(ParticipationState from, ParticipationAct act) =>
        Table[(int)from, (int)act] is { } to ? to : new ActDoesNotFit(from, act);

    private static ParticipationState?[,] Fill()
    {
        var states = Enum.GetValues<ParticipationState>();
        var table = new ParticipationState?[states.Length, Enum.GetValues<ParticipationAct>().Length];
        foreach (var state in states)
        {
            foreach (var act in InEveryState)
            {
                table[(int)state, (int)act] = state;
            }
        }

        foreach (var transition in All)
        {
            table[(int)transition.From, (int)transition.Act] = transition.To;
        }

        return table;
    }
}
