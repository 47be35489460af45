// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Takes back a line that was written down wrongly. It stays visible with the reason; it no longer counts. Refused when a later line would lose its footing.</summary>
public sealed class RetractLine(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, Guid Participant, int Line, Reason Reason);

    public Task<Outcome<ParticipationState>> Handle(Command command, Actor actor, CancellationToken ct) =>
        OneAct.Of(
            work,
            clock,
            new(command.Experiment, command.Participant, "deelname.regel-ingetrokken", "Een regel klopte niet"),
            actor,
            new ParticipationEventRow
            {
                Act = ParticipationAct.Retract,
                On = clock.Today(),
                Retracts = command.Line,
                Note = command.Reason.Text,
            },
            ct
        );
}
