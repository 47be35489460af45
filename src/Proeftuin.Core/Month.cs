// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;

namespace Proeftuin.Core;

/// <summary>A calendar month. Months count on from each other and compare in time.</summary>
public readonly record struct Month : IComparable<Month>
{
    private readonly int index;

    public Month(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        index = checked(year * 12 + month - 1);
    }

    private Month(int index) => this.index = index;

    public int Year => index / 12;

    public int Number => index % 12 + 1;

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    public static Month Of(DateOnly date) => new(date.Year, date.Month);

    public Month Plus(int months) => new(checked(index + months));

    public static int operator -(Month a, Month b) => a.index - b.index;

    public static bool operator <(Month a, Month b) => a.index < b.index;

    public static bool operator >(Month a, Month b) => a.index > b.index;

    public static bool operator <=(Month a, Month b) => a.index <= b.index;

    public static bool operator >=(Month a, Month b) => a.index >= b.index;

    public int CompareTo(Month other) => index.CompareTo(other.index);

    /// <summary>ISO notation: "2017-07".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
}
