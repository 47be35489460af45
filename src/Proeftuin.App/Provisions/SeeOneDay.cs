// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Provisions;

/// <summary>Opens the report of one person without a home, with its clock.</summary>
public sealed class SeeOneDay(Work work, IdentityStore identities, TimeProvider clock)
{
    /// <summary>Times as a Dutch clock shows them. <paramref name="Now"/> for the form of the decision.</summary>
    public sealed record View(
        OneDayRow Row,
        string? Name,
        DateTime ReportedAt,
        DateTime? DecideBy,
        DateTime? DecidedAt,
        DateTime Now
    );

    public Task<Outcome<View>> Handle(string experiment, Guid id, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Read<OneDayRow, View>(
            new(Permission.SeeProvisionCases, experiment, "voorziening.gelezen", "Melding bijstand in 1 dag bekeken"),
            id,
            actor,
            async (db, _, row) =>
                new View(
                    row,
                    (await identities.Reveal(db, [row.PersonId], ct)).GetValueOrDefault(row.PersonId)?.Name,
                    DutchTime.LocalOf(row.ReportedAt),
                    row.DecideBy is { } by ? DutchTime.LocalOf(by) : null,
                    row.DecidedAt is { } at ? DutchTime.LocalOf(at) : null,
                    DutchTime.LocalOf(clock.GetUtcNow())
                ),
            ct
        );
}
