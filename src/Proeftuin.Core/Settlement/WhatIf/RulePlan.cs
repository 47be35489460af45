// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>What a kind of household has under a rule: the benefit of a month without earnings, in cents and without holiday allowance, and the ladder of each person.</summary>
internal sealed record KindPlan(int Compared, Ladder Person, Ladder? Partner);

/// <summary>
/// A rule made ready for a population: the changed parameters, and per kind of household its norm and ladders. The norm is what the explained
/// settlement gives such a household without earnings. Amounts are those of one day, held still. Refuses what the settlement refuses, and the
/// municipal choices that a calculation for everybody cannot take (holiday pay by claim, other roundings).
/// </summary>
public sealed record RulePlan
{
    /// <summary>More than any benefit of a month, in cents.</summary>
    private const int MostBenefit = 10_000_000;

    private RulePlan() { }

    public WhatIfRule Rule { get; private init; } = null!;

    public DateOnly AmountsOn { get; private init; }

    /// <summary>The settlement's rules with the changed parameters, for explaining one household under this rule.</summary>
    internal SettlementRules Rules { get; private init; } = null!;

    internal IReadOnlyList<KindPlan> Kinds { get; private init; } = [];

    internal ScaledShare Holiday { get; private init; }

    internal bool ExemptWithoutBenefit => Rules.Choices.ExemptWithoutBenefit;

    public static Outcome<RulePlan> Of(
        WhatIfRule rule,
        WhatIfPopulation population,
        SettlementRules rules,
        DateOnly amountsOn
    ) =>
        rules.Choices.HolidayPay is not HolidayPayTreatment.LeftOutOnBothSides
        || rules.Choices.Rounding is not RoundingRule.HalfUp
            ? new WhatIfChoiceNotPossible()
            : ChangedLaw
                .Of(rule, rules.Parameters, amountsOn)
                .Map(book => rules with { Parameters = book })
                .Then(changed => Planned(rule, population, changed, amountsOn));

    private static Outcome<RulePlan> Planned(
        WhatIfRule rule,
        WhatIfPopulation population,
        SettlementRules rules,
        DateOnly amountsOn
    )
    {
        var day = new OnDay(rules.Parameters, amountsOn, rules.KnownOn);
        var kinds = new List<KindPlan>();
        foreach (var kind in population.KindsPresent)
        {
            var plan = Kind(kind, rule, population.Start, rules, day);
            if (!plan.IsDone)
            {
                return new Outcome<RulePlan>.Refused(plan.Why);
            }

            kinds.Add(plan.OrThrow());
        }

        return day.Find(ParameterNames.HolidayAllowanceShare)
            .Then(holiday =>
                ScaledShare.Of(holiday.Value, 10_000 - holiday.Value, MostBenefit) is not { } reserve
                    ? (Outcome<RulePlan>)new WhatIfShareTooFine(holiday.Parameter.Title)
                    : new RulePlan
                    {
                        Rule = rule,
                        AmountsOn = amountsOn,
                        Rules = rules,
                        Kinds = kinds,
                        Holiday = reserve,
                    }
            );
    }

    private static Outcome<KindPlan> Kind(
        HouseholdKind kind,
        WhatIfRule rule,
        Month month,
        SettlementRules rules,
        OnDay day
    ) =>
        ExplainedHousehold
            .WithoutEarnings(kind, month, rules, day.Day)
            .Then(idle =>
                Ladder
                    .Of(kind.Type, kind.Person, day, rule.Restart)
                    .Then(person =>
                        kind.Partner is { } partner
                            ? Ladder
                                .Of(kind.Type, partner, day, rule.Restart)
                                .Map(second => new KindPlan((int)idle.Benefit.Cents, person, second))
                            : new KindPlan((int)idle.Benefit.Cents, person, null)
                    )
            );
}

/// <summary>The municipality's choices ask for a settlement that cannot be done for everybody at once.</summary>
public sealed record WhatIfChoiceNotPossible : Refusal
{
    public override string Message =>
        "Een landelijke berekening rekent zonder vakantiegeld aan beide kanten en rondt af op de dichtstbijzijnde cent. Kies dat bij de gemeentekeuzes.";
}
