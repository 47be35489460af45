// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.PremiumNew;

/// <summary>Writes down an application for the outflow premium.</summary>
[Requires(Permission.ApplyForProvision)]
public sealed class IndexModel(SeeProvisionDesign see, ApplyForPremium apply) : NewCasePage(see)
{
    [BindProperty]
    public string? Bsn { get; set; }

    [BindProperty]
    public DateOnly? AppliedOn { get; set; }

    [BindProperty]
    public DateOnly? Born { get; set; }

    [BindProperty]
    public bool WageSubsidy { get; set; }

    [BindProperty]
    public DateOnly? BenefitEndedOn { get; set; }

    [BindProperty]
    public DateOnly? WorkFrom { get; set; }

    [BindProperty]
    public DateOnly? WorkProvenUpTo { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        IsThere(AppliedOn is not null, nameof(AppliedOn), "Vul de dag van de aanvraag in.");
        IsThere(WorkFrom is not null, nameof(WorkFrom), "Vul de eerste werkdag in.");
        IsThere(WorkProvenUpTo is not null, nameof(WorkProvenUpTo), "Vul in tot welke dag het bewijs loopt.");
        if (!ModelState.IsValid)
        {
            return await Again([], () => Load(ct));
        }

        var command = new ApplyForPremium.Command(
            Experiment,
            Bsn,
            AppliedOn!.Value,
            Born,
            WageSubsidy,
            BenefitEndedOn,
            WorkFrom!.Value,
            WorkProvenUpTo!.Value,
            Evidence
        );
        return await Finish(
            await apply.Handle(command, Actor, ct),
            id => $"{Address}/uitstroompremie/{id}",
            "De aanvraag is vastgelegd. Een inkomensconsulent beslist.",
            () => Load(ct)
        );
    }
}
