// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;
using Proeftuin.Core.Settlement.WhatIf;

namespace Proeftuin.App.WhatIf;

/// <summary>One rule calculated: totals per month, how much of an extra euro is kept, what a single person keeps by pay, and the effect against the act; the act itself has no effect.</summary>
public sealed record WhatIfRow(
    WhatIfRule Rule,
    IReadOnlyList<MonthTotals> Months,
    IReadOnlyList<long> KeptOfExtra,
    IReadOnlyList<(Eur Pay, Eur Kept)> KeptByPay,
    WhatIfEffect? Effect
)
{
    public Eur Cost => Months.Aggregate(Eur.Zero, (sum, m) => sum + m.Cost);

    /// <summary>Person-months with an exemption.</summary>
    public long WithExemption => Months.Sum(m => m.Persons);

    /// <summary>Months with pay.</summary>
    public long WithPay => KeptOfExtra.Sum();

    /// <summary>Of every hundred extra euros of pay, how many are kept on average; null when nobody has pay.</summary>
    public long? KeptOfHundred =>
        WithPay == 0 ? null : (KeptOfExtra.Select((n, cents) => n * cents).Sum() * 2 + WithPay) / (2 * WithPay);
}

/// <summary>The answer to a what-if question, with how many households were settled again one by one and how long the calculation itself took.</summary>
public sealed record WhatIfAnswer(
    WhatIfRules Asked,
    int Households,
    int Months,
    IReadOnlyList<WhatIfRow> Rows,
    int Checked,
    TimeSpan Took
)
{
    public WhatIfRow Law => Rows[0];

    public IEnumerable<WhatIfRow> Alternatives => Rows.Skip(1);

    /// <summary>What is taken for granted about people; it stands with every outcome.</summary>
    public const string Behaviour =
        "Aanname over gedrag: iedereen werkt en verdient onder elke regel precies hetzelfde. Wie door een ruimere regel meer gaat werken, of juist in de bijstand blijft, zit dus niet in deze cijfers.";
}

/// <summary>
/// Calculates rules beside the act for a population: everybody at once, and then some households one by one with the explained settlement, which
/// must come out the same to the cent. Reads nobody's file and stores nothing. Refuses what the settlement refuses.
/// </summary>
public static class RunWhatIf
{
    /// <summary>Households that are settled again, under each rule, before anything is shown.</summary>
    public const int CheckedHouseholds = 24;

    private static readonly IReadOnlyList<Eur> Pay = [.. Enumerable.Range(0, 31).Select(i => Eur.OfEuros(50 * i))];

    /// <summary>Progress counts rules, the act included.</summary>
    public static Outcome<WhatIfAnswer> Handle(
        WhatIfRules asked,
        WhatIfPopulation population,
        CancellationToken ct,
        IProgress<long>? progress = null,
        int checkedHouseholds = CheckedHouseholds
    )
    {
        var law = WhatIfRule.Law("De wet");
        var rows = new List<WhatIfRow>();
        var took = TimeSpan.Zero;
        WhatIfOutcome? baseline = null;
        foreach (var rule in asked.Rules.Prepend(law))
        {
            var made = RulePlan
                .Of(rule, population, ShippedRules.Default, asked.AmountsOf.FirstDay)
                .Then(plan => KeptByPay.Of(plan, population.Start, Pay).Map(curve => (Plan: plan, Curve: curve)));
            if (!made.IsDone)
            {
                return new Outcome<WhatIfAnswer>.Refused(made.Why);
            }

            var (plan, curve) = made.OrThrow();
            var begin = Stopwatch.GetTimestamp();
            var outcome = WhatIfWork.Calculate(population, plan, ct: ct);
            took += Stopwatch.GetElapsedTime(begin);
            var kept = new KeptOfExtra();
            WhatIfWork.Calculate(population, plan, kept: kept, ct: ct);
            Recalculate(population, plan, outcome, checkedHouseholds);
            rows.Add(
                new(
                    rule,
                    outcome.Months,
                    kept.Counts,
                    curve,
                    baseline is null ? null : WhatIfEffect.Of(population, baseline, outcome)
                )
            );
            baseline ??= outcome;
            progress?.Report(rows.Count);
        }

        return new WhatIfAnswer(
            asked,
            population.Households,
            population.Months,
            rows,
            Math.Min(checkedHouseholds, population.Households),
            took
        );
    }

    /// <summary>Households spread over the population, one by one. A difference means that the program is broken, so nothing is shown.</summary>
    private static void Recalculate(WhatIfPopulation population, RulePlan plan, WhatIfOutcome outcome, int households)
    {
        var many = Math.Min(households, population.Households);
        Parallel.For(0, many, Check);

        void Check(int i)
        {
            var at = (int)((long)population.Households * i / many);
            var one = ExplainedHousehold
                .Of(population.Household(at), population.Start, plan)
                .OrThrow()
                .Sum(m => (m.Benefit + m.HolidayReserved).Cents);
            if (one != outcome.CostCents[at])
            {
                throw new InvalidOperationException(
                    $"Household {at} costs {one} cents one by one and {outcome.CostCents[at]} cents together."
                );
            }
        }
    }
}
