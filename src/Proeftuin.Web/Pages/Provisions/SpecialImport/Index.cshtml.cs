// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Pages.Experiments;

namespace Proeftuin.Web.Pages.Provisions.SpecialImport;

/// <summary>Delivers monthly counts of applications for special assistance.</summary>
[Requires(Permission.DeliverProvisionCounts)]
public sealed class IndexModel(SeeProvisionDesign see, DeliverSpecialCounts deliver) : NewCasePage(see)
{
    [BindProperty]
    public IFormFile? Delivery { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!IsThere(Delivery is not null, nameof(Delivery), "Kies een bestand."))
        {
            return await Again([], () => Load(ct));
        }

        var text = await UploadedText.Read(Delivery!, ct);
        return text is Outcome<string>.Done { Value: var csv }
            ? await Finish(
                await deliver.Handle(new(Experiment, Delivery!.FileName, csv, Source), Actor, ct),
                _ => $"{Address}/bijzondere-bijstand",
                "De aantallen zijn ingelezen.",
                () => Load(ct)
            )
            : await Again(text.Why, () => Load(ct));
    }
}
