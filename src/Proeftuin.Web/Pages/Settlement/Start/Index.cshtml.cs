// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Start;

/// <summary>What stands ready, and then the settling of a month begins.</summary>
[Requires(Permission.SettleMonths)]
public sealed class IndexModel(SeeSettlements see, SettleInBackground settle) : ProeftuinPage
{
    public SeeSettlements.View? View { get; private set; }

    public int DeliveriesOfNext => View?.Deliveries.Count(d => d.Month == View.Next.FirstDay) ?? 0;

    [BindProperty]
    public string? SettledMonth { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        SettledMonth = View?.Next.ToString();
        Why = "Maandelijkse verrekening";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var month = SettlementWords.Read(SettledMonth);
        if (month is null)
        {
            ModelState.AddModelError(nameof(SettledMonth), "Vul de maand in als 2018-03.");
        }

        var reason = Reason.Of(Why);
        if (!reason.IsDone)
        {
            ModelState.AddModelError(nameof(Why), reason.Why[0].Message);
        }

        if (!ModelState.IsValid)
        {
            await Load(ct);
            return Refused();
        }

        return Redirect($"/verrekenen/voortgang/{await settle.Handle(new(month!.Value, Why!), Actor, ct)}");
    }

    private async Task Load(CancellationToken ct) => View = (await see.Handle(Actor, ct)).OrThrow();
}
