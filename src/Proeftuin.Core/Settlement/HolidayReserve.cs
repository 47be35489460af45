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
}
