// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;
using Proeftuin.Web.Access;
using Proeftuin.Web.Charts;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Settlement.Keep;

/// <summary>What do I keep, in this group and without it? For everybody; what somebody fills in is only in the address and is not stored.</summary>
[Public]
public sealed class IndexModel : ProeftuinPage
{
    [BindProperty(SupportsGet = true, Name = "groep")]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true, Name = "leefvorm")]
    public string? Household { get; set; }

    [BindProperty(SupportsGet = true, Name = "maand")]
    public string? MonthText { get; set; }

    [BindProperty(SupportsGet = true, Name = "gebruikt")]
    public int Used { get; set; }

    [BindProperty(SupportsGet = true, Name = "loon")]
    public string? Own { get; set; }

    public CompareEarnings.Answer? Answer { get; private set; }

    public IReadOnlyList<Refusal> Why { get; private set; } = [];

    public IEnumerable<SelectListItem> Groups =>
        GroupRules.All.Select(g => new SelectListItem($"{g.Rule.Name} ({g.Experiment})", g.Key));

    public static IEnumerable<SelectListItem> Households =>
        [new("alleenstaand", "alleenstaande"), new("alleenstaande ouder met een kind van 5", "alleenstaande_ouder")];

    public void OnGet()
    {
        Group ??= GroupRules.All[^1].Key;
        Household ??= "alleenstaande";
        MonthText ??= "2018-01";
        var question = Question();
        if (question is null)
        {
            return;
        }

        CompareEarnings
            .Handle(question)
            .Match(
                answer =>
                {
                    Answer = answer;
                    return 0;
                },
                why =>
                {
                    Why = why;
                    return 0;
                }
            );
    }

    private CompareEarnings.Question? Question()
    {
        var month = DateOnly.TryParseExact(
            MonthText + "-01",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var first
        )
            ? Month.Of(first)
            : (Month?)null;
        if (month is null)
        {
            ModelState.AddModelError("maand", "Schrijf de maand als 2018-01 (jaar en maand).");
        }

        var own = EuroText.Read(Own);
        if (own is null && !string.IsNullOrWhiteSpace(Own))
        {
            ModelState.AddModelError("loon", "Schrijf het loon als 450 of 450,00.");
        }

        if (Used is < 0 or > 6)
        {
            ModelState.AddModelError("gebruikt", "Kies 0 tot en met 6 maanden.");
        }

        return ModelState.IsValid && month is { } known
            ? new(
                Group!,
                Household == "alleenstaande_ouder" ? HouseholdType.SingleParent : HouseholdType.SinglePerson,
                known,
                Used,
                own
            )
            : null;
    }

    /// <summary>What is wrong with a field, to stand beside it.</summary>
    public string? Fault(string field) =>
        ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public IHtmlContent Picture(CompareEarnings.Answer answer)
    {
        var rows = answer.Comparison.Rows;
        return LineChart.Draw(
            "overhouden",
            $"Wat u deze maand overhoudt van uw loon, in {Dutch.MonthOf(answer.Comparison.AmountsOf.Year, answer.Comparison.AmountsOf.Number)}",
            string.Join(
                ' ',
                answer.Table.Select(r =>
                    $"Bij {r.Earnings} loon: in de groep {r.InGroup.Month}, zonder groep {r.Without.Month}."
                )
            ),
            [
                new("in de groep", [.. rows.Select(r => (r.Earnings, r.InGroup.Month))]),
                new("zonder de groep", [.. rows.Select(r => (r.Earnings, r.Without.Month))]),
            ],
            answer.Comparison.Crossing is { } at ? (at, $"kruispunt bij {at}") : null
        );
    }
}
