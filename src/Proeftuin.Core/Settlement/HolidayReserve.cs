// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>Holiday allowance reserved per month, complete from a month on; what was reserved before it is not known here.</summary>
public sealed record HolidayReserve(Month KnownSince, IReadOnlyList<(Month Month, Eur Amount)> Reserved)
{
    public static HolidayReserve EmptySince(Month month) => new(month, []);

    public HolidayReserve With(Month month, Eur amount) =>
        this with
        {
            Reserved = [.. Reserved.Where(r => r.Month != month), (month, amount)],
        };

    /// <summary>The reserve over the months from <paramref name="from"/> to <paramref name="upTo"/> (both included); null when it does not know them all.</summary>
    public Eur? Over(Month from, Month upTo) =>
        from < KnownSince
            ? null
            : Reserved.Where(r => r.Month >= from && r.Month <= upTo).Aggregate(Eur.Zero, (sum, r) => sum + r.Amount);

    /// <summary>What is paid in a month (art. 45): in June the twelve months before it, and when the right ends in the month everything since the last June. Null when nothing is due.</summary>
    public HolidayDue? DueIn(Month month, Period? entitled)
    {
        var ends = entitled is { Before: { } before } && before > month.FirstDay && before <= month.Plus(1).FirstDay;
        if (month.Number != 6 && !ends)
        {
            return null;
        }

        var lastJune = new Month(month.Number >= 6 ? month.Year : month.Year - 1, 6);
        var from = month.Number == 6 ? month.Plus(-12) : lastJune;
        var upTo = ends ? month : month.Plus(-1);
        return new(from, upTo, Over(from, upTo));
    }
}

/// <summary>Holiday allowance that is due now over months, both included; the amount is null when some of those months are not known.</summary>
public sealed record HolidayDue(Month From, Month UpTo, Eur? Amount);
