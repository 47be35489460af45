// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.GuidanceContact;

/// <summary>A contact within the guidance.</summary>
[Requires(Permission.GuideProvision)]
public sealed class IndexModel(SeeGuidance see, RecordGuidanceContact record, TimeProvider clock) : GuidancePage(see)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Form { get; set; }

    [BindProperty]
    public int? Minutes { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        IsThere(On is not null, nameof(On), "Vul de dag van het contact in.");
        IsThere(Minutes is not null, nameof(Minutes), "Vul het aantal minuten in.");
        return ModelState.IsValid
            ? await Finish(
                await record.Handle(new(Experiment, Id, On!.Value, Form ?? "", Minutes!.Value), Actor, ct),
                id => $"{Address}/begeleiding/{id}",
                "Het contact is vastgelegd.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));
    }

    protected override void Prepare() => On ??= clock.Today();
}
