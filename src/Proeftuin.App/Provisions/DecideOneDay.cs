// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Decides on assistance in one day and stops the clock. A decision that took longer than a day needs its reason. Refuses who wrote down the report.</summary>
public sealed class DecideOneDay(Work work, TimeProvider clock)
{
    /// <summary><paramref name="DecidedAt"/> is what a Dutch clock showed; <paramref name="Amount"/> only when granted.</summary>
    public sealed record Command(
        string Experiment,
        Guid Case,
        DateTime DecidedAt,
        Eur? Amount,
        bool IsGranted,
        DelayReason? Delay,
        Reason Why
    );

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change<OneDayRow>(
            new(Permission.DecideProvision, command.Experiment, "eendag.besloten", command.Why.Text),
            command.Case,
            actor,
            (_, scope, row) => Task.FromResult(Decide(command, actor, scope, row)),
            ct
        );

    private IReadOnlyList<Refusal> Decide(Command command, Actor actor, ProvisionScope scope, OneDayRow row)
    {
        if (row.WithdrawnOn is { } withdrawn)
        {
            return [new DecidedBefore(withdrawn)];
        }

        if (row.DecidedAt is { } before)
        {
            return [new DecidedBefore(DutchTime.DateOf(before))];
        }

        var reading = scope
            .Has(d => d.OneDay, "bijstand in 1 dag")
            .Then(d => d.WithinHours.OrRefuse("hoeveel werkuren een dag is"))
            .Then(hours =>
                scope.Calendar.Then(calendar =>
                    OneDayClock.Of(DutchTime.LocalOf(row.ReportedAt), command.DecidedAt, hours, calendar)
                )
            );
        List<Refusal> why = [.. reading.Why];
        if (row.IsOf(actor.AccountId))
        {
            why.Add(new SamePersonDecides());
        }

        if (DutchTime.MomentOf(command.DecidedAt) > clock.GetUtcNow())
        {
            why.Add(new MomentStillToCome());
        }

        if (command.IsGranted && command.Amount is not { Cents: > 0 })
        {
            why.Add(new AmountNotUsable("Toegekend bedrag"));
        }

        if (reading is not Outcome<OneDayClock>.Done { Value: var clocked })
        {
            return why;
        }

        if (!clocked.IsWithinADay && command.Delay is null)
        {
            why.Add(new DelayReasonMissing());
        }

        if (why.Count == 0)
        {
            (row.DecidedAt, row.DecidedBy) = (DutchTime.MomentOf(command.DecidedAt), actor.AccountId);
            (row.IsGranted, row.AmountCents) = (command.IsGranted, command.IsGranted ? command.Amount?.Cents : null);
            (row.Minutes, row.IsWithinADay) = (clocked.Minutes, clocked.IsWithinADay);
            row.Delay = clocked.IsWithinADay ? null : command.Delay;
        }

        return why;
    }
}
