// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Evaluation.Freeze;

/// <summary>Says what freezing data means, asks the count date and why, and freezes.</summary>
[Requires(Permission.FreezeStudyData)]
public sealed class IndexModel(FreezeStudyData freeze) : ProeftuinPage
{
    [FromRoute(Name = "experiment")]
    public string Experiment { get; set; } = "";

    [BindProperty]
    public DateOnly? CountDate { get; set; }

    [BindProperty]
    public DateOnly? KnownOn { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await Reason
            .Of(Why)
            .Match(
                async reason =>
                    await Show(
                        await freeze.Handle(new(Experiment, CountDate, KnownOn, reason), Actor, ct),
                        id =>
                        {
                            Notice = "De dataset is bevroren.";
                            return Redirect($"/experimenten/{Experiment}/evaluatie/{id}");
                        }
                    ),
                why =>
                {
                    Refuse(why);
                    return Task.FromResult(Refused());
                }
            );
}
