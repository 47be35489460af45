// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>What the decider found out: whether the premium helps, and which other premiums of art. 31 lid 2 onder j there were this calendar year.</summary>
public sealed record PremiumFinding(bool Helps, int OtherTimes, Eur OtherTogether);

/// <summary>Judges an application with everything the administration knows: the protocol, the parameters, the register and earlier premiums.</summary>
internal static class PremiumJudgement
{
    public static async Task<Outcome<PremiumAssessment>> Of(
        ProeftuinDb db,
        ProvisionScope scope,
        ExitPremiumRow row,
        PremiumFinding finding,
        DateOnly on,
        CancellationToken ct
    )
    {
        if (finding.OtherTimes is < 0 or > 12)
        {
            return new OtherPremiumsNotUsable();
        }

        if (finding.OtherTogether < Eur.Zero || (finding.OtherTimes == 0) != (finding.OtherTogether == Eur.Zero))
        {
            return new OtherPremiumsNotUsable();
        }

        var premium = scope.Has(d => d.Premium, "uitstroompremie");
        if (premium is not Outcome<Core.Design.PremiumDesign>.Done { Value: var design })
        {
            return new Outcome<PremiumAssessment>.Refused(premium.Why);
        }

        var year = new DateOnly(on.Year, 1, 1);
        var ours = await db.Set<ExitPremiumRow>()
            .AsNoTracking()
            .Where(p => p.PersonId == row.PersonId && p.Id != row.Id && p.AmountCents > 0)
            .Where(p => p.DecidedOn >= year && p.DecidedOn < year.AddYears(1))
            .Select(p => p.AmountCents!.Value)
            .ToListAsync(ct);
        var born = await ProvisionPeople.Born(db, row.PersonId, ct) ?? row.Born;
        return ExitPremium.Assess(
            design,
            new(born, row.WageSubsidyGroup, row.BenefitEndedOn, row.WorkFrom, row.WorkProvenUpTo),
            new(finding.OtherTimes + ours.Count, finding.OtherTogether + new Eur(ours.Sum())),
            finding.Helps,
            ShippedParameters.Book,
            on
        );
    }
}

/// <summary>The other premiums of the year do not fit each other.</summary>
public sealed record OtherPremiumsNotUsable : Refusal
{
    public override string Message =>
        "Vul in hoeveel andere premies deze persoon dit jaar kreeg en het bedrag samen. Bij geen andere premies zijn beide nul.";
}
