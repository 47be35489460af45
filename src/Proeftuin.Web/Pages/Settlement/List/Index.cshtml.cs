// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Settlement;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.List;

/// <summary>Where an income officer begins: what was delivered, which months were settled, what waits. Counts only.</summary>
[Requires(Permission.SettleMonths)]
public sealed class IndexModel(SeeSettlements see) : ProeftuinPage
{
    public SeeSettlements.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = (await see.Handle(Actor, ct)).OrThrow();
}
