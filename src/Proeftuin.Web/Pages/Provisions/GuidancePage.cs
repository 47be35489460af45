// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core;

namespace Proeftuin.Web.Pages.Provisions;

/// <summary>A page about the guidance of one person. Loading it opens the file, and that is recorded.</summary>
public abstract class GuidancePage(SeeGuidance see) : ProvisionPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SeeGuidance.View View { get; private set; } = null!;

    public string Here => $"{Address}/begeleiding/{Id}";

    protected override string? Opened => Here;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    protected async Task<bool> Load(CancellationToken ct)
    {
        if (await see.Handle(Experiment, Id, Actor, ct) is not Outcome<SeeGuidance.View>.Done { Value: var view })
        {
            return false;
        }

        View = view;
        Prepare();
        return true;
    }

    /// <summary>Fills in what a form starts with.</summary>
    protected virtual void Prepare() { }
}
