// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.PremiumLetter;

/// <summary>The decision as a letter to print, with the grounds as they were decided on and how to object.</summary>
[Requires(Permission.SeeProvisionCases)]
public sealed class IndexModel(SeePremium see) : PremiumPage(see)
{
    public override async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await Load(ct) && View.Row.DecidedOn is not null ? Page() : NotFound();
}
