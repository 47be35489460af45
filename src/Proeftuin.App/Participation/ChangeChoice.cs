// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Writes down another choice within the free-choice arm, where the protocol still allows it.</summary>
public sealed class ChangeChoice(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, Guid Participant, DateOnly On, string Chosen);

    public Task<Outcome<ParticipationState>> Handle(Command command, Actor actor, CancellationToken ct) =>
        OneAct.Of(
            work,
            clock,
            new(command.Experiment, command.Participant, "deelname.keuze-gewijzigd", "Andere keuze in de vrije groep"),
            actor,
            new ParticipationEventRow
            {
                Act = ParticipationAct.Choose,
                On = command.On,
                Arm = command.Chosen,
            },
            ct
        );
}
