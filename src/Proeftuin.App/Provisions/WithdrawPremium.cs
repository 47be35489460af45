// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Records that an application was taken back before the decision, or was written down by mistake. It stays visible and counts as withdrawn.</summary>
public sealed class WithdrawPremium(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, Guid Case, Reason Why);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change<ExitPremiumRow>(
            new(Permission.ApplyForProvision, command.Experiment, "premie.ingetrokken", command.Why.Text),
            command.Case,
            actor,
            (_, _, row) =>
            {
                if (row.State != PremiumState.Applied)
                {
                    return Task.FromResult<IReadOnlyList<Refusal>>([
                        new DecidedBefore(row.DecidedOn ?? row.WithdrawnOn!.Value),
                    ]);
                }

                (row.State, row.WithdrawnOn) = (PremiumState.Withdrawn, clock.Today());
                return Task.FromResult<IReadOnlyList<Refusal>>([]);
            },
            ct
        );
}
