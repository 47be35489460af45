// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Monitoring;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Monitoring.Freeze;

/// <summary>Says what freezing means, asks why, and freezes.</summary>
[Requires(Permission.FreezeMonitor)]
public sealed class IndexModel(SeeMonitor see, FreezeMonitor freeze) : MonitorPage
{
    public SeeMonitor.View? View { get; private set; }

    [BindProperty]
    public string? Why { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        if (View is null)
        {
            return Refused();
        }

        return await Reason
            .Of(Why)
            .Match(
                async reason =>
                    await Show(
                        await freeze.Handle(new(Experiment, View.CountDate, reason), Actor, ct),
                        id =>
                        {
                            Notice = "De cijfers zijn bevroren.";
                            return Redirect($"/experimenten/{Experiment}/cijfers/bevroren/{id}");
                        }
                    ),
                why =>
                {
                    Refuse(why);
                    return Task.FromResult(Refused());
                }
            );
    }

    private async Task<IActionResult> Load(CancellationToken ct)
    {
        // What is frozen is always what is known now.
        KnownOn = null;
        return await Show(
            await see.Handle(new MonitorQuery(Experiment, CountDate), Actor, ct),
            view =>
            {
                View = view;
                return Page();
            }
        );
    }
}
