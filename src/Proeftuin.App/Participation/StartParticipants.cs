// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Writes down for everyone whose own start has come that they take part from that day, also when the day is past.</summary>
public sealed class StartParticipants(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment);

    public Task<Outcome<int>> Handle(Command command, Actor actor, CancellationToken ct) =>
        ManyActs.Of(
            work,
            clock,
            command.Experiment,
            actor,
            ("deelname.gestart", "Starten van wie de startdatum is bereikt"),
            async (_, recruits) =>
            {
                var limited = recruits.Recorded.Protocol.Draw?.PlacesLotteries.Select(l => l.Arm).ToList() ?? [];
                return new Planned(
                    await ManyActs.People(
                        recruits
                            .Visible()
                            .Where(p =>
                                p.StartsOn <= recruits.Today
                                && (
                                    p.State == ParticipationState.Admitted
                                    || (p.State == ParticipationState.Consented && !limited.Contains(p.DrawnArm))
                                )
                            ),
                        ct
                    ),
                    person => new ParticipationEventRow { Act = ParticipationAct.Start, On = person.StartsOn!.Value }
                );
            },
            ct
        );
}
