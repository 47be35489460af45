// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>What stands open for a household before a month is paid.</summary>
/// <param name="Arrears">What is due over all other months, less what was paid and what was handed to a person: above zero is still to be paid, below zero was paid too much.</param>
/// <param name="TooOld">The part of what was paid too much that lies further back than the law lets the program set off.</param>
public sealed record OpenAccount(Eur Arrears, Eur TooOld);

/// <summary>
/// What a household is paid with a month: the benefit and holiday allowance of the month, what was too little before, less what was too
/// much before and may be set off. What may not be set off goes to a person. Source: art. 58 lid 4 Participatiewet.
/// </summary>
public sealed record MonthPayment(
    Eur Benefit,
    Eur HolidayAllowance,
    Eur BackPayment,
    Eur SetOff,
    Eur ByHand,
    Eur StaysOpen
)
{
    public Eur ToPay => Benefit + HolidayAllowance + BackPayment - SetOff;

    /// <summary>With the part of the norm that the municipality sets off in a month; null: a person decides.</summary>
    public static MonthPayment Of(Eur benefit, Eur holiday, Eur norm, OpenAccount open, long? setOffBasisPoints)
    {
        if (open.Arrears >= Eur.Zero)
        {
            return new(benefit, holiday, open.Arrears, Eur.Zero, Eur.Zero, Eur.Zero);
        }

        var claim = Eur.Zero - open.Arrears;
        var room = setOffBasisPoints is { } share
            ? Least(new Rounding(RoundingRule.Down).PartOf(norm, share), benefit)
            : Eur.Zero;
        if (room == Eur.Zero)
        {
            return new(benefit, holiday, Eur.Zero, Eur.Zero, claim, Eur.Zero);
        }

        var tooOld = Least(claim, open.TooOld);
        var setOff = Least(claim - tooOld, room);
        return new(benefit, holiday, Eur.Zero, setOff, tooOld, claim - tooOld - setOff);
    }

    private static Eur Least(Eur a, Eur b) => a < b ? a : b;
}
