// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.Json;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;
using Shouldly;
using Xunit;
using Names = Proeftuin.Core.Settlement.ParameterNames;

namespace Proeftuin.Tests.Settlement;

/// <summary>200 households over 24 months, calculated by another program (reference/21), to the cent. The rules are those of the file, not of the law: norms as they stand, 25% up to 199 for six months, 50% up to 199 for 24, and a month counts whenever something was exempt.</summary>
public sealed class MicrosimulationWitnessTests
{
    private static readonly JsonElement[] Values = Read();

    [Fact]
    public void Every_household_comes_out_to_the_cent()
    {
        var (benefit, exempt, households) = (0L, 0L, 0);
        foreach (var row in File.ReadLines(PathOf("settlement_households.csv")).Skip(1).Select(l => l.Split(',')))
        {
            var months = Settle(row);
            var expected = Value("household_" + row[0]);
            var sums = (
                Benefit: months.Sum(m => m.Benefit.Cents),
                Exempt: months.Sum(m => m.Exempt.Cents),
                Income: months.Sum(m => m.ToSpend.Cents)
            );
            sums.Benefit.ShouldBe(expected.GetProperty("total_benefit").GetInt64(), row[0]);
            sums.Exempt.ShouldBe(expected.GetProperty("total_exemption").GetInt64(), row[0]);
            sums.Income.ShouldBe(expected.GetProperty("total_income").GetInt64(), row[0]);
            var counters = months[^1].After.For("1");
            counters.N.ShouldBe(expected.GetProperty("months_regular").GetInt32(), row[0]);
            counters.Arm.ShouldBe(expected.GetProperty("months_experiment").GetInt32(), row[0]);
            months
                .Count(m => m.Benefit == Eur.Zero)
                .ShouldBe(expected.GetProperty("months_benefit_zero").GetInt32(), row[0]);
            (benefit, exempt, households) = (benefit + sums.Benefit, exempt + sums.Exempt, households + 1);
        }

        households.ShouldBe(200);
        benefit.ShouldBe(Value("grand_total").GetProperty("total_benefit").GetInt64());
        exempt.ShouldBe(Value("grand_total").GetProperty("total_exemption").GetInt64());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("4")]
    [InlineData("5")]
    [InlineData("6")]
    [InlineData("7")]
    [InlineData("8")]
    [InlineData("9")]
    public void Every_month_of_the_detailed_households_comes_out_to_the_cent(string household)
    {
        var row = File.ReadLines(PathOf("settlement_households.csv"))
            .Select(l => l.Split(','))
            .Single(r => r[0] == household);
        var months = Settle(row);
        var expected = Value("detail_household_" + household).EnumerateArray().ToList();
        months.Count.ShouldBe(expected.Count);
        for (var i = 0; i < months.Count; i++)
        {
            var counters = months[i].After.For("1");
            long[] mine =
            [
                months[i].NetPay.Cents,
                months[i].Exempt.Cents,
                months[i].Benefit.Cents,
                months[i].ToSpend.Cents,
                counters.N!.Value,
                counters.Arm,
            ];
            mine.ShouldBe(expected[i].EnumerateArray().Select(e => e.GetInt64()), $"month {i + 1}");
        }
    }

    private static IReadOnlyList<MonthlySettlement> Settle(string[] row)
    {
        var begin = new Month(2018, 1);
        var amounts = new Amounts()
            .Set(Names.NormSingle, long.Parse(row[2], CultureInfo.InvariantCulture))
            .Set(Names.NMaximum, 19900)
            .Set(Names.HolidayAllowanceShare, 0);
        var person = Scene.Person() with
        {
            Arm = row[1] == "experiment" ? new(Scene.ArmRule, Period.Since(begin.FirstDay)) : null,
        };
        var facts = row[3..]
            .Select(
                (net, i) =>
                    new MonthFacts(
                        begin.Plus(i),
                        Scene.Single(person.Earning(begin.Plus(i), long.Parse(net, CultureInfo.InvariantCulture)))
                    )
            )
            .ToList();
        var rules = Scene.Rules(amounts, Scene.Choices with { ExemptWithoutBenefit = true });
        return SettlementHistory.Of(Scene.NothingUsed(), facts, rules).OrThrow();
    }

    private static JsonElement Value(string name) =>
        Values.Single(v => v.GetProperty("name").ValueEquals(name)).GetProperty("value");

    private static JsonElement[] Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf("21-settlement-microsimulation.json")));
        return [.. document.RootElement.Clone().GetProperty("values").EnumerateArray()];
    }

    private static string PathOf(string file) => Path.Combine(Repository.Root, "reference", file);
}
