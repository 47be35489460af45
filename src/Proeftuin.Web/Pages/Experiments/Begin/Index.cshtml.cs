// SPDX-License-Identifier: EUPL-1.2
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Experiments.Begin;

[Requires(Permission.DesignExperiment)]
public sealed class IndexModel(StartExperiment start) : ProeftuinPage
{
    [BindProperty]
    public string? Shipped { get; set; }

    [BindProperty]
    public bool WithDemoValues { get; set; }

    [BindProperty]
    public IFormFile? ProtocolFile { get; set; }

    [BindProperty]
    public IFormFile? AnalysisPlan { get; set; }

    [BindProperty, StringLength(2000)]
    public string? Reason { get; set; }

    public static IEnumerable<SelectListItem> Protocols =>
        ShippedProtocols.Slugs().Select(s => new SelectListItem(s, s));

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var text = await Chosen(ct);
        var outcome = text is Outcome<ProtocolText>.Done { Value: var chosen }
            ? await start.Handle(new(chosen, Reason), Actor, ct)
            : new Outcome<string>.Refused(text.Why);
        return await Show(
            outcome,
            slug =>
            {
                Notice = "Het experiment is begonnen. Lees de bevindingen bij het protocol.";
                return Redirect($"/experimenten/{slug}");
            }
        );
    }

    private async Task<Outcome<ProtocolText>> Chosen(CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(Shipped))
        {
            return ProtocolFile is not null ? new TwoProtocolsChosen()
                : ShippedProtocols.Slugs().Contains(Shipped, StringComparer.Ordinal)
                    ? ShippedProtocols.Text(Shipped, WithDemoValues)
                : new NoProtocolChosen();
        }

        return ProtocolFile is null ? new NoProtocolChosen() : await Uploads.Text(ProtocolFile, AnalysisPlan, ct);
    }
}
