// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.CaseWithdraw;

/// <summary>Records that a file was taken back before a decision, or was written down by mistake. Shows nothing of the file, so opening it is not recorded.</summary>
[Requires(Permission.ApplyForProvision)]
public sealed class IndexModel(WithdrawCase withdraw) : CasePage
{
    public IActionResult OnGet() => ProvisionScreen.KindOf(Soort) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ReasonIn(Why, nameof(Why)) is { } why
            ? await Finish(
                await withdraw.Handle(new(Experiment, Kind, Id, why), Actor, ct),
                _ => Dossier,
                "Het dossier is ingetrokken.",
                () => Task.FromResult(true)
            )
            : await Again([], () => Task.FromResult(true));
}
