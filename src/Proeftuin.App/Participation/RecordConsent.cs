// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Writes down that somebody said yes in writing, to which version of the rules, and from which day they take part.</summary>
public sealed class RecordConsent(Work work, TimeProvider clock)
{
    /// <summary><paramref name="ProtocolVersion"/> is the version whose rules the person got (null: the latest); <paramref name="Chosen"/> only in a free-choice arm; <paramref name="Replaces"/> is the number of a consent that was written down wrongly.</summary>
    public sealed record Command(
        string Experiment,
        Guid Participant,
        DateOnly On,
        DateOnly StartsOn,
        ConsentChannel Channel,
        int? ProtocolVersion = null,
        string? Chosen = null,
        HelpGiven Help = HelpGiven.None,
        int? Replaces = null
    );

    public Task<Outcome<ParticipationState>> Handle(Command command, Actor actor, CancellationToken ct) =>
        OneAct.Of(
            work,
            clock,
            new(command.Experiment, command.Participant, "deelname.aangemeld", "Aanmelding ontvangen"),
            actor,
            async (db, people, person) =>
            {
                var version = command.ProtocolVersion ?? people.Recorded.Number;
                var recorded = await RecordedProtocol.Version(db, command.Experiment, version, ct);
                return recorded.Map(r => new ParticipationEventRow
                {
                    Act = ParticipationAct.Consent,
                    On = command.On,
                    StartsOn = command.StartsOn,
                    Channel = command.Channel,
                    Help = command.Help,
                    Arm = string.IsNullOrEmpty(command.Chosen) ? null : command.Chosen,
                    ProtocolVersion = version,
                    RulesSha256 = ArmRules.Of(r.Protocol, person.DrawnArm).Sha256,
                    Retracts = command.Replaces,
                });
            },
            ct
        );
}
