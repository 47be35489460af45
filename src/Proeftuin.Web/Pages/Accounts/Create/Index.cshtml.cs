// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Accounts;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Accounts.Create;

[Requires(Permission.ManageAccounts)]
public sealed class IndexModel(CreateAccount create) : ProeftuinPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public CreatedAccount? Created { get; private set; }

    public void OnGet() { }

    /// <summary>The one-time password is shown once, so the answer is this page; the once-key keeps a reload from making a second account.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Show(
            await create.Handle(Name, Reason, Actor, ct),
            created =>
            {
                Created = created;
                return Page();
            }
        );
}
