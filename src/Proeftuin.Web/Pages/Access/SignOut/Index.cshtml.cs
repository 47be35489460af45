// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Access.SignOut;

[SignedIn]
public sealed class IndexModel(App.Accounts.SignOut signOut) : ProeftuinPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await signOut.Handle(User.AccountId(), ct);
        await HttpContext.SignOutAsync(Sessions.Scheme);
        Notice = "U bent uitgelogd.";
        return LocalRedirect("/");
    }
}
