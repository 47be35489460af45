// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;
using Names = Proeftuin.Core.Settlement.ParameterNames;

namespace Proeftuin.Core.Settlement;

/// <summary>Which articles of paragraph 3.2 make the norm: institution first, then young people, then cost sharers, then the plain norms.</summary>
internal sealed record NormChoice(SettledHousehold Household, IReadOnlyList<AgedPerson> Persons, OnDay Day)
{
    private bool Couple => Household.Type is HouseholdType.Couple;

    private bool WithChildren => Household.ChildrenBorn.Count > 0;

    public Outcome<BenefitNorm> Choose() =>
        Persons.Any(p => p.Person.InInstitution) ? Institution() : CountCostSharers().Then(Outside);

    private Outcome<CostSharerCount> CountCostSharers() =>
        Household.HousematesBorn.Count == 0
            ? new CostSharerCount(Household.CostSharers, null)
            : Day.Find(Names.CostSharerAge)
                .Map(age => new CostSharerCount(
                    Household.CostSharers + Household.HousematesBorn.Count(born => Age.On(born, Day.Day) >= age.Value),
                    age
                ));

    private Outcome<BenefitNorm> Outside(CostSharerCount sharers) =>
        Persons.Any(p => p.Young) ? Young(sharers)
        : sharers.Count > 0 ? WithCostSharers(sharers, Persons)
        : Plain(Persons);

    private Outcome<BenefitNorm> Institution()
    {
        if (!Couple)
        {
            return Sum("u verblijft in een inrichting", Names.NormInstitutionSingle, Names.NormInstitutionSingleTopUp);
        }

        if (Persons.All(p => p.Person.InInstitution))
        {
            return Sum(
                "u verblijft allebei in een inrichting",
                Names.NormInstitutionCouple,
                Names.NormInstitutionCoupleTopUp
            );
        }

        var outside = Persons.Single(p => !p.Person.InInstitution);
        return Sum(
                "een van u verblijft in een inrichting; ieder heeft dan de norm van een alleenstaande",
                Names.NormInstitutionSingle,
                Names.NormInstitutionSingleTopUp,
                outside.Young ? Names.NormYoungSingle
                    : outside.StatePension ? Names.NormSingleStatePension
                    : Names.NormSingle
            )
            .Map(n => n with { Article = LawArticle.Participatiewet("23", "lid 3") });
    }

    private Outcome<BenefitNorm> Plain(IReadOnlyList<AgedPerson> persons) =>
        Couple
            ? persons.Any(p => p.StatePension)
                ? Sum("u bent gehuwd en een of twee van u hebben de AOW-leeftijd", Names.NormCoupleStatePension)
                : Sum("u bent gehuwd of woont samen en bent allebei 21 jaar of ouder", Names.NormCouple)
            : persons[0].StatePension
                ? Sum("u hebt de AOW-leeftijd en geen partner", Names.NormSingleStatePension)
                : Household.Type is HouseholdType.SingleParent
                    ? Sum("u bent alleenstaande ouder van 21 jaar of ouder", Names.NormSingleParent)
                    : Sum("u bent alleenstaand en 21 jaar of ouder", Names.NormSingle);

    private Outcome<BenefitNorm> Young(CostSharerCount sharers)
    {
        if (!Couple)
        {
            return Sum("u bent 18, 19 of 20 jaar", Names.NormYoungSingle).Then(TopUp);
        }

        if (Persons.All(p => p.Young))
        {
            return Sum(
                    "u bent allebei 18, 19 of 20 jaar",
                    WithChildren ? Names.NormYoungCoupleChildren : Names.NormYoungCouple
                )
                .Then(TopUp);
        }

        if (sharers.Count == 0)
        {
            return Sum(
                    "een van u is 18, 19 of 20 jaar",
                    WithChildren ? Names.NormYoungCoupleOne21Children : Names.NormYoungCoupleOne21
                )
                .Then(TopUp);
        }

        var elder = Persons.Where(p => !p.Young).ToList();
        return Day.Find(WithChildren ? Names.NormYoungPartChildren : Names.NormYoungSingle)
            .Then(part =>
                WithCostSharers(sharers, elder)
                    .Map(norm =>
                        norm with
                        {
                            Amount = norm.Amount + part.Amount,
                            Article = LawArticle.Participatiewet("22a", "lid 3"),
                            Why = $"een van u is 18, 19 of 20 jaar ({part.Amount}) en {norm.Why}",
                            Parameters = [part, .. norm.Parameters],
                        }
                    )
            );
    }

    /// <summary>Art. 20 lid 3 and 4: only where it exists and is asked, and never above the norm from 21 years.</summary>
    private Outcome<BenefitNorm> TopUp(BenefitNorm norm) =>
        !Household.NoSupportFromParents || !Day.Book.Exists(Names.NormYoungTopUp, Day.Day)
            ? norm
            : Day.Find(Names.NormYoungTopUp)
                .Then(extra =>
                    Day.Find(Couple ? Names.NormCouple : Names.NormSingle)
                        .Map(most => new BenefitNorm(
                            Least(norm.Amount + extra.Amount, most.Amount),
                            LawArticle.Participatiewet("20", "lid 3 en 4"),
                            norm.Why + " en kunt geen beroep doen op uw ouders",
                            [.. norm.Parameters, extra, most]
                        ))
                );

    /// <summary>Art. 22a: (40% + A × 30%) / A of the couple norm for each; A counts the sharers, the person and a spouse of 21 or older.</summary>
    private Outcome<BenefitNorm> WithCostSharers(CostSharerCount sharers, IReadOnlyList<AgedPerson> each) =>
        Day.Find(Names.CostSharerFixed)
            .Then(basis =>
                Day.Find(Names.CostSharerEach)
                    .Then(perPerson =>
                        Day.Find(each.Any(p => p.StatePension) ? Names.NormCoupleStatePension : Names.NormCouple)
                            .Map(couple => Shared(sharers, each.Count, basis, perPerson, couple))
                    )
            );

    private static BenefitNorm Shared(
        CostSharerCount sharers,
        int persons,
        ParameterUsed basis,
        ParameterUsed perPerson,
        ParameterUsed couple
    )
    {
        var adults = sharers.Count + persons;
        var one = Rounding.HalfUp.Fraction(couple.Amount, basis.Value + adults * perPerson.Value, 10_000L * adults);
        var amount = persons == 2 ? one + one : one;
        return new(
            amount,
            LawArticle.Participatiewet("22a"),
            $"u deelt de kosten met {(sharers.Count == 1 ? "één huisgenoot" : $"{Dutch.Count(sharers.Count)} huisgenoten")}; er tellen {Dutch.Count(adults)} volwassenen mee",
            [.. new[] { couple, basis, perPerson, sharers.Age }.OfType<ParameterUsed>()]
        );
    }

    private Outcome<BenefitNorm> Sum(string why, params IReadOnlyList<string> names)
    {
        var parts = new List<ParameterUsed>();
        foreach (var name in names)
        {
            var found = Day.Find(name);
            if (!found.IsDone)
            {
                return new Outcome<BenefitNorm>.Refused(found.Why);
            }

            parts.Add(found.OrThrow());
        }

        return new BenefitNorm(
            parts.Aggregate(Eur.Zero, (sum, p) => sum + p.Amount),
            parts[0].Parameter.Article,
            why,
            parts
        );
    }

    private static Eur Least(Eur a, Eur b) => a < b ? a : b;

    private sealed record CostSharerCount(int Count, ParameterUsed? Age);
}
