// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Ledger;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Ledger;

[Requires(Permission.ReadLedger)]
public sealed class IndexModel(ListLedger list, VerifyLedger verify) : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? UpTo { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public LedgerPage? Found { get; private set; }

    public ChainResult? Checked { get; private set; }

    public IEnumerable<SelectListItem> ActionOptions => (Found?.Actions ?? []).Select(a => new SelectListItem(a, a));

    public IEnumerable<SelectListItem> AccountOptions =>
        (Found?.Accounts ?? new Dictionary<Guid, string>())
            .OrderBy(a => a.Value, StringComparer.Ordinal)
            .Select(a => new SelectListItem(a.Value, a.Key.ToString()));

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken ct)
    {
        var outcome = await verify.Handle(Actor, ct);
        Refuse(outcome.Why);
        Checked = outcome.Match<ChainResult?>(result => result, _ => null);
        await Load(ct);
        return Page();
    }

    public string RolesIn(LedgerEntry entry) =>
        string.Join(", ", entry.Roles.Split(',').Select(r => Enum.TryParse<Role>(r, out var role) ? role.Dutch() : r));

    public string Older(LedgerPage page)
    {
        var query = new QueryBuilder { { "Before", page.Entries[^1].Sequence.ToString(CultureInfo.InvariantCulture) } };
        foreach (
            var (name, value) in Request.Query.Where(q =>
                q.Key is nameof(What) or nameof(Who) or nameof(From) or nameof(UpTo)
            )
        )
        {
            query.Add(name, value.ToString());
        }

        return "/logboek" + query;
    }

    private async Task Load(CancellationToken ct)
    {
        var outcome = await list.Handle(new LedgerQuery(What, Who, null, From, UpTo, Before), Actor, ct);
        Refuse(outcome.Why);
        Found = outcome.Match<LedgerPage?>(page => page, _ => null);
    }
}
