// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.Core.Provisions;
using Proeftuin.Tests.Screening;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Provisions;

/// <summary>Runs docs/voorbeelden/dag-bijstand.md, and checks the list of public holidays against the date of Easter.</summary>
public sealed class OneDayScenarioTests
{
    public static TheoryData<string> Examples =>
        [.. ScenarioTable.Read("dag-bijstand.md", "Bijstand in 1 dag").Select(r => r["voorbeeld"])];

    [Theory, MemberData(nameof(Examples))]
    public void Working_time_is_counted_as_on_paper(string example)
    {
        var row = ScenarioTable.Read("dag-bijstand.md", "Bijstand in 1 dag").Single(r => r["voorbeeld"] == example);
        var reported = Moment(row["gemeld"]);

        var clock = OneDayClock.Of(reported, Moment(row["besloten"]), 8, DemoProvisions.Calendar);

        if (row["uiterlijk"].Length > 0)
        {
            DemoProvisions.Calendar.After(reported, 480).OrThrow().ShouldBe(Moment(row["uiterlijk"]));
        }

        if (row["werktijd"].StartsWith("weigert: ", StringComparison.Ordinal))
        {
            clock.Why[0].Message.ShouldStartWith(row["werktijd"]["weigert: ".Length..]);
            return;
        }

        var counted = clock.OrThrow();
        string.Create(CultureInfo.InvariantCulture, $"{counted.Minutes / 60}:{counted.Minutes % 60:00}")
            .ShouldBe(row["werktijd"]);
        (counted.IsWithinADay ? "ja" : "nee").ShouldBe(row["binnen een dag"]);
    }

    [Fact]
    public void The_holidays_of_the_list_are_those_of_the_act_by_the_date_of_Easter()
    {
        var years = PublicHolidaysFile.Shipped.All.Select(h => h.Day.Year).Distinct().ToList();
        years.Count.ShouldBeGreaterThanOrEqualTo(4);
        foreach (var year in years)
        {
            var easter = Easter(year);
            var kingsDay = new DateOnly(year, 4, 27);
            DateOnly[] expected =
            [
                new(year, 1, 1),
                easter.AddDays(-2),
                easter.AddDays(1),
                kingsDay.DayOfWeek == DayOfWeek.Sunday ? kingsDay.AddDays(-1) : kingsDay,
                new(year, 5, 5),
                easter.AddDays(39),
                easter.AddDays(50),
                new(year, 12, 25),
                new(year, 12, 26),
            ];
            PublicHolidaysFile.Shipped.All.Select(h => h.Day).Where(d => d.Year == year).ShouldBe(expected.Order());
        }
    }

    /// <summary>The Gregorian computation of Meeus, Jones and Butcher.</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new(year, n / 31, n % 31 + 1);
    }

    private static DateTime Moment(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
