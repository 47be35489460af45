// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>
/// One household of the population under a rule, settled month by month by the settlement that explains every line. It is what the calculation
/// for everybody must be equal to, to the cent, and what shows a doubter how one household comes out.
/// </summary>
public static class ExplainedHousehold
{
    private const string First = "1";
    private const string Second = "2";

    /// <summary>Refuses what the settlement refuses.</summary>
    public static Outcome<IReadOnlyList<MonthlySettlement>> Of(WhatIfHousehold household, Month start, RulePlan plan)
    {
        var settled = new List<MonthlySettlement>();
        var state = Opening(household, start, plan.Rule.Restart is WhatIfRestart.AtStart);
        for (var i = 0; i < household.Person.Net.Count; i++)
        {
            var now = start.Plus(i);
            state = Anew(state, household, i, plan);
            var month = Facts(household, start, i)
                .Then(facts => MonthlySettlement.Of(facts, now, state, plan.Rules, plan.AmountsOn));
            if (!month.IsDone)
            {
                return new Outcome<IReadOnlyList<MonthlySettlement>>.Refused(month.Why);
            }

            settled.Add(month.OrThrow());
            state = settled[^1].After;
        }

        return settled;
    }

    /// <summary>A household of this kind in one month in which nobody earns.</summary>
    internal static Outcome<MonthlySettlement> WithoutEarnings(
        HouseholdKind kind,
        Month month,
        SettlementRules rules,
        DateOnly amountsOn
    )
    {
        var person = new WhatIfPerson(month.Plus(-12 * 40), default, [Eur.Zero]);
        var household = new WhatIfHousehold(kind, null, person, kind.Couple ? person : null);
        return Facts(household, month, 0)
            .Then(facts => MonthlySettlement.Of(facts, month, Opening(household, month, true), rules, amountsOn));
    }

    /// <summary>The month in which the latest job began, as far as the pay shows: pay after a month without. Pay in the first month is not known to be new.</summary>
    internal static bool JobBegins(WhatIfPerson person, int month) =>
        month > 0 && person.Net[month] > Eur.Zero && person.Net[month - 1] == Eur.Zero;

    private static SettlementState Opening(WhatIfHousehold household, Month start, bool nothingUsed) =>
        new(
            [
                (First, Counters(household.Person, start, nothingUsed)),
                .. household.Partner is { } partner ? new[] { (Second, Counters(partner, start, nothingUsed)) } : [],
            ],
            HolidayReserve.EmptySince(start)
        );

    private static MonthCounters Counters(WhatIfPerson person, Month start, bool nothingUsed) =>
        nothingUsed
            ? MonthCounters.NothingUsed
            : MonthCounters.NothingUsed with
            {
                N = person.Used.N,
                R = Run.After(person.Used.R, start),
                Z = Run.After(person.Used.Z, start),
                Article34a = Run.After(person.Used.Article34a, start),
            };

    /// <summary>The one thing a rule can add to the act: n begins anew with a job that begins after all its months were used.</summary>
    private static SettlementState Anew(SettlementState state, WhatIfHousehold household, int month, RulePlan plan)
    {
        if (
            plan.Rule.Restart is not WhatIfRestart.WithNewJob
            || !plan.Rules.Parameters.Find(ParameterNames.NMonths, plan.AmountsOn).IsDone
        )
        {
            return state;
        }

        var limit = plan.Rules.Parameters.Find(ParameterNames.NMonths, plan.AmountsOn).OrThrow().Value;
        return state with
        {
            Counters =
            [
                .. state.Counters.Select(c =>
                    JobBegins(c.Person == First ? household.Person : household.Partner!, month) && c.Counters.N >= limit
                        ? (c.Person, c.Counters with { N = 0 })
                        : c
                ),
            ],
        };
    }

    private static Outcome<SettledHousehold> Facts(WhatIfHousehold household, Month start, int month) =>
        Person(First, "u", household.Person, household.Kind.Person, start, month)
            .Then(person =>
                household.Partner is { } partner
                    ? Person(Second, "uw partner", partner, household.Kind.Partner!, start, month)
                        .Then(second => SettledHousehold.Of(household.Kind.Type, [person, second]))
                    : SettledHousehold.Of(household.Kind.Type, [person])
            )
            .Map(settled =>
                settled with
                {
                    ChildrenBorn = household.YoungestChild is { } child ? [child.FirstDay] : [],
                    // forty years old, so that they count under every age the act has had
                    HousematesBorn = [.. Enumerable.Repeat(start.Plus(-12 * 40).FirstDay, household.Kind.CostSharers)],
                }
            );

    private static Outcome<SettledPerson> Person(
        string id,
        string label,
        WhatIfPerson person,
        WhatIfTraits traits,
        Month start,
        int month
    )
    {
        var always = Period.Since(start.FirstDay);
        var jobs = Enumerable.Range(0, month + 1).Where(m => JobBegins(person, m)).ToList();
        var settled = new SettledPerson
        {
            Id = id,
            Label = label,
            Born = person.Born.FirstDay,
            HelpsTowardsWork = traits.Decided ? always : null,
            MedicallyHoursLimited = traits.HoursLimited,
            WageSubsidyTargetGroup = traits.WageSubsidy,
            MoreHoursNotPossible = traits.MoreHoursNotPossible ? always : null,
            NewJobSince = jobs.Count > 0 ? start.Plus(jobs[^1]).FirstDay : null,
        };
        return person.Net[month] == Eur.Zero
            ? settled
            : Income
                .Of("werk", IncomeKind.Wage, PayRhythm.Monthly, start.Plus(month).FirstDay, person.Net[month])
                .Map(wage => settled with { Incomes = [wage] });
    }
}
