// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Monitoring;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Monitoring.CorrectFact;

/// <summary>Corrects one exit or return: the wrong fact is retracted, the right one is added.</summary>
[Requires(Permission.RecordFacts)]
public sealed class IndexModel(SeeFacts see, CorrectTurn correct) : ProeftuinPage
{
    [FromRoute(Name = "participant")]
    public Guid Participant { get; set; }

    [FromRoute(Name = "fact")]
    public Guid Fact { get; set; }

    public SeeFacts.Fact? Wrong { get; private set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? ReasonCode { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public static IReadOnlyList<SelectListItem> Reasons =>
        [.. ExitReasonsFile.Shipped().All.Select(r => new SelectListItem(r.Name, r.Code))];

    public static string NameOf(string? code) => ExitReasonsFile.Shipped().Find(code ?? "")?.Name ?? "reden onbekend";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        On = Wrong?.On;
        return Wrong is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var reason = Reason.Of(Why);
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
            await correct.Handle(new(Participant, Fact, On, ReasonCode, reason.OrThrow()), Actor, ct),
            _ =>
            {
                Notice = "Gecorrigeerd. Het oude feit blijft te zien.";
                return Redirect($"/feiten/{Participant}");
            },
            () => Load(ct)
        );
    }

    private async Task Load(CancellationToken ct) =>
        Wrong = (await see.Handle(Participant, Actor, ct)).Match(
            view => view.Facts.FirstOrDefault(f => f.Id == Fact && f.Retracted is null),
            _ => null
        );
}
