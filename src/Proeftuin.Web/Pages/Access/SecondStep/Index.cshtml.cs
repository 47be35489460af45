// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;
using UseCase = Proeftuin.App.Accounts.SignIn;

namespace Proeftuin.Web.Pages.Access.SecondStep;

[Public]
[EnableRateLimiting(SignInSetup.RateLimit)]
public sealed class IndexModel(UseCase signIn, Entrance entrance) : ProeftuinPage
{
    [BindProperty]
    public string? Code { get; set; }

    [FromForm(Name = "terug")]
    public string? Back { get; set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "terug")] string? back)
    {
        Back = back;
        return await HttpContext.HalfAccount() is null ? LocalRedirect("/inloggen") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await HttpContext.HalfAccount() is not { } account)
        {
            return LocalRedirect("/inloggen");
        }

        var outcome = await signIn.HandleCode(account, Code, ct);
        if (!outcome.IsDone)
        {
            Refuse(outcome.Why);
            return Refused();
        }

        var who = outcome.OrThrow();
        await HttpContext.SignOutAsync(Sessions.HalfScheme);
        return await entrance.Enter(who.AccountId, who.Stamp, withCode: true, who.MustChangePassword, Back, ct);
    }
}
