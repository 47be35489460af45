// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>What a single person who never used an exemption keeps of the pay of the first month, by amount of pay: the difference with not working, by the explained settlement.</summary>
public static class KeptByPay
{
    private static readonly HouseholdKind Single = new(HouseholdType.SinglePerson, 0, WhatIfTraits.Usual, null);

    public static Outcome<IReadOnlyList<(Eur Pay, Eur Kept)>> Of(RulePlan plan, Month month, IReadOnlyList<Eur> pay)
    {
        var points = new List<(Eur, Eur)>();
        var idle = Spends(plan, month, Eur.Zero);
        foreach (var amount in pay)
        {
            var kept = idle.Then(without => Spends(plan, month, amount).Map(with => with - without));
            if (!kept.IsDone)
            {
                return new Outcome<IReadOnlyList<(Eur, Eur)>>.Refused(kept.Why);
            }

            points.Add((amount, kept.OrThrow()));
        }

        return points;
    }

    private static Outcome<Eur> Spends(RulePlan plan, Month month, Eur pay) =>
        ExplainedHousehold
            .Of(new(Single, null, new(month.Plus(-12 * 40), default, [pay]), null), month, plan)
            .Map(months => months[0].ToSpend);
}
