// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Proeftuin.App.Accounts;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Access.RecoveryCodes;

[SignedIn]
[EnableRateLimiting(SignInSetup.RateLimit)]
public sealed class IndexModel(SecondFactor secondFactor) : ProeftuinPage
{
    [BindProperty]
    public string? Code { get; set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Show(
            await secondFactor.RenewRecoveryCodes(User.AccountId(), Code, ct),
            codes =>
            {
                // shown once, so this page is the answer and not a redirect
                RecoveryCodes = codes;
                return Page();
            }
        );
}
