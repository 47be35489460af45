// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Statement;

/// <summary>One statement with every line, and objections against it.</summary>
[Requires(Permission.SeeStatements)]
public sealed class IndexModel(SeeStatement see, RecordObjection objecting, DecideObjection deciding) : ProeftuinPage
{
    [FromRoute(Name = "statement")]
    public Guid StatementId { get; set; }

    /// <summary>Null when a form was sent twice: then the file is not read once more.</summary>
    public SeeStatement.View? View { get; private set; }

    [BindProperty]
    public DateOnly? ReceivedOn { get; set; }

    [BindProperty]
    public string? Grounds { get; set; }

    [BindProperty]
    public Guid? Objection { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Explanation { get; set; }

    public static IEnumerable<SelectListItem> Outcomes =>
        Enum.GetValues<ObjectionOutcome>().Select(o => new SelectListItem(SettlementWords.Name(o), o.ToString()));

    public static string EffectOf(long difference) =>
        difference switch
        {
            > 0 => $"Het huishouden krijgt {new Eur(difference)} nabetaald met de volgende betaling.",
            < 0 => $"Er is {new Eur(-difference)} te veel betaald; dat wordt verrekend, of een medewerker beslist.",
            _ => "Het bedrag blijft gelijk.",
        };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostObjectAsync(CancellationToken ct)
    {
        Require(ReceivedOn is not null, nameof(ReceivedOn), "Vul de dag van ontvangst in.");
        Require(Short(Grounds), nameof(Grounds), "Vul in waarom, in ten hoogste 2.000 tekens.");
        if (!ModelState.IsValid)
        {
            return await Load(ct) ? Refused() : NotFound();
        }

        return await Show(
            await objecting.Handle(new(StatementId, ReceivedOn!.Value, Grounds!), Actor, ct),
            _ => Saved("Het bezwaar is vastgelegd."),
            () => Load(ct)
        );
    }

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct)
    {
        var known = Enum.TryParse<ObjectionOutcome>(Outcome, out var outcome);
        Require(known, nameof(Outcome), "Kies de uitkomst.");
        Require(Short(Explanation), nameof(Explanation), "Vul de uitleg in, in ten hoogste 2.000 tekens.");
        if (!ModelState.IsValid || Objection is null)
        {
            return await Load(ct) ? Refused() : NotFound();
        }

        return await Show(
            await deciding.Handle(new(Objection.Value, outcome, Explanation!), Actor, ct),
            _ => Saved("De uitkomst is vastgelegd."),
            () => Load(ct)
        );
    }

    private static bool Short(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= 2000;

    private void Require(bool isRight, string field, string message)
    {
        if (!isRight)
        {
            ModelState.AddModelError(field, message);
        }
    }

    private RedirectResult Saved(string notice)
    {
        Notice = notice;
        return Redirect($"/verrekenen/uitkomst/{StatementId}");
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        var found = await see.Handle(StatementId, Actor, ct);
        View = found.Match(view => (SeeStatement.View?)view, _ => null);
        return found.IsDone;
    }
}
