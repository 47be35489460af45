// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>What happens to half a cent and less: to the nearest cent with halves up (usual), always up, or always down.</summary>
public enum RoundingRule
{
    HalfUp,
    Up,
    Down,
}

/// <summary>The one place where cents are rounded, each time once and by name. Amounts are not negative.</summary>
public readonly record struct Rounding(RoundingRule Rule)
{
    public static readonly Rounding HalfUp = new(RoundingRule.HalfUp);

    /// <summary>A share in hundredths of a per cent of an amount.</summary>
    public Eur PartOf(Eur amount, long basisPoints) => Fraction(amount, basisPoints, 10_000);

    /// <summary>The amount times <paramref name="times"/>, divided by <paramref name="by"/>.</summary>
    public Eur Fraction(Eur amount, long times, long by)
    {
        var product = checked(amount.Cents * times);
        return new(
            Rule switch
            {
                RoundingRule.HalfUp => (checked(product * 2) + by) / (by * 2),
                RoundingRule.Up => (product + by - 1) / by,
                RoundingRule.Down => product / by,
            }
        );
    }
}
