// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App;
using Proeftuin.App.Provisions;
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.PremiumDecide;

/// <summary>Decides on an application: what the decider found, then the conditions one by one, then the decision.</summary>
[Requires(Permission.DecideProvision)]
public sealed class IndexModel(SeePremium see, AssessPremium assess, DecidePremium decide, TimeProvider clock)
    : PremiumPage(see)
{
    [BindProperty]
    public bool? Helps { get; set; }

    [BindProperty]
    public int? OtherTimes { get; set; }

    [BindProperty]
    public string? OtherTogether { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Filled on the check page.</summary>
    public PremiumAssessment? Assessed { get; private set; }

    public IReadOnlyList<DecidedCondition> Conditions =>
        [
            .. (Assessed?.Conditions ?? []).Select(c => new DecidedCondition(
                c.What,
                c.IsMet,
                c.Sentence,
                c.Article.Text,
                c.Article.LinkOn(clock.Today())
            )),
        ];

    public IReadOnlyList<SelectListItem> YesNo => [new("ja", "true"), new("nee", "false")];

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        if (Found() is not { } found)
        {
            return await Again([], () => Load(ct));
        }

        var judged = await assess.Handle(new(Experiment, Id, found.Finding), Actor, ct);
        if (judged.Why is [AlreadySubmitted or SomebodyElseWasFirst or DatabaseBusy])
        {
            // sent twice: the first answer shows the check, this one only says so
            Refuse(judged.Why);
            return Refused();
        }

        if (judged is not Outcome<PremiumAssessment>.Done { Value: var assessed })
        {
            return await Again(judged.Why, () => Load(ct));
        }

        Assessed = assessed;
        return await Load(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Found() is not { } found
            ? await Again([], () => Load(ct))
            : await Finish(
                await decide.Handle(new(Experiment, Id, found.Finding, found.Why), Actor, ct),
                id => $"{Address}/uitstroompremie/{id}",
                "Het besluit is genomen. De brief staat klaar.",
                () => Load(ct)
            );

    private (PremiumFinding Finding, Reason Why)? Found()
    {
        var together = EuroText.Read(OtherTogether ?? "");
        IsThere(Helps is not null, nameof(Helps), "Kies ja of nee.");
        IsThere(OtherTimes is not null, nameof(OtherTimes), "Vul een aantal in; 0 als er geen zijn.");
        IsThere(together is not null, nameof(OtherTogether), "Vul een bedrag in, zoals 0 of 1500.");
        var why = ReasonIn(Why, nameof(Why));
        return ModelState.IsValid ? (new(Helps!.Value, OtherTimes!.Value, together!.Value), why!) : null;
    }
}
