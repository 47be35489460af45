// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Records that a granted premium was paid, with the number of the payment in the benefit system. Refuses who decided.</summary>
public sealed class PayPremium(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, Guid Case, DateOnly PaidOn, string? Reference);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change<ExitPremiumRow>(
            new(Permission.PayProvision, command.Experiment, "premie.betaald", "Betaling van de uitstroompremie"),
            command.Case,
            actor,
            async (db, _, row) =>
            {
                if (Problem(command, row, actor) is { } problem)
                {
                    return [problem];
                }

                var reference = FreeText.Needed("Nummer van de betaling", command.Reference, 40);
                if (reference is not Outcome<string>.Done { Value: var number })
                {
                    return reference.Why;
                }

                if (await db.Set<ExitPremiumRow>().AnyAsync(p => p.PaymentReference == number, ct))
                {
                    return [new PaymentUsed(number)];
                }

                row.State = PremiumState.Paid;
                (row.PaidOn, row.PaidBy, row.PaymentReference) = (command.PaidOn, actor.AccountId, number);
                return [];
            },
            ct
        );

    private Refusal? Problem(Command command, ExitPremiumRow row, Actor actor) =>
        row.State != PremiumState.Granted ? new NotToBePaid()
        : row.DecidedBy == actor.AccountId ? new SamePersonPays()
        : command.PaidOn > clock.Today() ? new DayStillToCome(command.PaidOn)
        : command.PaidOn < row.DecidedOn ? new DaysInWrongOrder("het besluit", "De betaling")
        : null;
}

/// <summary>Only a granted premium that was not paid yet can be paid.</summary>
public sealed record NotToBePaid : Refusal
{
    public override string Message => "Er is niets te betalen: de premie is niet toegekend, of al betaald.";
}

/// <summary>A payment number belongs to one premium.</summary>
public sealed record PaymentUsed(string Reference) : Refusal
{
    public override string Message => $"Betaling '{Reference}' hoort al bij een andere premie. Controleer het nummer.";
}
