// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement;

/// <summary>A page about a decision on which somebody can object: until when, the objections that came in, and how each ended.</summary>
public abstract class ObjectionPage : ProeftuinPage
{
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

    public abstract ObjectionTerm? Term { get; }

    /// <summary>In the order in which they were written down.</summary>
    public abstract IReadOnlyList<AnyObjectionRow> Objections { get; }

    /// <summary>Null: this account may write the outcome down; otherwise why another one does.</summary>
    public virtual string? AnotherDecides => null;

    /// <summary>What to do when the outcome changes something; shown under the form.</summary>
    public abstract string WhenItChanges { get; }

    protected abstract string Here { get; }

    protected abstract Task<bool> Load(CancellationToken ct);

    protected abstract Task<Outcome<Guid>> Receive(DateOnly receivedOn, string grounds, CancellationToken ct);

    protected abstract Task<Outcome<Guid>> Decide(
        Guid objection,
        ObjectionOutcome outcome,
        string explanation,
        CancellationToken ct
    );

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
            await Receive(ReceivedOn!.Value, Grounds!, ct),
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
            await Decide(Objection.Value, outcome, Explanation!, ct),
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
        return Redirect(Here);
    }
}
