// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;
using UseCase = Proeftuin.App.Accounts.SignIn;

namespace Proeftuin.Web.Pages.Access.SignIn;

[Public]
[EnableRateLimiting(SignInSetup.RateLimit)]
public sealed class IndexModel(UseCase signIn, Entrance entrance) : ProeftuinPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [FromForm(Name = "terug")]
    public string? Back { get; set; }

    public void OnGet([FromQuery(Name = "terug")] string? back) => Back = back;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await signIn.Handle(Name, Password, ct);
        if (!outcome.IsDone)
        {
            Refuse(outcome.Why);
            return Refused();
        }

        var who = outcome.OrThrow();
        if (who.NeedsCode)
        {
            await HttpContext.BeginHalf(who.AccountId);
            return RedirectToPage("/Access/SecondStep/Index", new { terug = Back });
        }

        return await entrance.Enter(who.AccountId, who.Stamp, withCode: false, who.MustChangePassword, Back, ct);
    }
}
