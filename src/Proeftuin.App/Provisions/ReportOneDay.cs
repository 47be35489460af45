// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>A desk reports somebody without a home: the clock of one day starts at the moment of the report.</summary>
public sealed class ReportOneDay(Work work, IdentityStore identities, TimeProvider clock)
{
    /// <summary><paramref name="ReportedAt"/> is what a Dutch clock showed; <paramref name="Name"/> is for who is not in the register yet.</summary>
    public sealed record Command(
        string Experiment,
        string? Bsn,
        string? Name,
        string Desk,
        DateTime ReportedAt,
        string? Asked
    );

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Open<OneDayRow>(
            new(Permission.ApplyForProvision, command.Experiment, "eendag.gemeld", "Melding van het loket"),
            actor,
            async (db, scope) =>
            {
                var provision = scope.Has(d => d.OneDay, "bijstand in 1 dag");
                if (provision is not Outcome<Core.Design.OneDayDesign>.Done { Value: var design })
                {
                    return new Outcome<OneDayRow>.Refused(provision.Why);
                }

                var asked = FreeText.Needed("Wat vraagt de persoon?", command.Asked);
                var deadline = design
                    .WithinHours.OrRefuse("hoeveel werkuren een dag is")
                    .Then(hours => scope.Calendar.Then(c => c.After(command.ReportedAt, hours * 60)));
                List<Refusal> wrong = [.. asked.Why, .. deadline.Why, .. Problems(command, design.Desks)];
                var person =
                    wrong.Count > 0
                        ? new Outcome<Guid>.Refused(wrong)
                        : await ProvisionPeople.KnownOrNew(db, identities, command.Bsn, command.Name, ct);
                if (person is not Outcome<Guid>.Done { Value: var who })
                {
                    return new Outcome<OneDayRow>.Refused(person.Why);
                }

                if (
                    await db.Set<OneDayRow>()
                        .AnyAsync(
                            o =>
                                o.ExperimentId == scope.ExperimentId
                                && o.PersonId == who
                                && o.DecidedAt == null
                                && o.WithdrawnOn == null,
                            ct
                        )
                )
                {
                    return new CaseThereAlready("Een melding van deze persoon waarover nog niet is besloten");
                }

                return new OneDayRow
                {
                    PersonId = who,
                    Desk = command.Desk,
                    ReportedAt = DutchTime.MomentOf(command.ReportedAt),
                    Asked = asked.OrThrow(),
                    DecideBy = DutchTime.MomentOf(deadline.OrThrow()),
                };
            },
            ct
        );

    private IEnumerable<Refusal> Problems(Command command, IReadOnlyList<string> desks)
    {
        if (DutchTime.MomentOf(command.ReportedAt) > clock.GetUtcNow())
        {
            yield return new MomentStillToCome();
        }

        if (!desks.Contains(command.Desk, StringComparer.Ordinal))
        {
            yield return new NotInProtocol("loket", command.Desk, desks);
        }
    }
}

/// <summary>The moment that was typed has not come yet.</summary>
public sealed record MomentStillToCome : Refusal
{
    public override string Message => "Dit moment moet nog komen. Vul de dag en de tijd in waarop het gebeurde.";
}
