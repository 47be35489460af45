// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.IncomeDelivery;

/// <summary>What a delivery of income brought, as counts.</summary>
[Requires(Permission.SettleMonths)]
public sealed class IndexModel(SeeSettlements see) : ProeftuinPage
{
    public IncomeDeliveryRow Delivery { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid delivery, CancellationToken ct)
    {
        var found = (await see.Handle(Actor, ct)).OrThrow().Deliveries.FirstOrDefault(d => d.Id == delivery);
        if (found is null)
        {
            return NotFound();
        }

        Delivery = found;
        return Page();
    }
}
