// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Calls people from the waiting list for the places that came free, strictly in order of rank.</summary>
public sealed class CallUp(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, string Arm, DateOnly On, DateOnly StartsOn);

    public Task<Outcome<int>> Handle(Command command, Actor actor, CancellationToken ct) =>
        ManyActs.Of(
            work,
            clock,
            command.Experiment,
            actor,
            ("deelname.oproep", "Oproepen van de wachtlijst"),
            async (_, recruits) =>
            {
                var places = await PlacesInArm.Of(recruits, command.Arm, ct);
                if (places is not Outcome<PlacesInArm>.Done { Value: var arm })
                {
                    return new Outcome<Planned>.Refused(places.Why);
                }

                var waiting = await ManyActs.People(
                    recruits.Visible().Where(p => p.DrawnArm == command.Arm && p.State == ParticipationState.Waiting),
                    ct
                );
                var next = waiting.GroupBy(p => p.WaitingRank).OrderBy(g => g.Key).Take(arm.Free).SelectMany(g => g);
                return arm is { Waiting: > 0, Free: 0 }
                    ? new NoPlaceFree(command.Arm)
                    : new Planned(
                        [.. next],
                        _ => new ParticipationEventRow
                        {
                            Act = ParticipationAct.CallUp,
                            On = command.On,
                            StartsOn = command.StartsOn,
                        }
                    );
            },
            ct
        );
}

/// <summary>Every place is taken.</summary>
public sealed record NoPlaceFree(string Arm) : Refusal
{
    public override string Message =>
        $"In groep '{Arm}' is geen plaats vrij. Wie wacht kan worden opgeroepen als iemand stopt.";
}
