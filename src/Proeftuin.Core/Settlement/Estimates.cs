// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>An estimate for a missing slip, by the municipality's rule, from the real slips of the same job before it. An estimate is never made from an estimate.</summary>
public static class Estimates
{
    internal static Outcome<SettledHousehold> FillIn(
        MonthFacts now,
        IReadOnlyList<MonthFacts> earlier,
        MunicipalChoices choices
    )
    {
        var household = now.Household;
        foreach (
            var missing in now
                .Missing.OrderBy(m => m.Person, StringComparer.Ordinal)
                .ThenBy(m => m.From, StringComparer.Ordinal)
        )
        {
            var known = earlier
                .Append(now)
                .OrderBy(f => f.Month)
                .SelectMany(f => f.Household.Persons)
                .Where(p => string.Equals(p.Id, missing.Person, StringComparison.Ordinal))
                .SelectMany(p => p.Incomes)
                .Where(i => string.Equals(i.From, missing.From, StringComparison.Ordinal))
                .DistinctBy(i => (i.FirstDay, i.Kind, i.Rhythm))
                .Select(i => new KnownSlip(i, null))
                .ToList();
            var expected = ExpectedSlips.Missing(now.Month, known, choices.FourWeeklyPay);
            if (expected.Count == 0)
            {
                return new NothingToEstimateFrom(missing.From);
            }

            var estimates = expected.Select(e => ExpectedSlips.Estimate(e, choices.Estimate)).ToList();
            if (estimates.Find(e => !e.IsDone) is { } refused)
            {
                return new Outcome<SettledHousehold>.Refused(refused.Why);
            }

            household = household.With(p =>
                string.Equals(p.Id, missing.Person, StringComparison.Ordinal)
                    ? p with
                    {
                        Incomes = [.. p.Incomes, .. estimates.Select(e => e.OrThrow())],
                    }
                    : p
            );
        }

        return household;
    }

    /// <summary>The estimate from real slips in order of time; refuses when there is none.</summary>
    public static Outcome<Eur> Of(IReadOnlyList<Income> slips, EstimateRule rule, string from)
    {
        if (slips.Count == 0)
        {
            return new NothingToEstimateFrom(from);
        }

        var used = slips
            .TakeLast(
                rule switch
                {
                    EstimateRule.LastKnownMonth => 1,
                    EstimateRule.AverageOfThree => 3,
                }
            )
            .ToList();
        var sum = used.Aggregate(Eur.Zero, (total, slip) => total + slip.Net);
        return Rounding.HalfUp.Fraction(sum, 1, used.Count);
    }
}

/// <summary>A slip is missing and there is no earlier real slip of the job.</summary>
public sealed record NothingToEstimateFrom(string From) : Refusal
{
    public override string Message =>
        $"De loonstrook van '{From}' ontbreekt en er is geen eerdere loonstrook om van uit te gaan. Vraag het bedrag op.";
}
