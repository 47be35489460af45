// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;
using UseCase = Proeftuin.App.Accounts.ChangePassword;

namespace Proeftuin.Web.Pages.Access.ChangePassword;

[SignedIn]
[EnableRateLimiting(SignInSetup.RateLimit)]
public sealed class IndexModel(UseCase changePassword, Entrance entrance) : ProeftuinPage
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!string.Equals(Next, Again, StringComparison.Ordinal))
        {
            ModelState.AddModelError(nameof(Again), "De twee nieuwe wachtwoorden zijn niet gelijk.");
            return Refused();
        }

        var outcome = await changePassword.Handle(User.AccountId(), Current, Next, ct);
        if (!outcome.IsDone)
        {
            Refuse(outcome.Why);
            return Refused();
        }

        Notice = "Uw wachtwoord is gewijzigd.";
        return await entrance.Enter(
            User.AccountId(),
            outcome.OrThrow(),
            User.WithCode(),
            mustChangePassword: false,
            back: null,
            ct
        );
    }
}
