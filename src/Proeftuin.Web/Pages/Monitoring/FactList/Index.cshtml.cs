// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Monitoring;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Monitoring.FactList;

/// <summary>What was delivered, and which returns wait for their exit.</summary>
[Requires(Permission.ImportFacts)]
public sealed class IndexModel(SeeDeliveries see) : ProeftuinPage
{
    public SeeDeliveries.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = (await see.Handle(Actor, ct)).OrThrow();
}
