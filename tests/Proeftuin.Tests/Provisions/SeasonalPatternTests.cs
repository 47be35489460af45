// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Provisions;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Provisions;

/// <summary>A fall in the second half of the year is set beside the earlier years before anybody reads something in it.</summary>
public sealed class SeasonalPatternTests
{
    private static readonly IReadOnlyList<NamedCode> Kinds =
    [
        new("bewindvoering", "Bewindvoering"),
        new("overig", "Overig"),
    ];

    [Fact]
    public void A_fall_that_comes_every_year_is_called_the_pattern_of_the_year()
    {
        var pattern = Of((2022, 120, 60), (2023, 120, 66), (2024, 126, 60));

        pattern.Halves.Select(h => h.Total).ShouldBe([120L, 60, 120, 66, 126, 60]);
        pattern.Sentences.ShouldContain(
            "Tweede helft 2024: 60 aanvragen, 52,4% minder dan in de eerste helft van dat jaar (126)."
        );
        pattern.Sentences.ShouldContain(s => s.StartsWith("Ook in alle 2 eerdere jaren", StringComparison.Ordinal));
        pattern.Sentences.ShouldContain(
            "Vergelijk met dezelfde helft: 60 nu en 66 in de tweede helft 2023, 9,1% minder."
        );
    }

    [Fact]
    public void A_fall_that_did_not_come_before_is_not_explained_away() =>
        Of((2022, 60, 66), (2023, 60, 54), (2024, 66, 30))
            .Sentences.ShouldContain(s =>
                s.StartsWith("In 1 van de 2 eerdere jaren", StringComparison.Ordinal) && s.Contains("andere oorzaak")
            );

    [Fact]
    public void Without_earlier_years_nothing_is_said_about_a_pattern() =>
        Of((2024, 66, 60))
            .Sentences[^1]
            .ShouldBe(
                "Er zijn geen eerdere jaren. Of dit het gewone patroon van het jaar is, is daarom niet te zeggen."
            );

    [Fact]
    public void A_half_with_a_missing_month_is_shown_and_never_compared()
    {
        var counts = Counts(2023, 60, 30)
            .Concat(Counts(2024, 60, 30))
            .Where(c => c.Month != new Month(2024, 12))
            .ToList();

        var pattern = SeasonalPattern.Of(Kinds, counts);

        pattern.Halves[^1].MonthsKnown.ShouldBe(5);
        pattern.Sentences.ShouldContain(
            "Van de tweede helft 2024 zijn 5 van de 6 maanden bekend. Die wordt niet vergeleken."
        );
        pattern.Sentences.ShouldContain(s => s.StartsWith("Tweede helft 2023: 30", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_delivered_is_nothing_to_compare() =>
        SeasonalPattern.Of(Kinds, []).Sentences.ShouldHaveSingleItem().ShouldContain("niets te vergelijken");

    private static SeasonalPattern Of(params (int Year, int First, int Second)[] years) =>
        SeasonalPattern.Of(Kinds, [.. years.SelectMany(y => Counts(y.Year, y.First, y.Second))]);

    /// <summary>The total of each half in six equal months, two thirds of it administration.</summary>
    private static IEnumerable<MonthlyApplications> Counts(int year, int first, int second) =>
        Enumerable
            .Range(1, 12)
            .SelectMany(m =>
            {
                var month = (m <= 6 ? first : second) / 6;
                return new MonthlyApplications[]
                {
                    new(new(year, m), "bewindvoering", month - month / 3),
                    new(new(year, m), "overig", month / 3),
                };
            });
}
