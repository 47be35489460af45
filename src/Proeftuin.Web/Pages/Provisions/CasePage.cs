// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;

namespace Proeftuin.Web.Pages.Provisions;

/// <summary>A page about one file, whichever provision it is of: the word in the address says which.</summary>
public abstract class CasePage : ProvisionPage
{
    [FromRoute(Name = "soort")]
    public string Soort { get; set; } = "";

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public ProvisionKind Kind => ProvisionScreen.KindOf(Soort) ?? ProvisionKind.Premium;

    public string List => $"{Address}/{Soort}";

    public string Dossier => $"{List}/{Id}";

    protected override string? Opened => Dossier;
}
