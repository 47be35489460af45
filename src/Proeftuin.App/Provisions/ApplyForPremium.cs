// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Writes down an application for the outflow premium with its evidence. Whether it is granted is decided later, by somebody else.</summary>
public sealed class ApplyForPremium(Work work, IdentityStore identities, TimeProvider clock)
{
    public sealed record Command(
        string Experiment,
        string? Bsn,
        DateOnly AppliedOn,
        DateOnly? Born,
        bool WageSubsidyGroup,
        DateOnly? BenefitEndedOn,
        DateOnly WorkFrom,
        DateOnly WorkProvenUpTo,
        string? Evidence
    );

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Open<ExitPremiumRow>(
            new(Permission.ApplyForProvision, command.Experiment, "premie.aangevraagd", "Aanvraag uitstroompremie"),
            actor,
            async (db, scope) =>
            {
                var premium = scope.Has(d => d.Premium, "uitstroompremie");
                var evidence = FreeText.Needed("Bewijs", command.Evidence);
                var person = await ProvisionPeople.Known(db, identities, command.Bsn, ct);
                List<Refusal> wrong = [.. premium.Why, .. person.Why, .. evidence.Why, .. Problems(command)];
                if (wrong.Count > 0)
                {
                    return new Outcome<ExitPremiumRow>.Refused(wrong);
                }

                var who = person.OrThrow();
                if (
                    await db.Set<ExitPremiumRow>()
                        .AnyAsync(
                            p =>
                                p.ExperimentId == scope.ExperimentId
                                && p.PersonId == who
                                && p.WorkFrom == command.WorkFrom
                                && p.WithdrawnOn == null,
                            ct
                        )
                )
                {
                    return new CaseThereAlready("Een aanvraag voor dit werk");
                }

                return new ExitPremiumRow
                {
                    PersonId = who,
                    AppliedOn = command.AppliedOn,
                    Born = command.Born,
                    WageSubsidyGroup = command.WageSubsidyGroup,
                    BenefitEndedOn = command.BenefitEndedOn,
                    WorkFrom = command.WorkFrom,
                    WorkProvenUpTo = command.WorkProvenUpTo,
                    Evidence = evidence.OrThrow(),
                };
            },
            ct
        );

    private IEnumerable<Refusal> Problems(Command command)
    {
        var today = clock.Today();
        if (command.AppliedOn > today)
        {
            yield return new DayStillToCome(command.AppliedOn);
        }

        if (command.WorkProvenUpTo > today)
        {
            yield return new DayStillToCome(command.WorkProvenUpTo);
        }

        if (command.WorkProvenUpTo < command.WorkFrom)
        {
            yield return new DaysInWrongOrder("de eerste werkdag", "De laatste dag van het bewijs");
        }

        if (command.Born is { } born && born >= command.WorkFrom)
        {
            yield return new DaysInWrongOrder("de geboortedatum", "De eerste werkdag");
        }
    }
}
