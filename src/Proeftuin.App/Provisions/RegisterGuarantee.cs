// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Registers the return guarantee of somebody who leaves the benefit: one use, within the term of the protocol.</summary>
public sealed class RegisterGuarantee(Work work, IdentityStore identities, TimeProvider clock)
{
    public sealed record Command(string Experiment, string? Bsn, DateOnly ExitOn);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Open<ReturnGuaranteeRow>(
            new(Permission.ApplyForProvision, command.Experiment, "garantie.vastgelegd", "Garantieknop bij uitstroom"),
            actor,
            async (db, scope) =>
            {
                var today = clock.Today();
                var term = scope
                    .Has(d => d.Guarantee, "garantieknop")
                    .Then(g => ReturnGuarantee.Register(command.ExitOn, g.TermMonths, today));
                var person = await ProvisionPeople.Known(db, identities, command.Bsn, ct);
                if (!term.IsDone || !person.IsDone)
                {
                    return new Outcome<ReturnGuaranteeRow>.Refused([.. term.Why, .. person.Why]);
                }

                var who = person.OrThrow();
                if (
                    await db.Set<ReturnGuaranteeRow>()
                        .AnyAsync(g => g.PersonId == who && g.ExitOn == command.ExitOn && g.WithdrawnOn == null, ct)
                )
                {
                    return new CaseThereAlready("De garantieknop bij deze uitstroom");
                }

                return new ReturnGuaranteeRow
                {
                    PersonId = who,
                    RegisteredOn = today,
                    ExitOn = command.ExitOn,
                    EndsBefore = term.OrThrow().Before!.Value,
                };
            },
            ct
        );
}
