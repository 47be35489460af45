// SPDX-License-Identifier: EUPL-1.2
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Experiments.Amend;

/// <summary>First choose the new file and see what differs; then give the reason and record it.</summary>
[Requires(Permission.DesignExperiment)]
public sealed class IndexModel(SeeProtocol see, AmendProtocol amend) : ProeftuinPage
{
    public SeeProtocol.View? Seen { get; private set; }

    public IReadOnlyList<ProtocolDifference>? Differences { get; private set; }

    [BindProperty]
    public IFormFile? ProtocolFile { get; set; }

    [BindProperty]
    public IFormFile? AnalysisPlan { get; set; }

    /// <summary>The chosen texts, carried from the first step to the second.</summary>
    [BindProperty]
    public string? Yaml { get; set; }

    [BindProperty]
    public string? Plan { get; set; }

    [BindProperty, StringLength(2000)]
    public string? Reason { get; set; }

    [BindProperty, StringLength(500)]
    public string? Decision { get; set; }

    public async Task<IActionResult> OnGetAsync(string experiment, CancellationToken ct) =>
        await Load(experiment, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCompareAsync(string experiment, CancellationToken ct)
    {
        if (!await Load(experiment, ct))
        {
            return NotFound();
        }

        var chosen = ProtocolFile is null ? new NoProtocolChosen() : await Uploads.Text(ProtocolFile, AnalysisPlan, ct);
        var read = chosen.Then(text => App.Design.Reading.ProtocolFile.Read(Completed(text)).Map(_ => Completed(text)));
        return await Show(
            read,
            text =>
            {
                (Yaml, Plan) = (text.Yaml, text.AnalysisPlan);
                Differences = ProtocolDifference.Between(Seen!.Recorded.Text.Yaml, text.Yaml);
                return Page();
            }
        );
    }

    public async Task<IActionResult> OnPostRecordAsync(string experiment, CancellationToken ct)
    {
        if (!await Load(experiment, ct))
        {
            return NotFound();
        }

        var text = Completed(new ProtocolText(Yaml ?? "", Plan));
        return await Show(
            await amend.Handle(new(experiment, text, Reason, Decision), Actor, ct),
            number =>
            {
                Notice = $"Versie {number} van het protocol is vastgelegd.";
                return Redirect($"/experimenten/{experiment}/protocol#versies");
            },
            () =>
            {
                Differences = ProtocolDifference.Between(Seen!.Recorded.Text.Yaml, text.Yaml);
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>Browsers send line ends as CR LF; the recorded text has LF. A plan that is not chosen again stays, and so do demo values.</summary>
    private ProtocolText Completed(ProtocolText text) =>
        new(
            text.Yaml.ReplaceLineEndings("\n"),
            (text.AnalysisPlan ?? Seen!.Recorded.Text.AnalysisPlan)?.ReplaceLineEndings("\n"),
            Seen!.Recorded.Text.Overlay
        );

    private async Task<bool> Load(string experiment, CancellationToken ct)
    {
        var outcome = await see.Handle(new(experiment), Actor, ct);
        Seen = outcome is Outcome<SeeProtocol.View>.Done { Value: var view } ? view : null;
        return Seen is not null;
    }
}
