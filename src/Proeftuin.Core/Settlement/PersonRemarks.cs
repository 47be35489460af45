// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>What a colleague should look at in one person's month; the specification itself does not say it.</summary>
internal static class PersonRemarks
{
    public static IEnumerable<Attention> On(PersonMonth one)
    {
        if (one.Income.Estimated)
        {
            yield return new(
                AttentionKind.Estimated,
                one.Id,
                $"Een bedrag van {one.ForColleague} is geschat. Vraag de loonstrook op en reken opnieuw."
            );
        }

        if (
            one.Exemption is null
            && one.Aged.Person.HelpsTowardsWork is null
            && one.WhyNot.Contains(ExemptionChoice.NotDecided, StringComparer.Ordinal)
        )
        {
            yield return new(
                AttentionKind.NotDecided,
                one.Id,
                $"Er is geen besluit of de vrijlating {one.ForColleague} helpt om aan het werk te komen. Neem dat besluit."
            );
        }

        if (one.ByLaw is { } law && law > one.Exempt && !one.WithoutBenefit)
        {
            yield return new(
                AttentionKind.BetterOffUnderTheAct,
                one.Id,
                $"Onder de gewone regels zou {one.ForColleague} deze maand {law - one.Exempt} meer houden dan in de groep ({law} tegenover {one.Exempt})."
            );
        }
    }
}
