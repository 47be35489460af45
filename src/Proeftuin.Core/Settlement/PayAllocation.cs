// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>The part of a payment that belongs to a month, and how it was found.</summary>
public sealed record AllottedPay(Income Income, Eur Amount, Eur HolidayPay, string How)
{
    /// <summary>A second four-weekly wage in the month, where each counts for thirteen twelfths.</summary>
    public bool IsSecondInMonth { get; init; }
}

/// <summary>
/// To which month pay belongs. Monthly pay is whole; weekly pay is split by working days, and so is four-weekly pay when the municipality
/// chose that: the parts over the months add up to the payment, to the cent. With thirteen twelfths the wage whose period ends in the
/// month counts, and a second one that ends in the same month is left out. Source: art. 32 lid 2; Divosa, verrekening parttime inkomsten.
/// </summary>
public static class PayAllocation
{
    public static IReadOnlyList<AllottedPay> To(Month month, IReadOnlyList<Income> incomes, MunicipalChoices choices)
    {
        var rounding = new Rounding(choices.Rounding);
        return
        [
            .. incomes
                .OrderBy(i => i.From, StringComparer.Ordinal)
                .ThenBy(i => i.FirstDay)
                .ThenBy(i => i.Kind)
                .ThenBy(i => i.Net)
                .Select(i => One(i, month, incomes, choices, rounding))
                .OfType<AllottedPay>(),
        ];
    }

    private static AllottedPay? One(
        Income income,
        Month month,
        IReadOnlyList<Income> all,
        MunicipalChoices choices,
        Rounding rounding
    )
    {
        var whole = Counted(income, choices);
        if (income.Rhythm is PayRhythm.FourWeekly && choices.FourWeeklyPay is FourWeeklyPay.ThirteenTwelfths)
        {
            return Month.Of(income.LastDay) != month ? null
                : all.Any(o => IsEarlierInTheSameMonth(o, income))
                    ? new(income, Eur.Zero, income.HolidayPayPaid, "tweede vierwekenloon in deze maand: valt vrij")
                    {
                        IsSecondInMonth = true,
                    }
                : new(
                    income,
                    rounding.Fraction(whole, 13, 12),
                    income.HolidayPayPaid,
                    $"vierwekenloon {whole} × 13/12"
                );
        }

        if (income.Rhythm is PayRhythm.Monthly)
        {
            return Month.Of(income.FirstDay) == month ? new(income, whole, income.HolidayPayPaid, "maandloon") : null;
        }

        var total = WorkingDays(income.FirstDay, income.LastDay);
        var before = WorkingDays(income.FirstDay, Earlier(income.LastDay, month.FirstDay.AddDays(-1)));
        var upTo = WorkingDays(income.FirstDay, Earlier(income.LastDay, month.LastDay));
        if (upTo == before)
        {
            return null;
        }

        // the difference of two running totals, so that the parts of all months together are the payment
        var part = Rounding.HalfUp.Fraction(whole, upTo, total) - Rounding.HalfUp.Fraction(whole, before, total);
        var paidHere = Month.Of(income.LastDay) == month;
        return new(
            income,
            part,
            paidHere ? income.HolidayPayPaid : Eur.Zero,
            $"{upTo - before} van {total} werkdagen van {(income.Rhythm is PayRhythm.Weekly ? "weekloon" : "vierwekenloon")} {whole}"
        );
    }

    private static Eur Counted(Income income, MunicipalChoices choices)
    {
        var reservations = choices.Reservations switch
        {
            ReservationTreatment.WhenEarned => income.ReservationsEarned,
            ReservationTreatment.WhenPaid => income.ReservationsPaid,
        };
        var costs = choices.DeductTravelCosts ? income.TravelCosts : Eur.Zero;
        var counted = income.Net + reservations - costs;
        return counted < Eur.Zero ? Eur.Zero : counted;
    }

    private static bool IsEarlierInTheSameMonth(Income other, Income income) =>
        other.Rhythm is PayRhythm.FourWeekly
        && other.From == income.From
        && other.Kind == income.Kind
        && other.LastDay < income.LastDay
        && Month.Of(other.LastDay) == Month.Of(income.LastDay);

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static int WorkingDays(DateOnly first, DateOnly last)
    {
        var days = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            days += day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return days;
    }
}
