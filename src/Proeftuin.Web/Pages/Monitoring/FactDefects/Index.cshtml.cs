// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Screening;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Monitoring.FactDefects;

/// <summary>What was wrong with a delivery of facts that was refused.</summary>
[Requires(Permission.ImportFacts)]
public sealed class IndexModel(SeeDefects see) : ProeftuinPage
{
    public SeeDefects.View Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid report, CancellationToken ct)
    {
        if (await see.Handle(report, Actor, ct) is not Outcome<SeeDefects.View>.Done { Value: var view })
        {
            return NotFound();
        }

        Report = view;
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid report, CancellationToken ct) =>
        await see.Handle(report, Actor, ct) is Outcome<SeeDefects.View>.Done { Value: var view }
            ? File(DefectCsv.Write(view.Groups), "text/csv; charset=utf-8", "meldingen.csv")
            : NotFound();
}
