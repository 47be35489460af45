// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Provisions;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Provisions;

/// <summary>A page about the provisions of an experiment.</summary>
public abstract class ProvisionPage : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string Experiment { get; set; } = "";

    public string Address => $"/experimenten/{Experiment}/voorzieningen";

    /// <summary>The file that this page opens; null where it opens none. Opening a file is recorded, and that takes the form's key.</summary>
    protected virtual string? Opened => null;

    /// <summary>Done: on with a sentence. Refused: the same page with the reasons. When the form's key is used up the file cannot be opened in this request, so the sentence is shown there.</summary>
    protected async Task<IActionResult> Finish<T>(
        Outcome<T> outcome,
        Func<T, string> address,
        string notice,
        Func<Task<bool>> reload
    )
    {
        if (outcome is Outcome<T>.Done { Value: var value })
        {
            Notice = notice;
            return Redirect(address(value));
        }

        return await Again(outcome.Why, reload);
    }

    /// <summary>The same page with the reasons; nothing was saved.</summary>
    protected async Task<IActionResult> Again(IReadOnlyList<Refusal> why, Func<Task<bool>> reload)
    {
        if (Opened is { } file && why is [AlreadySubmitted or SomebodyElseWasFirst or DatabaseBusy])
        {
            Notice = why[0].Message;
            return Redirect(file);
        }

        Refuse(why);
        return await reload() ? Refused() : NotFound();
    }

    /// <summary>Notes under the field when nothing usable was typed; true when it was.</summary>
    protected bool IsThere(bool there, string field, string message)
    {
        if (!there && ModelState[field] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(field, message);
        }

        return there;
    }

    /// <summary>The reason that was typed, or the error under its field.</summary>
    protected Reason? ReasonIn(string? text, string field)
    {
        var reason = Reason.Of(text);
        IsThere(reason.IsDone, field, reason.IsDone ? "" : reason.Why[0].Message);
        return reason.Match(r => (Reason?)r, _ => null);
    }

    /// <summary>A day and a time as a Dutch clock shows them; null when one of them cannot be read.</summary>
    protected static DateTime? Moment(DateOnly? day, string? time) =>
        day is { } on
        && TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? on.ToDateTime(at)
            : null;
}

/// <summary>A page with a form that needs the choices of the protocol and no file of a person.</summary>
public abstract class NewCasePage(SeeProvisionDesign see) : ProvisionPage
{
    public SeeProvisionDesign.View Seen { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    protected async Task<bool> Load(CancellationToken ct)
    {
        if (await see.Handle(Experiment, Actor, ct) is not Outcome<SeeProvisionDesign.View>.Done { Value: var view })
        {
            return false;
        }

        Seen = view;
        return true;
    }
}

/// <summary>How provisions read on a screen.</summary>
public static class ProvisionScreen
{
    /// <summary>The provisions with a file per person, with their word in the address and their name.</summary>
    public static readonly IReadOnlyList<(ProvisionKind Kind, string Word, string Name)> Kinds =
    [
        (ProvisionKind.Premium, "uitstroompremie", "Uitstroompremie"),
        (ProvisionKind.Guarantee, "garantieknop", "Garantieknop"),
        (ProvisionKind.OneDay, "bijstand-in-1-dag", "Bijstand in 1 dag"),
        (ProvisionKind.Guidance, "begeleiding", "Intensieve begeleiding"),
    ];

    public static string Word(ProvisionKind kind) => Kinds.First(k => k.Kind == kind).Word;

    /// <summary>The provision that a word in an address means; null when it means none.</summary>
    public static ProvisionKind? KindOf(string word) =>
        Kinds
            .Where(k => string.Equals(k.Word, word, StringComparison.Ordinal))
            .Select(k => (ProvisionKind?)k.Kind)
            .FirstOrDefault();

    public static string Name(ProvisionKind kind) => Kinds.First(k => k.Kind == kind).Name;

    public static string Who(string? name) => name ?? "Iemand zonder naam in het register";

    /// <summary>"2 december 2024, 09.30 uur".</summary>
    public static string Moment(DateTime at) =>
        $"{Dutch.Date(DateOnly.FromDateTime(at))}, {at.ToString("HH.mm", CultureInfo.InvariantCulture)} uur";

    public static IEnumerable<SelectListItem> Texts(IEnumerable<string> texts) =>
        texts.Select(t => new SelectListItem(t, t));

    /// <summary>"3 van 12 (25,0%)"; without a whole only the number.</summary>
    public static string OutOf(int part, int whole) =>
        Share
            .Of(part, whole)
            .Match(s => $"{Dutch.Count(part)} van {Dutch.Count(whole)} ({s})", _ => $"{Dutch.Count(part)} van 0");
}
