// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>What somebody keeps at one amount of earnings a month, in the group and without it: this month, and together over two years.</summary>
public sealed record ComparedEarnings(Eur Earnings, Kept InGroup, Kept Without)
{
    public Eur MonthDifference => InGroup.Month - Without.Month;

    public Eur TwoYearDifference => InGroup.TwoYears - Without.TwoYears;
}

/// <summary>What a household keeps on top of the benefit it would have without earnings: in the first month, and over 24 months; and what it has to spend in the first month.</summary>
public sealed record Kept(Eur Month, Eur TwoYears, Eur ToSpend);

/// <summary>
/// What joining a group means for earnings, before somebody consents. Each row is settled with the same rules as a real month, 24 times, with
/// the amounts of one month held still, the same earnings every month and the counters running on. <see cref="Crossing"/> is the highest
/// whole amount of euros at which the group is not worse in the first month; null when it never is worse.
/// </summary>
public sealed record Comparison(Month AmountsOf, ArmRule Rule, IReadOnlyList<ComparedEarnings> Rows, Eur? Crossing)
{
    private const int Months = 24;

    private static readonly Eur Highest = Eur.OfEuros(2500);

    /// <summary>For the first person of the household; a partner earns nothing here. Refuses what the settlement refuses.</summary>
    public static Outcome<Comparison> Of(
        SettledHousehold household,
        SettlementState before,
        ArmRule rule,
        Month month,
        IReadOnlyList<Eur> earnings,
        SettlementRules rules
    )
    {
        var sides = new Sides(household, before, rule, month, rules);
        return sides
            .Idle()
            .Then(idle => All(earnings, sides, idle))
            .Then(rows => sides.Crossing().Map(crossing => new Comparison(month, rule, rows, crossing.Amount)));
    }

    /// <summary>One more amount for the same question, as a row of its own.</summary>
    public static Outcome<ComparedEarnings> At(
        Eur earnings,
        SettledHousehold household,
        SettlementState before,
        ArmRule rule,
        Month month,
        SettlementRules rules
    )
    {
        var sides = new Sides(household, before, rule, month, rules);
        return sides.Idle().Then(idle => sides.At(earnings, idle));
    }

    private static Outcome<IReadOnlyList<ComparedEarnings>> All(
        IReadOnlyList<Eur> earnings,
        Sides sides,
        IReadOnlyList<MonthlySettlement> idle
    )
    {
        var rows = new List<ComparedEarnings>();
        foreach (var amount in earnings)
        {
            var row = sides.At(amount, idle);
            if (!row.IsDone)
            {
                return new Outcome<IReadOnlyList<ComparedEarnings>>.Refused(row.Why);
            }

            rows.Add(row.OrThrow());
        }

        return rows;
    }

    /// <summary>An amount, or none.</summary>
    private sealed record Crossed(Eur? Amount);

    private sealed class Sides(
        SettledHousehold household,
        SettlementState before,
        ArmRule rule,
        Month month,
        SettlementRules rules
    )
    {
        private readonly ArmMembership joined = new(
            rule,
            Period.FromUpTo(month.FirstDay, month.Plus(Months).FirstDay).OrThrow()
        );

        /// <summary>Without earnings the group makes no difference.</summary>
        public Outcome<IReadOnlyList<MonthlySettlement>> Idle() => Run(Eur.Zero, null);

        public Outcome<ComparedEarnings> At(Eur earnings, IReadOnlyList<MonthlySettlement> idle) =>
            Side(earnings, joined, idle)
                .Then(group => Side(earnings, null, idle).Map(law => new ComparedEarnings(earnings, group, law)));

        /// <summary>The first whole euro at which the act gives more, less one; both sides are looked at once per euro.</summary>
        public Outcome<Crossed> Crossing()
        {
            for (var euros = 1; Eur.OfEuros(euros) <= Highest; euros++)
            {
                var earnings = Eur.OfEuros(euros);
                var worse = First(earnings, joined)
                    .Then(group => First(earnings, null).Map(law => law.ToSpend > group.ToSpend));
                if (!worse.IsDone)
                {
                    return new Outcome<Crossed>.Refused(worse.Why);
                }

                if (worse.OrThrow())
                {
                    return new Crossed(Eur.OfEuros(euros - 1));
                }
            }

            return new Crossed(null);
        }

        private Outcome<MonthlySettlement> First(Eur earnings, ArmMembership? arm) =>
            Facts(earnings, arm, month)
                .Then(facts => MonthlySettlement.Of(facts.Household, month, before, rules, month.FirstDay));

        private Outcome<Kept> Side(Eur earnings, ArmMembership? arm, IReadOnlyList<MonthlySettlement> idle) =>
            Run(earnings, arm)
                .Map(with => new Kept(with[0].ToSpend - idle[0].ToSpend, Sum(with) - Sum(idle), with[0].ToSpend));

        private Outcome<IReadOnlyList<MonthlySettlement>> Run(Eur earnings, ArmMembership? arm)
        {
            var facts = new List<MonthFacts>();
            for (var i = 0; i < Months; i++)
            {
                var one = Facts(earnings, arm, month.Plus(i));
                if (!one.IsDone)
                {
                    return new Outcome<IReadOnlyList<MonthlySettlement>>.Refused(one.Why);
                }

                facts.Add(one.OrThrow());
            }

            return SettlementHistory.Of(before, facts, rules, month.FirstDay);
        }

        private Outcome<MonthFacts> Facts(Eur earnings, ArmMembership? arm, Month when) =>
            Income
                .Of("werk", IncomeKind.Wage, PayRhythm.Monthly, when.FirstDay, earnings)
                .Map(wage => new MonthFacts(
                    when,
                    household.With(p =>
                        p.Id == household.Persons[0].Id
                            ? p with
                            {
                                Arm = arm,
                                Incomes = earnings == Eur.Zero ? [] : [wage],
                            }
                            : p with
                            {
                                Incomes = [],
                            }
                    )
                ));

        private static Eur Sum(IReadOnlyList<MonthlySettlement> months) =>
            months.Aggregate(Eur.Zero, (sum, m) => sum + m.ToSpend);
    }
}
