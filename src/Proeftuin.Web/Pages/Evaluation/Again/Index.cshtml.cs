// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Evaluation.Again;

/// <summary>Makes a frozen data set again and says whether it gives the same bytes.</summary>
[Requires(Permission.CheckStudyData)]
public sealed class IndexModel(SeeStudyData see) : ProeftuinPage
{
    [FromRoute(Name = "experiment")]
    public string Experiment { get; set; } = "";

    [FromRoute(Name = "dataset")]
    public Guid DataSet { get; set; }

    public SeeStudyData.Frozen? Frozen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        return Frozen is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Show(
            await see.MakeAgain(Experiment, DataSet, Actor, ct),
            made =>
            {
                Notice = made.Message;
                return Redirect($"/experimenten/{Experiment}/evaluatie/{DataSet}/nagemaakt");
            },
            () => Load(ct)
        );

    private async Task Load(CancellationToken ct) =>
        Frozen = (await see.List(Experiment, Actor, ct)).Match(
            sets => sets.FirstOrDefault(s => s.Id == DataSet),
            _ => null
        );
}
