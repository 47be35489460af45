// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Settlement;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.ByHand;

/// <summary>The changes by hand that wait for a second person.</summary>
[Requires(Permission.ApproveByHand)]
public sealed class IndexModel(SeeChangesByHand see) : ProeftuinPage
{
    public IReadOnlyList<SeeChangesByHand.Waiting> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Waiting = (await see.Handle(Actor, ct)).OrThrow();
}
