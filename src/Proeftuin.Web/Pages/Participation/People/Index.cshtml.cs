// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.People;

/// <summary>The people who were drawn, with filters and pages. Each look is in the ledger.</summary>
[Requires(Permission.SeeParticipants)]
public sealed class IndexModel(SeeParticipants see) : ParticipationPage
{
    [BindProperty(SupportsGet = true, Name = "stand")]
    public ParticipationState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "groep")]
    public string? Arm { get; set; }

    [BindProperty(SupportsGet = true, Name = "loting")]
    public string? DrawId { get; set; }

    [BindProperty(SupportsGet = true, Name = "klantmanager")]
    public Guid? CaseManager { get; set; }

    [BindProperty(SupportsGet = true, Name = "naam")]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public SeeParticipants.View View { get; private set; } = null!;

    public int Pages => Math.Max(1, (View.Total + SeeParticipants.PageSize - 1) / SeeParticipants.PageSize);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var query = new SeeParticipants.Query(Experiment, State, Arm, DrawId, CaseManager, Name, PageNumber);
        if (await see.Handle(query, Actor, ct) is not Outcome<SeeParticipants.View>.Done { Value: var view })
        {
            return NotFound();
        }

        View = view;
        return Page();
    }

    public string PageAddress(int page) =>
        $"{Address}/mensen?stand={State}&groep={Uri.EscapeDataString(Arm ?? "")}&loting={Uri.EscapeDataString(DrawId ?? "")}&klantmanager={CaseManager}&naam={Uri.EscapeDataString(Name ?? "")}&pagina={page.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
