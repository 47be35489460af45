// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Writes down that somebody said no. Nothing else follows from it, and a later yes stays possible.</summary>
public sealed class RecordDecline(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, Guid Participant, DateOnly On);

    public Task<Outcome<ParticipationState>> Handle(Command command, Actor actor, CancellationToken ct) =>
        OneAct.Of(
            work,
            clock,
            new(command.Experiment, command.Participant, "deelname.afgezegd", "Afzegging ontvangen"),
            actor,
            new ParticipationEventRow { Act = ParticipationAct.Decline, On = command.On },
            ct
        );
}
