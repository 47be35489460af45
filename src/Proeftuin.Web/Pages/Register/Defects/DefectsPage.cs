// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Exchange;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Register.Defects;

/// <summary>What was wrong with a delivery of one kind that was refused, on a page and as CSV.</summary>
public abstract class DefectsPage(SeeDefects see, DeliveryKind kind) : ProeftuinPage
{
    public const int ShownPerKind = 50;

    public SeeDefects.View Report { get; private set; } = null!;

    /// <summary>The address of deliveries of this kind: "/feiten".</summary>
    protected abstract string Folder { get; }

    public virtual string Back => Folder;

    /// <summary>"Terug naar de feiten".</summary>
    public abstract string BackText { get; }

    /// <summary>"Meldingen bij de levering van feiten".</summary>
    public abstract string Title { get; }

    public string Again => $"{Folder}/inlezen";

    public string Csv => $"{Folder}/meldingen/{Report.Report.Id}?handler=Csv";

    public async Task<IActionResult> OnGetAsync(Guid report, CancellationToken ct)
    {
        if (await see.Handle(report, kind, Actor, ct) is not Outcome<SeeDefects.View>.Done { Value: var view })
        {
            return NotFound();
        }

        Report = view;
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid report, CancellationToken ct) =>
        await see.Handle(report, kind, Actor, ct) is Outcome<SeeDefects.View>.Done { Value: var view }
            ? File(DefectCsv.Write(view.Groups), "text/csv; charset=utf-8", "meldingen.csv")
            : NotFound();
}
