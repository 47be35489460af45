// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>At the end of the experiment everyone who still takes part has completed it; from the next day the usual rules hold for them.</summary>
public sealed class CompleteParticipants(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment);

    public Task<Outcome<int>> Handle(Command command, Actor actor, CancellationToken ct) =>
        ManyActs.Of(
            work,
            clock,
            command.Experiment,
            actor,
            ("deelname.afgerond", "Afronden op de laatste dag van het experiment"),
            async (_, recruits) =>
            {
                var run = recruits.Recorded.Protocol.Run.OrRefuse("wanneer het experiment eindigt");
                if (run is not Outcome<Core.Design.ExperimentPeriod>.Done { Value.Before: var before })
                {
                    return new Outcome<Planned>.Refused(run.Why);
                }

                var last = before.AddDays(-1);
                return recruits.Today < last
                    ? new NotAtTheEndYet(last)
                    : new Planned(
                        await ManyActs.People(recruits.Visible().Where(p => p.State == ParticipationState.Active), ct),
                        _ => new ParticipationEventRow { Act = ParticipationAct.Complete, On = last }
                    );
            },
            ct
        );
}
