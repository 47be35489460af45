// SPDX-License-Identifier: EUPL-1.2
using Names = Proeftuin.Core.Settlement.ParameterNames;

namespace Proeftuin.Core.Settlement;

/// <summary>The settling of one month, step by step in the order of the specification.</summary>
internal sealed class MonthWork
{
    private readonly SettledHousehold household;
    private readonly IReadOnlyList<AgedPerson> persons;
    private readonly Month month;
    private readonly SettlementState before;
    private readonly SettlementRules rules;
    private readonly OnDay day;
    private readonly BenefitNorm norm;
    private readonly Rounding rounding;
    private readonly Specification spec;

    public MonthWork(
        SettledHousehold household,
        IReadOnlyList<AgedPerson> persons,
        Month month,
        SettlementState before,
        SettlementRules rules,
        OnDay day,
        BenefitNorm norm
    )
    {
        (this.household, this.persons, this.month, this.before) = (household, persons, month, before);
        (this.rules, this.day, this.norm) = (rules, day, norm);
        rounding = new(rules.Choices.Rounding);
        spec = new(month);
    }

    public Outcome<MonthlySettlement> Settle() =>
        day.Find(Names.HolidayAllowanceShare)
            .Then(holiday => day.Find(Names.SickPayWeeks).Then(weeks => Incomes(holiday, (int)weeks.Value)));

    private Outcome<MonthlySettlement> Incomes(ParameterUsed holiday, int sickWeeks)
    {
        var found = new List<PersonMonth>();
        var (entitled, days) = Days();
        foreach (var person in persons)
        {
            var one = PersonIncome
                .Of(person.Person, month, sickWeeks, rules.Choices)
                .Map(i => i.Within(entitled, days))
                .Then(WithClaim)
                .Then(i => WithExemption(person, i));
            if (!one.IsDone)
            {
                return new Outcome<MonthlySettlement>.Refused(one.Why);
            }

            found.Add(one.OrThrow());
        }

        return Benefit(holiday, CoupleMaximum.Apply(found, rules.Choices));
    }

    private Outcome<PersonIncome> WithClaim(PersonIncome income) =>
        rules.Choices.HolidayPay is HolidayPayTreatment.LeftOutOnBothSides || income.FromWork == Eur.Zero
            ? income
            : rules
                .Parameters.HolidayClaimOn(day.Day)
                .Map(formula => income with { Claim = formula.Value.Over(income.FromWork, rounding) });

    private Outcome<PersonMonth> WithExemption(AgedPerson person, PersonIncome income)
    {
        if (income.Earnings == Eur.Zero)
        {
            return new PersonMonth(person, income, null, Eur.Zero, [], null);
        }

        var counters = before.For(person.Person.Id);
        ExemptionChoice Choice() => new(household, person, month, day, counters, rules.Choices);
        return Choice()
            .Choose()
            .Map(found => new PersonMonth(
                person,
                income,
                found.Exemption,
                found.Exemption?.Of(income.Earnings, rounding) ?? Eur.Zero,
                found.WhyNot,
                // the comparison with the act is a courtesy: where the act's amounts are not known there is nothing to compare
                found.Exemption
                    is { Kind: ExemptionKind.Arm }
                    ? Choice().ByLaw().Match(law => law.Exemption?.Of(income.Earnings, rounding), _ => null)
                    : null
            ));
    }

    private MonthlySettlement Benefit(ParameterUsed holiday, IReadOnlyList<PersonMonth> months)
    {
        var (entitledDays, days) = Days();
        var whole = rounding.Fraction(norm.Amount, entitledDays, days);
        var leftOut = rules.Choices.HolidayPay is HolidayPayTreatment.LeftOutOnBothSides;
        // the published norms without holiday allowance are 95% of the norm
        var compared = leftOut ? rounding.PartOf(whole, 10_000 - holiday.Value) : whole;
        var other = Sum(months.Select(m => m.Income.Other));
        var settled = Left(compared, other, months);
        if (settled == Eur.Zero && !rules.Choices.ExemptWithoutBenefit)
        {
            months = [.. months.Select(m => m with { Exempt = Eur.Zero, WithoutBenefit = m.Exemption is not null })];
        }

        var reserved = leftOut
            ? rounding.Fraction(settled, holiday.Value, 10_000 - holiday.Value)
            : rounding.PartOf(settled, holiday.Value);
        var paid = leftOut ? settled : settled - reserved;
        var limit = day.Find(Names.NMonths).Match(found => (int?)found.Value, _ => null);
        var after = new AfterMonth(month, rules.Choices, limit).Of(before, months, reserved);

        spec.Norm(norm, whole, compared, holiday, entitledDays, days);
        foreach (var one in months)
        {
            spec.Person(one, rules.Choices);
        }

        spec.Benefit(compared, months, other, paid, household.Persons.Count);
        spec.Reserved(reserved, holiday);
        var holidayPaid = spec.HolidayPayment(after.Reserve, household.Entitled);
        spec.MonthsLeft(months);
        return new MonthlySettlement
        {
            Month = month,
            Norm = whole,
            Persons = [.. months.Select(m => new PersonSettlement(m.Id, m.Income.Earnings, m.Exempt, m.Exemption))],
            Earnings = Sum(months.Select(m => m.Income.Earnings)),
            Exempt = Sum(months.Select(m => m.Exempt)),
            OtherIncome = other,
            NetPay = Sum(months.Select(m => m.Income.FromWork)),
            Benefit = paid,
            HolidayReserved = reserved,
            HolidayPaid = holidayPaid,
            Lines = spec.Lines,
            Attention = spec.Attention,
            After = after,
        };
    }

    private static Eur Left(Eur compared, Eur other, IReadOnlyList<PersonMonth> months)
    {
        var left = compared - other - Sum(months.Select(m => m.Income.Earnings - m.Exempt));
        return left < Eur.Zero ? Eur.Zero : left;
    }

    private (int Entitled, int Days) Days()
    {
        var days = month.LastDay.Day;
        if (household.Entitled is not { } right)
        {
            return (days, days);
        }

        var entitled = Enumerable.Range(0, days).Count(i => right.Contains(month.FirstDay.AddDays(i)));
        return (entitled, days);
    }

    private static Eur Sum(IEnumerable<Eur> amounts) => amounts.Aggregate(Eur.Zero, (sum, a) => sum + a);
}
