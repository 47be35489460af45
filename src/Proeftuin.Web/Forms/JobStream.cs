// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.Web.Forms;

/// <summary>The progress of a job as server-sent events: one per change, at most five a second; the last one is called "klaar".</summary>
public static class JobStream
{
    public static async Task Write(HttpResponse response, Jobs jobs, Actor actor, Guid job, CancellationToken ct)
    {
        response.ContentType = "text/event-stream";
        JobStatus? last = null;
        while (!ct.IsCancellationRequested && await jobs.Find(actor, job, ct) is { } status)
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
                await response.WriteAsync(
                    $"event: {(status.IsFinished ? "klaar" : "voortgang")}\ndata: {data}\n\n",
                    ct
                );
                await response.Body.FlushAsync(ct);
                last = status;
            }

            if (status.IsFinished)
            {
                break;
            }

            await Task.Delay(200, ct);
        }
    }
}
