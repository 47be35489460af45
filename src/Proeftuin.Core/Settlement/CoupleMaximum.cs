// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>A maximum that a couple shares: both exemptions are lowered in proportion, to the cent, and which of the two is asked first makes no difference.</summary>
internal static class CoupleMaximum
{
    public static IReadOnlyList<PersonMonth> Apply(IReadOnlyList<PersonMonth> months, MunicipalChoices choices)
    {
        if (
            choices.CoupleMaximumFor is not CoupleMaximumFor.Together
            || months.Count != 2
            || !months.All(m => m.Exemption is { Kind: ExemptionKind.Arm })
        )
        {
            return months;
        }

        var together = months[0].Exempt + months[1].Exempt;
        var most = months.Select(m => m.Exemption!.Maximum!.Value).Max();
        if (together <= most)
        {
            return months;
        }

        // the larger part takes the odd cent; equal parts: the first in the fixed order of ids
        var larger = months[0].Exempt >= months[1].Exempt ? 0 : 1;
        var smaller = Rounding.HalfUp with { Rule = RoundingRule.Down };
        var lesser = smaller.Fraction(most, months[1 - larger].Exempt.Cents, together.Cents);
        return [.. months.Select((m, i) => m with { Exempt = i == larger ? most - lesser : lesser })];
    }
}
