// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Monitoring.FactDelivery;

/// <summary>What was accepted of one delivery, in counts.</summary>
[Requires(Permission.ImportFacts)]
public sealed class IndexModel(SeeDeliveries see) : ProeftuinPage
{
    public FactDeliveryRow Delivery { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid delivery, CancellationToken ct)
    {
        var all = (await see.Handle(Actor, ct)).Match(view => view.Deliveries, _ => []);
        if (all.FirstOrDefault(d => d.Id == delivery) is not { } found)
        {
            return NotFound();
        }

        Delivery = found;
        return Page();
    }
}
