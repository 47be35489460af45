// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>A pay slip that should be there and is not: the job of a person whose wage must be estimated.</summary>
public sealed record MissingSlip(string Person, string From);

/// <summary>What is known of one month: the household with what was paid, and which slips are missing.</summary>
public sealed record MonthFacts(Month Month, SettledHousehold Household, IReadOnlyList<MissingSlip> Missing)
{
    public MonthFacts(Month month, SettledHousehold household)
        : this(month, household, []) { }
}

/// <summary>
/// A household's months one after another. The facts are put in order of month first, so the order in which they arrived makes no
/// difference: settling a history is one pure calculation. Refuses two facts for one month, a month that was skipped, and a missing slip
/// with nothing to estimate from.
/// </summary>
public static class SettlementHistory
{
    public static Outcome<IReadOnlyList<MonthlySettlement>> Of(
        SettlementState opening,
        IReadOnlyList<MonthFacts> facts,
        SettlementRules rules,
        DateOnly? amountsOn = null
    )
    {
        var inOrder = facts.OrderBy(f => f.Month).ToList();
        var settled = new List<MonthlySettlement>();
        var state = opening;
        for (var i = 0; i < inOrder.Count; i++)
        {
            var now = inOrder[i];
            if (i > 0 && now.Month - inOrder[i - 1].Month != 1)
            {
                return now.Month == inOrder[i - 1].Month
                    ? new MonthTwice(now.Month)
                    : new MonthSkipped(inOrder[i - 1].Month.Plus(1));
            }

            var month = Estimates
                .FillIn(now, inOrder.Take(i).ToList(), rules.Choices)
                .Then(household => MonthlySettlement.Of(household, now.Month, state, rules, amountsOn));
            if (!month.IsDone)
            {
                return new Outcome<IReadOnlyList<MonthlySettlement>>.Refused(month.Why);
            }

            settled.Add(month.OrThrow());
            state = settled[^1].After;
        }

        return settled;
    }
}

/// <summary>Two descriptions of one month.</summary>
public sealed record MonthTwice(Month Month) : Refusal
{
    public override string Message =>
        $"Voor {Dutch.MonthOf(Month.Year, Month.Number)} staan er twee opgaven. Kies welke geldt.";
}

/// <summary>A month within a history has no facts.</summary>
public sealed record MonthSkipped(Month Month) : Refusal
{
    public override string Message =>
        $"De maand {Dutch.MonthOf(Month.Year, Month.Number)} ontbreekt. Vul ook een maand zonder inkomsten in, anders kloppen de tellingen niet.";
}
