// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Writes down in one act who did not answer before the closing date. An answer that was given in time and comes in later still counts.</summary>
public sealed class CloseReplies(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment);

    /// <summary>Gives the number of people; the line is dated the day after the closing date.</summary>
    public Task<Outcome<int>> Handle(Command command, Actor actor, CancellationToken ct) =>
        ManyActs.Of(
            work,
            clock,
            command.Experiment,
            actor,
            ("deelname.geen-antwoord", "Vastleggen wie niet op tijd heeft geantwoord"),
            async (_, recruits) =>
                new Planned(
                    await ManyActs.People(
                        recruits
                            .Visible()
                            .Where(p => p.State == ParticipationState.Invited && p.ClosesOn < recruits.Today),
                        ct
                    ),
                    person => new ParticipationEventRow
                    {
                        Act = ParticipationAct.CloseWithoutReply,
                        On = person.ClosesOn!.Value.AddDays(1),
                    }
                ),
            ct
        );
}
