// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Somebody uses the return guarantee: no full application, only what changed since the exit. The clock to the decision starts.</summary>
public sealed class PressGuarantee(Work work, TimeProvider clock)
{
    /// <summary><paramref name="Changes"/> is empty when nothing changed in the household, the income or the address.</summary>
    public sealed record Command(string Experiment, Guid Case, DateOnly On, string? Changes);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change<ReturnGuaranteeRow>(
            new(Permission.ApplyForProvision, command.Experiment, "garantie.gebruikt", "Garantieknop gebruikt"),
            command.Case,
            actor,
            (_, scope, row) =>
            {
                if (row.WithdrawnOn is { } withdrawn)
                {
                    return Task.FromResult<IReadOnlyList<Refusal>>([new DecidedBefore(withdrawn)]);
                }

                var pressed = ReturnGuarantee.Press(row.Facts(), command.On, clock.Today());
                var changes = FreeText.Maybe("Wat is er veranderd?", command.Changes);
                var decideBy = scope
                    .Has(d => d.Guarantee, "garantieknop")
                    .Then(g => g.DecideInWorkingDays.OrRefuse("binnen hoeveel werkdagen de uitkering herstart"))
                    .Then(days => scope.Calendar.Then(c => c.WorkingDaysAfter(command.On, days)));
                List<Refusal> why = [.. pressed.Why, .. changes.Why, .. decideBy.Why];
                if (why.Count == 0)
                {
                    (row.PressedOn, row.PressedBy) = (command.On, actor.AccountId);
                    (row.Changes, row.DecideBy) = (changes.OrThrow(), decideBy.OrThrow());
                }

                return Task.FromResult<IReadOnlyList<Refusal>>(why);
            },
            ct
        );
}
