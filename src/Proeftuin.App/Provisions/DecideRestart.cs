// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Decides on the use of a return guarantee: the benefit restarts, or a full application is needed after all, with the reason. Refuses who wrote down the use.</summary>
public sealed class DecideRestart(Work work, TimeProvider clock)
{
    /// <summary><paramref name="RestartsOn"/> null: a full application is needed.</summary>
    public sealed record Command(string Experiment, Guid Case, DateOnly? RestartsOn, Reason Why);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change<ReturnGuaranteeRow>(
            new(Permission.DecideProvision, command.Experiment, "garantie.besloten", command.Why.Text),
            command.Case,
            actor,
            (_, _, row) =>
            {
                if (row.WithdrawnOn is { } withdrawn)
                {
                    return Task.FromResult<IReadOnlyList<Refusal>>([new DecidedBefore(withdrawn)]);
                }

                var today = clock.Today();
                var decided = ReturnGuarantee.Decide(row.Facts(), command.RestartsOn is not null, today, today);
                List<Refusal> why = [.. decided.Why];
                if (row.PressedBy == actor.AccountId)
                {
                    why.Add(new SamePersonDecides());
                }

                if (command.RestartsOn < row.PressedOn)
                {
                    why.Add(new DaysInWrongOrder("het gebruik van de knop", "De eerste dag met uitkering"));
                }

                if (why.Count == 0)
                {
                    (row.DecidedOn, row.DecidedBy) = (today, actor.AccountId);
                    (row.Restarted, row.RestartsOn) = (command.RestartsOn is not null, command.RestartsOn);
                }

                return Task.FromResult<IReadOnlyList<Refusal>>(why);
            },
            ct
        );
}
