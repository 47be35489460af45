// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Household;

/// <summary>The settlement file of one household: statements, slips, what was recorded, and changes by hand.</summary>
[Requires(Permission.SeeStatements)]
public sealed class IndexModel(SeeHouseholdFile see, RecordSettlementFact record, AskChangeByHand ask) : ProeftuinPage
{
    [FromRoute(Name = "household")]
    public Guid Household { get; set; }

    /// <summary>Null when a form was sent twice: then the file is not read once more.</summary>
    public SeeHouseholdFile.View? View { get; private set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public int? Person { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Employer { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? ChangedMonth { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? ChangeWhy { get; set; }

    public static IEnumerable<SelectListItem> Kinds =>
        Enum.GetValues<SettlementFactKind>().Select(k => new SelectListItem(SettlementFactWords.Name(k), k.ToString()));

    public IEnumerable<SelectListItem> People =>
        (View?.People ?? []).Select(p => new SelectListItem(
            p.Number == 1 ? "de aanvrager" : "de partner",
            p.Number.ToString(CultureInfo.InvariantCulture)
        ));

    public string NameOf(Guid person) =>
        View?.People.FirstOrDefault(p => p.Id == person)?.Number == 2 ? "de partner" : "de aanvrager";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostFactAsync(CancellationToken ct)
    {
        var reason = Reason.Of(Why);
        if (!Enum.TryParse<SettlementFactKind>(Kind, out var kind))
        {
            ModelState.AddModelError(nameof(Kind), "Kies wat u vastlegt.");
        }

        if (!reason.IsDone)
        {
            ModelState.AddModelError(nameof(Why), reason.Why[0].Message);
        }

        if (!ModelState.IsValid)
        {
            return await Load(ct) ? Refused() : NotFound();
        }

        int? number = int.TryParse(Number, NumberStyles.None, CultureInfo.InvariantCulture, out var months)
            ? months
            : null;
        return await Show(
            await record.Handle(new(Household, kind, Person, On, Until, number, Employer, reason.OrThrow()), Actor, ct),
            _ => Saved("Vastgelegd. De volgende verrekening rekent ermee, ook voor eerdere maanden."),
            () => Load(ct)
        );
    }

    public async Task<IActionResult> OnPostByHandAsync(CancellationToken ct)
    {
        var reason = Reason.Of(ChangeWhy);
        var month = SettlementWords.Read(ChangedMonth);
        var amount = Signed(Amount);
        if (month is null)
        {
            ModelState.AddModelError(nameof(ChangedMonth), "Vul de maand in als 2018-03.");
        }

        if (amount is null)
        {
            ModelState.AddModelError(nameof(Amount), "Schrijf het bedrag als 25,00 of -25,00.");
        }

        if (!reason.IsDone)
        {
            ModelState.AddModelError(nameof(ChangeWhy), reason.Why[0].Message);
        }

        if (!ModelState.IsValid)
        {
            return await Load(ct) ? Refused() : NotFound();
        }

        return await Show(
            await ask.Handle(new(Household, month!.Value, amount!.Value, reason.OrThrow()), Actor, ct),
            _ => Saved("Gevraagd. Een andere medewerker moet dit goedkeuren."),
            () => Load(ct)
        );
    }

    private static Eur? Signed(string? text) =>
        text?.Trim() is ['-', .. var rest]
            ? (EuroText.Read(rest) is { } less ? Eur.Zero - less : null)
            : EuroText.Read(text);

    private RedirectResult Saved(string notice)
    {
        Notice = notice;
        return Redirect($"/verrekenen/huishouden/{Household}");
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        var found = await see.Handle(Household, Actor, ct);
        View = found.Match(view => (SeeHouseholdFile.View?)view, _ => null);
        return found.IsDone;
    }
}
