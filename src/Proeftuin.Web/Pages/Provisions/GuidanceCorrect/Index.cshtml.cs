// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.GuidanceCorrect;

/// <summary>Says that one line of the guidance was wrong.</summary>
[Requires(Permission.GuideProvision)]
public sealed class IndexModel(SeeGuidance see, CorrectGuidanceLine correct) : GuidancePage(see)
{
    [FromRoute(Name = "line")]
    public int Line { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        IsThere(!string.IsNullOrWhiteSpace(Why), nameof(Why), "Vul in wat er verkeerd was.")
            ? await Finish(
                await correct.Handle(new(Experiment, Id, Line, Why), Actor, ct),
                _ => Here,
                "De regel is vervallen. Leg nu de goede regel vast.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));
}
