// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Choices;

/// <summary>What the law leaves to the municipality: the default, what was chosen, by whom and why; and a new choice.</summary>
[Requires(Permission.ChooseRules)]
public sealed class IndexModel(SeeChoices see, ChooseRule choose) : ProeftuinPage
{
    public IReadOnlyList<SeeChoices.View> All { get; private set; } = [];

    public IEnumerable<SelectListItem> Options =>
        All.SelectMany(c =>
            c.Explained.Key.Words.Select(w => new SelectListItem(
                $"{c.Explained.Question} {w.Says}",
                $"{c.Explained.Key.Key}={w.Word}"
            ))
        );

    /// <summary>Key and word together: "vierwekenloon=werkdagen".</summary>
    [BindProperty]
    public string? Choice { get; set; }

    [BindProperty]
    public string? FromMonth { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var reason = Reason.Of(Why);
        var month = SettlementWords.Read(FromMonth);
        var parts = Choice?.Split('=') ?? [];
        if (parts.Length != 2)
        {
            ModelState.AddModelError(nameof(Choice), "Kies een keuze uit de lijst.");
        }

        if (month is null)
        {
            ModelState.AddModelError(nameof(FromMonth), "Vul de maand in als 2018-03.");
        }

        if (!reason.IsDone)
        {
            ModelState.AddModelError(nameof(Why), reason.Why[0].Message);
        }

        if (!ModelState.IsValid)
        {
            await Load(ct);
            return Refused();
        }

        return await Show(
            await choose.Handle(new(parts[0], parts[1], month!.Value, reason.OrThrow()), Actor, ct),
            _ =>
            {
                Notice = "De keuze is vastgelegd.";
                return Redirect("/verrekenen/keuzes");
            },
            () => Load(ct)
        );
    }

    private async Task Load(CancellationToken ct) => All = (await see.Handle(Actor, ct)).OrThrow();
}
