// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.Json;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;
using Shouldly;
using Xunit;
using Names = Proeftuin.Core.Settlement.ParameterNames;

namespace Proeftuin.Tests.Settlement;

/// <summary>Amounts that a municipality published for people who share costs. Two of fifteen, both of January 2023, differ: that list rounded 43.33% before it multiplied.</summary>
public sealed class CostSharerWitnessTests
{
    private static readonly string[] RoundedBefore = ["2023-01-01 3", "2023-01-01 6"];

    [Fact]
    public void Thirteen_of_the_fifteen_published_amounts_come_out_to_the_cent_and_the_other_two_are_named()
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "reference", "kostendelersnorm.json"))
        );
        var different = new List<string>();
        foreach (var row in document.RootElement.GetProperty("rows").EnumerateArray())
        {
            var adults = row.GetProperty("adults").GetInt32();
            var household = Scene.Single(Scene.Person()) with
            {
                HousematesBorn = [.. Enumerable.Repeat(new DateOnly(1970, 1, 1), adults - 1)],
            };
            var rules = Scene.Rules(new Amounts().Set(Names.NormCouple, Cents(row.GetProperty("couple_norm"))));
            var norm = Scene.Settle(household, rules: rules).Norm;
            if (norm.Cents != Cents(row.GetProperty("published")))
            {
                different.Add($"{row.GetProperty("date").GetString()} {adults}");
            }
        }

        different.ShouldBe(RoundedBefore);
    }

    private static long Cents(JsonElement amount) =>
        long.Parse(amount.GetString()!.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
