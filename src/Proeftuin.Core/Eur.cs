// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core;

/// <summary>An amount of money in whole eurocents. Amounts add and subtract; an amount times an amount does not exist.</summary>
public readonly record struct Eur(long Cents) : IComparable<Eur>
{
    public static readonly Eur Zero = new(0);

    public static Eur OfEuros(long euros) => new(checked(euros * 100));

    public static Eur operator +(Eur a, Eur b) => new(checked(a.Cents + b.Cents));

    public static Eur operator -(Eur a, Eur b) => new(checked(a.Cents - b.Cents));

    public static bool operator <(Eur a, Eur b) => a.Cents < b.Cents;

    public static bool operator >(Eur a, Eur b) => a.Cents > b.Cents;

    public static bool operator <=(Eur a, Eur b) => a.Cents <= b.Cents;

    public static bool operator >=(Eur a, Eur b) => a.Cents >= b.Cents;

    public int CompareTo(Eur other) => Cents.CompareTo(other.Cents);

    /// <summary>The amount as Dutch readers write it: "€ 1.234,56".</summary>
    public override string ToString()
    {
        var whole = Math.Abs(Cents / 100).ToString("#,##0", Dutch.Numbers);
        var rest = Math.Abs(Cents % 100).ToString("00", Dutch.Numbers);
        return $"{(Cents < 0 ? "-" : "")}€ {whole},{rest}";
    }
}
