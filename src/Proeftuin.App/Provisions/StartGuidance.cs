// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Starts the intensive guidance of somebody; who writes it down guides.</summary>
public sealed class StartGuidance(Work work, IdentityStore identities, TimeProvider clock)
{
    public sealed record Command(string Experiment, string? Bsn, DateOnly On);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Open<GuidanceRow>(
            new(
                Permission.GuideProvision,
                command.Experiment,
                "begeleiding.begonnen",
                "Intensieve begeleiding begonnen"
            ),
            actor,
            async (db, scope) =>
            {
                var design = scope.Has(d => d.Guidance, "intensieve begeleiding");
                var person = await ProvisionPeople.Known(db, identities, command.Bsn, ct);
                List<Refusal> why = [.. design.Why, .. person.Why];
                if (command.On > clock.Today())
                {
                    why.Add(new DayStillToCome(command.On));
                }

                if (why.Count > 0)
                {
                    return new Outcome<GuidanceRow>.Refused(why);
                }

                var who = person.OrThrow();
                return await db.Set<GuidanceRow>()
                    .AnyAsync(
                        g =>
                            g.ExperimentId == scope.ExperimentId
                            && g.PersonId == who
                            && g.EndedOn == null
                            && g.WithdrawnOn == null,
                        ct
                    )
                    ? new CaseThereAlready("De begeleiding van deze persoon")
                    : new GuidanceRow { PersonId = who, StartedOn = command.On };
            },
            ct
        );
}
