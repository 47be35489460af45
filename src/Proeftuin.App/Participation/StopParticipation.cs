// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Writes down that somebody stops, and what they want with their data. There is no reason to give and no consequence: nothing else in the system changes.</summary>
public sealed class StopParticipation(Work work, TimeProvider clock)
{
    /// <summary><paramref name="Note"/> only if the person wants to say why.</summary>
    public sealed record Command(string Experiment, Guid Participant, DateOnly On, DataChoice? Data, string? Note);

    public Task<Outcome<ParticipationState>> Handle(Command command, Actor actor, CancellationToken ct) =>
        OneAct.Of(
            work,
            clock,
            new(command.Experiment, command.Participant, "deelname.gestopt", "Deelnemer stopt"),
            actor,
            new ParticipationEventRow
            {
                Act = ParticipationAct.Withdraw,
                On = command.On,
                Data = command.Data,
                Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(),
            },
            ct
        );
}
