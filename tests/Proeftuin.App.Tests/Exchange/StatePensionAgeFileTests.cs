// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Parameters;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Exchange;

public class StatePensionAgeFileTests
{
    [Theory]
    // known on 1-3-2017: Stcrt. 2016, 59248 announced 67 years and 3 months for 2022
    [InlineData("1955-01-15", "2017-03-01", "2022-04-15")]
    // the same person after Stb. 2019, 246: 66 years and 4 months
    [InlineData("1955-01-15", "2019-10-01", "2021-05-15")]
    [InlineData("1952-06-10", "2017-03-01", "2018-06-10")]
    [InlineData("1953-09-30", "2018-01-01", "2020-05-30")]
    [InlineData("1953-09-30", "2020-01-01", "2020-01-30")]
    public void The_shipped_table_answers_as_it_was_known_on_the_day(string born, string knownOn, string reached) =>
        StatePensionAgeFile.Shipped().ReachedOn(Day(born), Day(knownOn)).OrThrow().ShouldBe(Day(reached));

    [Fact]
    public void Every_birth_date_from_1948_up_to_september_1964_stands_in_exactly_one_row_that_holds_now()
    {
        var rows = StatePensionAgeFile.Shipped().Rows;
        for (var born = new DateOnly(1948, 1, 1); born <= new DateOnly(1964, 9, 30); born = born.AddDays(1))
        {
            var current = rows.Where(r => r.BornFrom <= born && born <= r.BornUpToAndIncluding)
                .GroupBy(r => r.KnownFrom ?? DateOnly.MaxValue)
                .MaxBy(g => g.Key)!;
            current.Count().ShouldBe(1, born.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
