// SPDX-License-Identifier: EUPL-1.2
using System.Collections.Concurrent;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>
/// "Wat houd ik over?": what earnings bring in a group and without it, for an invented household of 40 years old. Reads no person's file
/// and stores nothing. Refuses a month whose amounts are not known.
/// </summary>
public static class CompareEarnings
{
    private static readonly Eur Step = Eur.OfEuros(50);

    /// <summary>What somebody fills in: the group, the household type (single or single parent with a child of five), the month of the amounts, months of n used, and an own amount.</summary>
    public sealed record Question(string Group, HouseholdType Type, Month Month, int UsedN, Eur? Own);

    /// <summary>The comparison in steps of 50 euro up to 1,500 for the picture; <see cref="Table"/> has each hundred and the own amount.</summary>
    public sealed record Answer(GroupRule Group, Comparison Comparison, Eur? Own)
    {
        public IReadOnlyList<ComparedEarnings> Table =>
            [
                .. Comparison.Rows.Where(r =>
                    r.Earnings == Own || (r.Earnings > Eur.Zero && r.Earnings.Cents % 10_000 == 0)
                ),
            ];
    }

    /// <summary>The comparison does not depend on who asks, so each is worked out once; there are a few thousand at most, because a month without amounts is refused.</summary>
    private static readonly ConcurrentDictionary<Question, Comparison> Known = new();

    public static Outcome<Answer> Handle(Question question) =>
        GroupRules
            .Named(question.Group)
            .Then(group =>
                ForEverybody(group, question with { Own = null })
                    .Then(comparison => WithOwn(group, comparison, question))
                    .Map(comparison => new Answer(group, comparison, question.Own))
            );

    private static Outcome<Comparison> ForEverybody(GroupRule group, Question question) =>
        Known.TryGetValue(question, out var known)
            ? known
            : Household(question)
                .Then(household =>
                    Comparison.Of(
                        household,
                        Before(question),
                        group.Rule,
                        question.Month,
                        [.. Enumerable.Range(0, 31).Select(i => new Eur(Step.Cents * i))],
                        ShippedRules.Default
                    )
                )
                .Map(made => Known.GetOrAdd(question, made));

    private static Outcome<Comparison> WithOwn(GroupRule group, Comparison comparison, Question question) =>
        question.Own is not { } own || comparison.Rows.Any(r => r.Earnings == own)
            ? comparison
            : Household(question)
                .Then(household =>
                    Comparison.At(own, household, Before(question), group.Rule, question.Month, ShippedRules.Default)
                )
                .Map(mine => comparison with { Rows = [.. comparison.Rows.Append(mine).OrderBy(r => r.Earnings)] });

    private static Outcome<SettledHousehold> Household(Question question) =>
        SettledHousehold
            .Of(
                question.Type,
                [
                    new()
                    {
                        Id = "u",
                        Label = "u",
                        Born = question.Month.FirstDay.AddYears(-40),
                        HelpsTowardsWork = Period.Since(question.Month.FirstDay),
                    },
                ]
            )
            .Map(household =>
                question.Type is HouseholdType.SingleParent
                    ? household with
                    {
                        ChildrenBorn = [question.Month.FirstDay.AddYears(-5)],
                    }
                    : household
            );

    private static SettlementState Before(Question question) =>
        new(
            [("u", MonthCounters.NothingUsed with { N = question.UsedN })],
            HolidayReserve.EmptySince(question.Month.Plus(-12))
        );
}
