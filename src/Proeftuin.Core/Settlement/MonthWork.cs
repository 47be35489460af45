// SPDX-License-Identifier: EUPL-1.2
using Names = Proeftuin.Core.Settlement.ParameterNames;

namespace Proeftuin.Core.Settlement;

/// <summary>The settling of one month, step by step in the order of the specification.</summary>
internal sealed class MonthWork
{
    private readonly IReadOnlyList<MonthPart> parts;
    private readonly Month month;
    private readonly SettlementState before;
    private readonly SettlementRules rules;
    private readonly OnDay day;
    private readonly Rounding rounding;
    private readonly Specification spec;

    public MonthWork(
        IReadOnlyList<MonthPart> parts,
        Month month,
        SettlementState before,
        SettlementRules rules,
        OnDay day
    )
    {
        (this.parts, this.month, this.before) = (parts, month, before);
        (this.rules, this.day) = (rules, day);
        rounding = new(rules.Choices.Rounding);
        spec = new(month);
    }

    public Outcome<MonthlySettlement> Settle() =>
        day.Find(Names.HolidayAllowanceShare)
            .Then(holiday => day.Find(Names.SickPayWeeks).Then(weeks => Incomes(holiday, (int)weeks.Value)));

    private Outcome<MonthlySettlement> Incomes(ParameterUsed holiday, int sickWeeks)
    {
        var found = new List<PersonMonth>();
        foreach (var (household, person, days) in People())
        {
            var one = PersonIncome
                .Of(person.Person, month, sickWeeks, rules.Choices)
                .Map(i => i.Within(days, month.LastDay.Day))
                .Then(WithClaim)
                .Then(i => WithExemption(household, person, i));
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

    private Outcome<PersonMonth> WithExemption(SettledHousehold household, AgedPerson person, PersonIncome income)
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
        IReadOnlyList<Eur> norms = [.. parts.Select(p => rounding.Fraction(p.Norm.Amount, p.Days, month.LastDay.Day))];
        var whole = Sum(norms);
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

        spec.Norm([.. parts.Zip(norms)], whole, compared, holiday);
        foreach (var one in months)
        {
            spec.Person(one, rules.Choices);
        }

        spec.Benefit(compared, months, other, paid, parts[^1].Persons.Count);
        spec.Reserved(reserved, holiday);
        var holidayDue = after.Reserve.DueIn(month, parts[^1].Household.Entitled);
        if (holidayDue is not null)
        {
            spec.HolidayPayment(holidayDue);
        }

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
            HolidayPaid = holidayDue?.Amount ?? Eur.Zero,
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

    /// <summary>Everybody once, in the order of the ids, as they are in their first part: one exemption for the month, over the days of all parts.</summary>
    private IEnumerable<(SettledHousehold Household, AgedPerson Person, int Days)> People() =>
        parts.Count == 1
            ? parts[0].Persons.Select(p => (parts[0].Household, p, parts[0].Days))
            : parts
                .SelectMany(part => part.Persons.Select(person => (Part: part, Person: person)))
                .GroupBy(p => p.Person.Person.Id, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.First().Part.Household, g.First().Person, g.Sum(p => p.Part.Days)));

    private static Eur Sum(IEnumerable<Eur> amounts) => amounts.Aggregate(Eur.Zero, (sum, a) => sum + a);
}
