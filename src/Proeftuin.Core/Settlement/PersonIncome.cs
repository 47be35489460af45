// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>A payment as it counts in the month: from work or not.</summary>
internal sealed record CountedPay(AllottedPay Pay, bool FromWork);

/// <summary>What one person received in the month. The claim on holiday pay is part of the earnings only where the municipality adds it.</summary>
internal sealed record PersonIncome(IReadOnlyList<CountedPay> Pays, Eur Claim)
{
    public Eur FromWork => Sum(fromWork: true);

    public Eur Other => Sum(fromWork: false);

    public Eur Earnings => FromWork + Claim;

    public bool Estimated => Pays.Any(p => p.Pay.Income.IsEstimate);

    public static Outcome<PersonIncome> Of(SettledPerson person, Month month, int sickWeeks, MunicipalChoices choices)
    {
        var pays = new List<CountedPay>();
        foreach (var pay in PayAllocation.To(month, person.Incomes, choices))
        {
            var fromWork = IsFromWork(pay.Income, sickWeeks, choices);
            if (!fromWork.IsDone)
            {
                return new Outcome<PersonIncome>.Refused(fromWork.Why);
            }

            pays.Add(new(pay, fromWork.OrThrow()));
        }

        return new PersonIncome(pays, Eur.Zero);
    }

    /// <summary>Sick pay is from work while its period begins within the first weeks of sickness.</summary>
    private static Outcome<bool> IsFromWork(Income income, int sickWeeks, MunicipalChoices choices) =>
        income.Kind switch
        {
            IncomeKind.Wage or IncomeKind.MaternityBenefit => true,
            IncomeKind.SickPay => income.FirstDay < income.SickSince!.Value.AddDays(7 * sickWeeks),
            IncomeKind.InternshipPay => income.InFactWages!.Value,
            IncomeKind.Severance => choices.Severance is { } chosen
                ? chosen is SeveranceTreatment.FromWork
                : new SeveranceNotDecided(income.From),
            IncomeKind.Alimony or IncomeKind.SicknessBenefit or IncomeKind.SurvivorsBenefit or IncomeKind.Other =>
                false,
        };

    /// <summary>In a month with a right to benefit on some days only, pay counts for those days (art. 32 lid 1 under b).</summary>
    public PersonIncome Within(int entitled, int days) =>
        entitled == days
            ? this
            : this with
            {
                Pays =
                [
                    .. Pays.Select(p =>
                        p with
                        {
                            Pay = p.Pay with
                            {
                                Amount = Rounding.HalfUp.Fraction(p.Pay.Amount, entitled, days),
                                How = $"{p.Pay.How}, over {entitled} van {days} dagen",
                            },
                        }
                    ),
                ],
            };

    private Eur Sum(bool fromWork) =>
        Pays.Where(p => p.FromWork == fromWork).Aggregate(Eur.Zero, (sum, p) => sum + p.Pay.Amount);
}

/// <summary>One person's month on its way to being settled.</summary>
internal sealed record PersonMonth(
    AgedPerson Aged,
    PersonIncome Income,
    Exemption? Exemption,
    Eur Exempt,
    IReadOnlyList<string> WhyNot,
    Eur? ByLaw
)
{
    /// <summary>An exemption would have applied, but no benefit was left, so it did not and its month does not count.</summary>
    public bool WithoutBenefit { get; init; }

    public string Id => Aged.Person.Id;

    public string Label => Aged.Person.Label;

    public string ForColleague => Aged.Person.LabelForColleague;
}
