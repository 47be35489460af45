// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.PremiumPay;

/// <summary>Records the payment of a granted premium.</summary>
[Requires(Permission.PayProvision)]
public sealed class IndexModel(SeePremium see, PayPremium pay) : PremiumPage(see)
{
    [BindProperty]
    public DateOnly? PaidOn { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        IsThere(PaidOn is not null, nameof(PaidOn), "Vul de dag van de betaling in.")
            ? await Finish(
                await pay.Handle(new(Experiment, Id, PaidOn!.Value, Reference), Actor, ct),
                id => $"{Address}/uitstroompremie/{id}",
                "De betaling is vastgelegd.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));
}
