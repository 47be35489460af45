// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.OneDayNew;

/// <summary>Writes down the report of a desk about somebody without a home.</summary>
[Requires(Permission.ApplyForProvision)]
public sealed class IndexModel(SeeProvisionDesign see, ReportOneDay report) : NewCasePage(see)
{
    [BindProperty]
    public string? Bsn { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Desk { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Asked { get; set; }

    public IEnumerable<SelectListItem> Desks => ProvisionScreen.Texts(Seen.Design.OneDay?.Desks ?? []);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var at = Moment(Day, Time);
        IsThere(Day is not null, nameof(Day), "Vul de dag van de melding in.");
        IsThere(Day is null || at is not null, nameof(Time), "Vul de tijd in, zoals 09:30.");
        return ModelState.IsValid
            ? await Finish(
                await report.Handle(new(Experiment, Bsn, Name, Desk ?? "", at!.Value, Asked), Actor, ct),
                id => $"{Address}/bijstand-in-1-dag/{id}",
                "De melding is vastgelegd. De klok loopt.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));
    }
}
