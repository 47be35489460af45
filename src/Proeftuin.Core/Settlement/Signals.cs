// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Settlement;

/// <summary>What somebody should look at although the month can be settled: things that only show beside other months or beside the register.</summary>
public static class Signals
{
    /// <summary>Earnings that changed more than the municipality lets pass unseen.</summary>
    public static Attention? Jump(Eur before, Eur now, MunicipalChoices choices)
    {
        var difference = now > before ? now - before : before - now;
        return
            choices.EarningsJumpBasisPoints is { } share
            && before > Eur.Zero
            && difference > Rounding.HalfUp.PartOf(before, share)
            ? new(
                AttentionKind.EarningsJumped,
                null,
                $"De inkomsten uit arbeid waren vorige maand {before} en zijn nu {now}. Kijk of dat klopt."
            )
            : null;
    }

    /// <summary>A single parent who works, with children known by number only: whether art. 31 lid 2 under r applies cannot be seen.</summary>
    public static Attention? Children(SettledHousehold household, int? childrenUnder12, Eur earnings) =>
        household.Type is HouseholdType.SingleParent
        && household.ChildrenBorn.Count == 0
        && childrenUnder12 is not 0
        && earnings > Eur.Zero
            ? new(
                AttentionKind.ChildAgeUnknown,
                null,
                childrenUnder12 is { } known
                    ? $"Het register telt {Dutch.Count(known)} {(known == 1 ? "kind" : "kinderen")} onder 12, maar geen geboortedatum. Vul die in; dan wordt ook onderdeel r bekeken."
                    : "Of er een kind onder 12 is, is niet bekend. Vul de geboortedatum in; dan wordt ook onderdeel r bekeken."
            )
            : null;

    /// <summary>Paid too much, and not for the program to set off.</summary>
    public static Attention ForAPerson(Eur amount) =>
        new(
            AttentionKind.SetOffByHand,
            null,
            $"Er is {amount} te veel betaald dat Proeftuin niet zelf verrekent (artikel 58 Participatiewet). Beslis wat ermee gebeurt."
        );
}
