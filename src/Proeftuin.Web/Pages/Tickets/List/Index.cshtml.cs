// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Draw;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Tickets.List;

[Public]
public sealed class IndexModel(LookAtDraw look) : ProeftuinPage
{
    public IReadOnlyList<PublicLine> Draws { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Draws = (await look.HandleList(ct)).OrThrow();
}
