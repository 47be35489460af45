// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Design;

public class ExperimentPeriodTests
{
    [Theory]
    [InlineData("2017-07-01", "2019-07-01", 24)]
    [InlineData("2017-07-01", "2019-07-02", 25)]
    [InlineData("2017-10-01", "2020-01-01", 27)]
    [InlineData("2017-01-31", "2017-02-28", 1)]
    [InlineData("2017-07-15", "2017-07-16", 1)]
    public void A_part_of_a_month_counts_as_a_month(string from, string before, int months) =>
        ExperimentPeriod.MonthsIn(Day(from), Day(before)).ShouldBe(months);

    [Fact]
    public void An_extension_lengthens_the_whole()
    {
        var planned = Period.FromUpTo(Day("2017-10-01"), Day("2019-10-01")).OrThrow();
        new ExperimentPeriod(planned, null, null).Whole.ShouldBe(planned);
        var longer = new ExperimentPeriod(
            planned,
            new Extension(Day("2020-01-01"), Day("2019-10-01"), "Stb. 2019, 300"),
            null
        );
        longer.Whole.Contains(Day("2019-12-31")).ShouldBeTrue();
        longer.Whole.Contains(Day("2020-01-01")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(12, true)]
    [InlineData(7, false)]
    public void A_rhythm_of_six_months_falls_after_six_and_twelve(int months, bool falls) =>
        Contact([], 6).FallsAfter(months).ShouldBe(falls);

    [Fact]
    public void Fixed_moments_fall_only_then()
    {
        Contact([6, 12], null).FallsAfter(12).ShouldBeTrue();
        Contact([6, 12], null).FallsAfter(18).ShouldBeFalse();
    }

    [Fact]
    public void What_is_unknown_refuses_with_its_source_and_reason_to_whoever_needs_it()
    {
        Knowable<int> size = new Knowable<int>.Unknown("eindrapportage", "het aantal staat er niet");
        size.OrRefuse("hoeveel mensen een lot kregen")
            .Why.ShouldHaveSingleItem()
            .Message.ShouldBe(
                "Het protocol zegt niet: hoeveel mensen een lot kregen. Bron: eindrapportage; het aantal staat er niet. "
                    + "Vul dit aan in het protocol, of kies iets waarvoor het niet nodig is."
            );
        size.Map(n => n * 2).ShouldBe(size);
    }

    [Theory]
    [InlineData(null, null, "artikel 83", "artikel 83")]
    [InlineData("artikel 6", "artikel 5", null, "artikel 5 (ontwerp: artikel 6)")]
    [InlineData("artikel 9", null, null, "artikel 9 (nummering van het ontwerp)")]
    [InlineData(
        "artikel 84",
        "artikel 83",
        "artikel 83 nieuw",
        "artikel 83 (ontwerp: artikel 84; geldende tekst: artikel 83 nieuw)"
    )]
    public void Numberings_are_written_side_by_side(
        string? draft,
        string? published,
        string? consolidated,
        string text
    ) => new Numbering(draft, published, consolidated).ToString().ShouldBe(text);

    private static ContactMoment Contact(IReadOnlyList<int> after, int? every) =>
        new()
        {
            Code = "gesprek",
            What = "gesprek",
            Arms = ["a"],
            AfterMonths = after,
            EveryMonths = every,
            Questions = [],
            Source = null,
        };

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
