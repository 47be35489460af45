// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.GuidanceMeasure;

/// <summary>A measurement on all areas of life.</summary>
[Requires(Permission.GuideProvision)]
public sealed class IndexModel(SeeGuidance see, MeasureLife measure) : GuidancePage(see)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    /// <summary>One per area of the protocol.</summary>
    [BindProperty]
    public List<int?> Scores { get; set; } = [];

    public int? Highest => View.Design.HighestScore.Match(h => (int?)h, _ => null);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        IsThere(On is not null, nameof(On), "Vul de dag van de meting in.") && ModelState.IsValid
            ? await Finish(
                await measure.Handle(new(Experiment, Id, On!.Value, Scores), Actor, ct),
                id => $"{Address}/begeleiding/{id}",
                "De meting is vastgelegd.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));

    protected override void Prepare()
    {
        while (Scores.Count < View.Areas.Count)
        {
            Scores.Add(null);
        }

        Scores.RemoveRange(View.Areas.Count, Scores.Count - View.Areas.Count);
    }
}
