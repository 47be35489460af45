// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core;

namespace Proeftuin.Web.Pages.Provisions;

/// <summary>A page about one application for the premium. Loading it opens the file, and that is recorded.</summary>
public abstract class PremiumPage(SeePremium see) : ProvisionPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SeePremium.View View { get; private set; } = null!;

    /// <summary>False when the form's key was used up, so that the file could not be opened again in this request.</summary>
    public bool IsOpened => View is not null;

    public string Here => $"{Address}/uitstroompremie/{Id}";

    protected override string? Opened => Here;

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    protected async Task<bool> Load(CancellationToken ct)
    {
        if (await see.Handle(Experiment, Id, Actor, ct) is not Outcome<SeePremium.View>.Done { Value: var view })
        {
            return false;
        }

        View = view;
        return true;
    }
}
