// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Monitoring;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Monitoring.FactsOfPerson;

/// <summary>The benefit of one person as it is known, with everything that was ever reported, and a form to report an exit or a return.</summary>
[Requires(Permission.RecordFacts)]
public sealed class IndexModel(SeeFacts see, ReportTurn report) : ProeftuinPage
{
    [FromRoute(Name = "participant")]
    public Guid Participant { get; set; }

    public SeeFacts.View? View { get; private set; }

    [BindProperty]
    public BenefitTurn? Turn { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? ReasonCode { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public static IReadOnlyList<SelectListItem> Turns =>
        [.. Enum.GetValues<BenefitTurn>().Select(t => new SelectListItem(FactWords.Name(t), t.ToString()))];

    public static IReadOnlyList<SelectListItem> Reasons =>
        [.. ExitReasonsFile.Shipped().All.Select(r => new SelectListItem(r.Name, r.Code))];

    public static string NameOf(string? code) => ExitReasonsFile.Shipped().Find(code ?? "")?.Name ?? "reden onbekend";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Require(Turn is not null, nameof(Turn), "Kies wat er is gebeurd.");
        Require(On is not null || ModelState[nameof(On)] is { Errors.Count: > 0 }, nameof(On), "Vul de dag in.");
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

        var command = new ReportTurn.Command(Participant, Turn!.Value, On!.Value, ReasonCode, reason.OrThrow());
        return await Show(
            await report.Handle(command, Actor, ct),
            done =>
            {
                Notice = done switch
                {
                    Reported.Placed => "Vastgelegd. De cijfers tellen dit mee.",
                    Reported.KnownAlready => "Dit was al bekend; er is niets veranderd.",
                    Reported.Parked => "Vastgelegd. De herinstroom wacht tot de uitstroom bekend is.",
                };
                return Redirect($"/feiten/{Participant}");
            },
            () => Load(ct)
        );
    }

    private async Task Load(CancellationToken ct) =>
        View = (await see.Handle(Participant, Actor, ct)).Match(view => (SeeFacts.View?)view, _ => null);

    private void Require(bool isRight, string field, string message)
    {
        if (!isRight)
        {
            ModelState.AddModelError(field, message);
        }
    }
}
