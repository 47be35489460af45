// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Accounts;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Accounts.List;

[Requires(Permission.ManageAccounts)]
public sealed class IndexModel(ListAccounts list) : ProeftuinPage
{
    public IReadOnlyList<ListedAccount> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var outcome = await list.Handle(Actor, ct);
        Refuse(outcome.Why);
        Accounts = outcome.Match(accounts => accounts, _ => []);
    }
}
