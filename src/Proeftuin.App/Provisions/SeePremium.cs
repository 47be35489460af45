// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Opens one application for the premium: what was asked and shown, what was decided on which grounds, and the payment.</summary>
public sealed class SeePremium(Work work, IdentityStore identities, TimeProvider clock)
{
    public sealed record View(
        string Municipality,
        string ExecutedBy,
        ExitPremiumRow Row,
        string? Name,
        string? Address,
        DateOnly? Born,
        DateOnly? DecideBy,
        IReadOnlyList<DecidedCondition> Conditions
    );

    public Task<Outcome<View>> Handle(string experiment, Guid id, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Read<ExitPremiumRow, View>(
            new(Permission.SeeProvisionCases, experiment, "voorziening.gelezen", "Aanvraag uitstroompremie bekeken"),
            id,
            actor,
            async (db, scope, row) =>
            {
                var who = (await identities.Reveal(db, [row.PersonId], ct)).GetValueOrDefault(row.PersonId);
                return new View(
                    scope.Recorded.Protocol.Municipalities[0].Name,
                    scope.Design.ExecutedBy,
                    row,
                    who?.Name,
                    who?.Address,
                    await ProvisionPeople.Born(db, row.PersonId, ct) ?? row.Born,
                    DecisionTerms
                        .DecideBy(ShippedParameters.Book, row.AppliedOn)
                        .Match(day => (DateOnly?)day, _ => null),
                    row.Conditions is { } decided ? JsonSerializer.Deserialize<List<DecidedCondition>>(decided)! : []
                );
            },
            ct
        );
}
