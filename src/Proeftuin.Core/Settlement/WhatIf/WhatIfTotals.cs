// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>What one month costs and gives for everybody together, in whole cents: benefit paid, holiday allowance reserved, earnings exempt, and how many households get benefit and persons an exemption.</summary>
public readonly record struct MonthTotals(long Benefit, long Holiday, long Exempt, long Households, long Persons)
{
    /// <summary>What the month costs, with the holiday allowance that is paid later.</summary>
    public Eur Cost => new(Benefit + Holiday);

    public static MonthTotals operator +(MonthTotals a, MonthTotals b) =>
        new(
            a.Benefit + b.Benefit,
            a.Holiday + b.Holiday,
            a.Exempt + b.Exempt,
            a.Households + b.Households,
            a.Persons + b.Persons
        );
}

/// <summary>
/// The outcome of one rule for a population: totals per month and, per household, the cost over all months in cents. Pieces can be added in
/// any order and by several workers at once, each with a <see cref="WhatIfKernel"/> of its own: whole numbers add up to the same in every order.
/// </summary>
public sealed class WhatIfOutcome(WhatIfPopulation population)
{
    /// <summary>By month.</summary>
    public MonthTotals[] Months { get; } = new MonthTotals[population.Months];

    /// <summary>By household, in the order of the population.</summary>
    public int[] CostCents { get; } = new int[population.Households];

    public Eur Cost => new(Months.Sum(m => m.Benefit + m.Holiday));

    public Eur Exempt => new(Months.Sum(m => m.Exempt));

    public void Add(MonthTotals[] part)
    {
        for (var month = 0; month < Months.Length; month++)
        {
            Months[month] += part[month];
        }
    }
}
