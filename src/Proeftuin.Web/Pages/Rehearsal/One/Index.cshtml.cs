// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proeftuin.App.Design;
using Proeftuin.App.Rehearsal;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Rehearsal.One;

/// <summary>One rehearsal: how far it is, or what came out. Without script the page refreshes itself.</summary>
[Requires(Permission.SeeMonitor)]
public sealed class IndexModel(SeeRehearsals see, CancelRehearsal cancel, Jobs jobs) : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string Experiment { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SeeRehearsals.One? Rehearsal { get; private set; }

    public JobStatus? Job { get; private set; }

    public bool IsPlaying => Rehearsal is { Line.IsFinished: false } && Job is { IsFinished: false };

    public IReadOnlyList<(Population Population, string Title)> Populations { get; } =
    [
        (Population.IntentionToTreat, "Uitstroom naar werk: iedereen die is geloot"),
        (Population.ParticipantsWhoDidNotStop, "Uitstroom naar werk: deelnemers die niet zijn gestopt"),
    ];

    public string Percent(long part, long whole) =>
        whole == 0 ? "-" : (100m * part / whole).ToString("0.0", Dutch.Numbers) + "%";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var outcome = await see.HandleOne(Experiment, Id, Actor, ct);
        if (outcome.Why.Any(w => w is NoSuchExperiment or NoSuchRehearsal))
        {
            return NotFound();
        }

        Rehearsal = outcome.OrThrow();
        Job = Rehearsal.Job is { } job ? await jobs.Find(Actor, job, ct) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken ct)
    {
        var outcome = await cancel.Handle(Experiment, Id, Actor, ct);
        if (!outcome.IsDone)
        {
            Refuse(outcome.Why);
            var shown = await OnGetAsync(ct);
            return shown is PageResult ? Refused() : shown;
        }

        Notice = "De proefdraai wordt gestopt. Er wordt niets van bewaard.";
        return LocalRedirect($"/experimenten/{Experiment}/proefdraaien/{Id}");
    }

    /// <summary>One event per change; the last one is called "klaar".</summary>
    public async Task<IActionResult> OnGetEventsAsync(CancellationToken ct)
    {
        var outcome = await see.HandleOne(Experiment, Id, Actor, ct);
        if (outcome is not Outcome<SeeRehearsals.One>.Done { Value.Job: { } job })
        {
            return NotFound();
        }

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
