// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Accounts;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Accounts.Account;

[Requires(Permission.ManageAccounts)]
public sealed class IndexModel(ListAccounts list, GrantRole grant, WithdrawRole withdraw, ResetAccount reset)
    : ProeftuinPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Role? Role { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public Role? Withdrawn { get; set; }

    [BindProperty]
    public string? WithdrawReason { get; set; }

    [BindProperty]
    public string? ResetReason { get; set; }

    public ListedAccount Account { get; private set; } = null!;

    public CreatedAccount? Restored { get; private set; }

    public bool IsSelf => Id == Actor.AccountId;

    public IEnumerable<SelectListItem> Grantable => Options(Enum.GetValues<Role>().Except(Account.Roles));

    public IEnumerable<SelectListItem> Held => Options(Account.Roles);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostGrantAsync(CancellationToken ct) =>
        Change(
            Role is { } role ? () => grant.Handle(Id, role, Reason, Actor, ct) : null,
            "De rol is gegeven. Dit geldt meteen.",
            ct
        );

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        Change(
            Withdrawn is { } role ? () => withdraw.Handle(Id, role, WithdrawReason, Actor, ct) : null,
            "De rol is ingetrokken. Dit geldt meteen.",
            ct
        );

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        var outcome = await reset.Handle(Id, ResetReason, Actor, ct);
        if (!await Load(ct))
        {
            return NotFound();
        }

        return await Show(
            outcome,
            restored =>
            {
                Restored = restored;
                return Page();
            }
        );
    }

    private async Task<IActionResult> Change(Func<Task<Outcome<Guid>>>? change, string notice, CancellationToken ct)
    {
        var outcome = change is null ? new ChooseRole() : await change();
        if (!await Load(ct))
        {
            return NotFound();
        }

        return await Show(
            outcome,
            _ =>
            {
                Notice = notice;
                return LocalRedirect($"/accounts/{Id}");
            }
        );
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        var accounts = (await list.Handle(Actor, ct)).Match(found => found, _ => []);
        Account = accounts.FirstOrDefault(a => a.Id == Id)!;
        return Account is not null;
    }

    private static IEnumerable<SelectListItem> Options(IEnumerable<Role> roles) =>
        roles.Select(r => new SelectListItem(r.Dutch(), r.ToString()));
}

/// <summary>No role was chosen.</summary>
public sealed record ChooseRole : Refusal
{
    public override string Message => "Kies een rol.";
}
