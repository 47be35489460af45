// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core;

namespace Proeftuin.Web.Pages.Provisions;

/// <summary>A page about one return guarantee. Loading it opens the file, and that is recorded.</summary>
public abstract class GuaranteePage(SeeGuarantee see) : ProvisionPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SeeGuarantee.View View { get; private set; } = null!;

    public string Here => $"{Address}/garantieknop/{Id}";

    protected override string? Opened => Here;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    protected async Task<bool> Load(CancellationToken ct)
    {
        if (await see.Handle(Experiment, Id, Actor, ct) is not Outcome<SeeGuarantee.View>.Done { Value: var view })
        {
            return false;
        }

        View = view;
        return true;
    }
}
