// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Screening;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Screening;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Screening.Households;

/// <summary>One page of screened units, by verdict or ground, under their pseudonyms. Each look is in the ledger.</summary>
[Requires(Permission.SeeHousehold)]
public sealed class IndexModel(ListScreenedUnits list) : ProeftuinPage
{
    [FromRoute]
    public string Experiment { get; set; } = "";

    [FromRoute]
    public Guid Screening { get; set; }

    [FromQuery(Name = "uitkomst")]
    public Verdict? Verdict { get; set; }

    [FromQuery(Name = "grond")]
    public string? Ground { get; set; }

    [FromQuery(Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public ListScreenedUnits.View View { get; private set; } = null!;

    public int Pages => Math.Max(1, (View.Total + ListScreenedUnits.PageSize - 1) / ListScreenedUnits.PageSize);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var query = new ListScreenedUnits.Query(Experiment, Screening, Verdict, Ground, PageNumber);
        if (await list.Handle(query, Actor, ct) is not Outcome<ListScreenedUnits.View>.Done { Value: var view })
        {
            return NotFound();
        }

        View = view;
        return Page();
    }

    public string PageAddress(int page) =>
        $"/experimenten/{Experiment}/screening/{Screening}/huishoudens?uitkomst={Verdict}&grond={Uri.EscapeDataString(Ground ?? "")}&pagina={page.ToString(Dutch.Numbers)}";

    public static string Said(Verdict verdict) =>
        verdict switch
        {
            Core.Screening.Verdict.TargetGroup => "doelgroep",
            Core.Screening.Verdict.Excluded => "uitgesloten",
            Core.Screening.Verdict.Undetermined => "niet te bepalen",
        };
}
