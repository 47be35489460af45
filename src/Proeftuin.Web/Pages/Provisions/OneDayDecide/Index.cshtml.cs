// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Provisions;
using Proeftuin.App.Settlement;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.OneDayDecide;

/// <summary>Decides on assistance in one day and stops its clock.</summary>
[Requires(Permission.DecideProvision)]
public sealed class IndexModel(SeeOneDay see, DecideOneDay decide) : OneDayPage(see)
{
    [BindProperty]
    public bool? Granted { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public DelayReason? Delay { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<SelectListItem> Choices => [new("toekennen", "true"), new("afwijzen", "false")];

    public IReadOnlyList<SelectListItem> Delays =>
        [.. Enum.GetValues<DelayReason>().Select(d => new SelectListItem(d.Dutch(), d.ToString()))];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (at, amount) = (Moment(Day, Time), EuroText.Read(Amount ?? ""));
        IsThere(Granted is not null, nameof(Granted), "Kies toekennen of afwijzen.");
        IsThere(
            string.IsNullOrWhiteSpace(Amount) || amount is not null,
            nameof(Amount),
            "Vul een bedrag in, zoals 350."
        );
        IsThere(Day is not null, nameof(Day), "Vul de dag van het besluit in.");
        IsThere(Day is null || at is not null, nameof(Time), "Vul de tijd in, zoals 16:45.");
        return ReasonIn(Why, nameof(Why)) is { } why && ModelState.IsValid
            ? await Finish(
                await decide.Handle(new(Experiment, Id, at!.Value, amount, Granted!.Value, Delay, why), Actor, ct),
                id => $"{Address}/bijstand-in-1-dag/{id}",
                "Het besluit is genomen. De klok staat stil.",
                () => Load(ct)
            )
            : await Again([], () => Load(ct));
    }
}
