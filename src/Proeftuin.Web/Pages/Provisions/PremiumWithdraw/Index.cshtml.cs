// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.PremiumWithdraw;

/// <summary>Records that an application was taken back before the decision.</summary>
[Requires(Permission.ApplyForProvision)]
public sealed class IndexModel(SeePremium see, WithdrawPremium withdraw) : PremiumPage(see)
{
    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ReasonIn(Why, nameof(Why)) is { } why
            ? await Finish(
                await withdraw.Handle(new(Experiment, Id, why), Actor, ct),
                id => $"{Address}/uitstroompremie/{id}",
                "De aanvraag is ingetrokken.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));
}
