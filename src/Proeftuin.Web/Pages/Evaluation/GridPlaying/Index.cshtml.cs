// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Evaluation;
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Pages.Monitoring;

namespace Proeftuin.Web.Pages.Evaluation.GridPlaying;

/// <summary>How far the playing of a grid is, and the button that stops it.</summary>
[Requires(Permission.SeeExperiments)]
public sealed class IndexModel(Jobs jobs) : JobPage(jobs)
{
    private readonly Jobs jobs = jobs;

    public async Task<IActionResult> OnPostCancelAsync(Guid job, CancellationToken ct)
    {
        if (await jobs.Find(Actor, job, ct) is not { Kind: SweepDesign.JobKind })
        {
            return NotFound();
        }

        Notice = await jobs.Cancel(Actor, job, ct)
            ? "Het naspelen wordt gestopt. Er wordt niets bewaard."
            : "Het naspelen was al klaar.";
        return LocalRedirect($"/groepsgrootte/raster/{job}");
    }
}
