// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Writes down what may be done with someone's data, also of somebody who never took part: an objection to being followed. The person stays in the count of everyone drawn.</summary>
public sealed class DecideOnData(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, Guid Participant, DateOnly On, DataChoice? Data);

    public Task<Outcome<ParticipationState>> Handle(Command command, Actor actor, CancellationToken ct) =>
        OneAct.Of(
            work,
            clock,
            new(command.Experiment, command.Participant, "deelname.gegevens", "Besluit over het gebruik van gegevens"),
            actor,
            new ParticipationEventRow
            {
                Act = ParticipationAct.DecideOnData,
                On = command.On,
                Data = command.Data,
            },
            ct
        );
}
