// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Register.Progress;

/// <summary>How far the import is. With script the bar moves by server-sent events; without, the page refreshes itself.</summary>
[Requires(Permission.ImportRegister)]
public sealed class IndexModel(Jobs jobs) : ProeftuinPage
{
    public JobStatus Job { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid job, CancellationToken ct)
    {
        if (await jobs.Find(Actor, job, ct) is not { } status)
        {
            return NotFound();
        }

        Job = status;
        return status is { State: JobState.Done, ResultUrl: { } url } ? LocalRedirect(url) : Page();
    }

    public async Task<IActionResult> OnGetEventsAsync(Guid job, CancellationToken ct)
    {
        await JobStream.Write(Response, jobs, Actor, job, ct);
        return new EmptyResult();
    }
}
