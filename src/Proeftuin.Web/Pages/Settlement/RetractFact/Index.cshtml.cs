// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.RetractFact;

/// <summary>Takes back one fact that was recorded for a household.</summary>
[Requires(Permission.SettleMonths)]
public sealed class IndexModel(SeeHouseholdFile see, RecordSettlementFact record) : ProeftuinPage
{
    [FromRoute(Name = "household")]
    public Guid Household { get; set; }

    [FromRoute(Name = "fact")]
    public Guid Fact { get; set; }

    public SettlementFactRow? Wrong { get; private set; }

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        return Wrong is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var reason = Reason.Of(Why);
        if (!reason.IsDone)
        {
            ModelState.AddModelError(nameof(Why), reason.Why[0].Message);
            await Load(ct);
            return Refused();
        }

        return await Show(
            await record.Retract(Household, Fact, reason.OrThrow(), Actor, ct),
            _ =>
            {
                Notice = "Ingetrokken. Het blijft te zien.";
                return Redirect($"/verrekenen/huishouden/{Household}");
            },
            () => Load(ct)
        );
    }

    private async Task Load(CancellationToken ct) =>
        Wrong = (await see.Handle(Household, Actor, ct)).Match(
            view => view.Told.FirstOrDefault(f => f.Id == Fact && f.RetractedAt is null),
            _ => null
        );
}
