// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Evaluation.Sizing;
using Proeftuin.Web.Access;
using Proeftuin.Web.Charts;
using Proeftuin.Web.Forms;
using Proeftuin.Web.Pages.Evaluation.Power;

namespace Proeftuin.Web.Pages.Evaluation.Grid;

/// <summary>Plays an experiment's own design over sizes and differences: what will be played, the button that starts it, and afterwards the table and the picture. The numbers stand in the address.</summary>
[Requires(Permission.SeeExperiments)]
public sealed class IndexModel(SweepDesign sweep) : ProeftuinPage
{
    public string Name { get; private set; } = "";

    public PowerPlan Plan { get; private set; } = new();

    public int Replicates { get; private set; }

    /// <summary>Null when this protocol cannot be played.</summary>
    public PlayedDesign? Design { get; private set; }

    public SweepDesign.View? Played { get; private set; }

    public string? WhyNot { get; private set; }

    /// <summary>The page of sizes with the same numbers.</summary>
    public string Back => $"/groepsgrootte{Request.QueryString}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var query = Asked();
        if (!ModelState.IsValid)
        {
            return Refused();
        }

        var found = await sweep.Handle(query, Actor, ct);
        if (found is Outcome<(string, PlayedDesign, SweepDesign.View?)>.Done { Value: var (name, design, played) })
        {
            (Name, Design, Played) = (name, design, played);
            return played is null && Request.Query.ContainsKey("gespeeld") ? await Start(query, ct) : Page();
        }

        if (found.Why.Any(w => w is NoSuchExperiment))
        {
            // without a single number this is the page where the experiment is chosen
            return Request.Query.Count == 0 ? LocalRedirect("/groepsgrootte") : NotFound();
        }

        if (found.Why.Any(w => w is PowerNumberOutside))
        {
            Refuse(found.Why);
            return Refused();
        }

        WhyNot = string.Join(' ', found.Why.Select(w => w.Message));
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => Start(Asked(), ct);

    /// <summary>The form is sent to the address with its numbers.</summary>
    public string Here => $"/groepsgrootte/raster{Request.QueryString}";

    public IReadOnlyList<Series> Lines =>
        [.. Played!.Grid.Sizes.Select(s => new Series(Written(s), [.. s.Played.Select(p => (double?)p.Smallest)]))];

    public static string Written(PlayedSize size) =>
        $"{size.Times.ToString("0.##", Dutch.Numbers)} keer zo groot ({Dutch.Count(size.Design.ControlDrawn)} in de controlegroep)";

    private SweepDesign.Query Asked()
    {
        var asked = new AskedPlan(Request.Query, ModelState);
        (Plan, Replicates) = (asked.Plan(), asked.Replicates());
        return new(Request.Query["experiment"].ToString(), Plan, Replicates);
    }

    private async Task<IActionResult> Start(SweepDesign.Query query, CancellationToken ct)
    {
        var numbers = $"{AskedPlan.Address(query.Plan, query.Slug)}&keer={query.Replicates}";
        return await Show(
            await sweep.Start(query, $"/groepsgrootte/raster?{numbers}&gespeeld=ja", Actor, ct),
            job => LocalRedirect($"/groepsgrootte/raster/{job}?{numbers}")
        );
    }
}
