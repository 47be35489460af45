// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.IncomeDefects;

/// <summary>What was wrong with a delivery of income that was refused.</summary>
[Requires(Permission.SettleMonths)]
public sealed class IndexModel(SeeIncomeDefects see) : ProeftuinPage
{
    public SeeIncomeDefects.View Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid report, CancellationToken ct)
    {
        if (await see.Handle(report, Actor, ct) is not Outcome<SeeIncomeDefects.View>.Done { Value: var view })
        {
            return NotFound();
        }

        Report = view;
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid report, CancellationToken ct) =>
        await see.Handle(report, Actor, ct) is Outcome<SeeIncomeDefects.View>.Done { Value: var view }
            ? File(DefectCsv.Write(view.Groups), "text/csv; charset=utf-8", "meldingen.csv")
            : NotFound();
}
