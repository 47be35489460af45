// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Opens the return guarantee of one person: its term, how it stands today, and what happened.</summary>
public sealed class SeeGuarantee(Work work, IdentityStore identities, TimeProvider clock)
{
    public sealed record View(ReturnGuaranteeRow Row, string? Name, GuaranteeState State, DateOnly Today);

    public Task<Outcome<View>> Handle(string experiment, Guid id, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Read<ReturnGuaranteeRow, View>(
            new(Permission.SeeProvisionCases, experiment, "voorziening.gelezen", "Garantieknop bekeken"),
            id,
            actor,
            async (db, _, row) =>
            {
                var who = (await identities.Reveal(db, [row.PersonId], ct)).GetValueOrDefault(row.PersonId);
                var today = clock.Today();
                return new View(row, who?.Name, row.Facts().StateOn(today), today);
            },
            ct
        );
}
