// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Writes down that the municipality ended someone's participation, with the reason. Only a project lead does this; the reason is personal and can be erased from the ledger.</summary>
public sealed class EndParticipation(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, Guid Participant, DateOnly On, Reason Reason);

    public Task<Outcome<ParticipationState>> Handle(Command command, Actor actor, CancellationToken ct) =>
        Permissions.Allows(actor.Roles, Permission.LeadParticipation)
            ? OneAct.Of(
                work,
                clock,
                new(
                    command.Experiment,
                    command.Participant,
                    "deelname.beeindigd",
                    "Deelname door de gemeente beëindigd"
                ),
                actor,
                new ParticipationEventRow
                {
                    Act = ParticipationAct.End,
                    On = command.On,
                    Note = command.Reason.Text,
                },
                ct
            )
            : Task.FromResult<Outcome<ParticipationState>>(new NotAllowed());
}
