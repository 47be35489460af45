// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Settled;

/// <summary>A settled month: totals, what needs attention, households, and the file for the benefit system.</summary>
[Requires(Permission.SeeStatements)]
public sealed class IndexModel(SeeMonth see, ExportPayments export) : ProeftuinPage
{
    [FromQuery(Name = "nummer")]
    public string? Number { get; set; }

    public SeeMonth.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string month, CancellationToken ct)
    {
        if (
            SettlementWords.Read(month) is not { } which
            || await see.Handle(which, Number, Actor, ct) is not Outcome<SeeMonth.View>.Done { Value: var view }
        )
        {
            return NotFound();
        }

        View = view;
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(string month, CancellationToken ct) =>
        SettlementWords.Read(month) is { } which
        && await export.Handle(which, Actor, ct) is Outcome<byte[]>.Done { Value: var file }
            ? File(file, "text/csv; charset=utf-8", $"uitbetaling-{which}.csv")
            : NotFound();
}
