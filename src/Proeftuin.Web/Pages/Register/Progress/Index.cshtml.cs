// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
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

    /// <summary>One event per change, at most five a second; the last one is called "klaar".</summary>
    public async Task<IActionResult> OnGetEventsAsync(Guid job, CancellationToken ct)
    {
        Response.ContentType = "text/event-stream";
        JobStatus? last = null;
        while (!ct.IsCancellationRequested && await jobs.Find(Actor, job, ct) is { } status)
        {
            if (status != last)
            {
                var data = JsonSerializer.Serialize(
                    new
                    {
                        done = status.Done,
                        total = status.Total,
                        text = status.Text,
                    }
                );
                await Response.WriteAsync(
                    $"event: {(status.IsFinished ? "klaar" : "voortgang")}\ndata: {data}\n\n",
                    ct
                );
                await Response.Body.FlushAsync(ct);
                last = status;
            }

            if (status.IsFinished)
            {
                break;
            }

            await Task.Delay(200, ct);
        }

        return new EmptyResult();
    }
}
