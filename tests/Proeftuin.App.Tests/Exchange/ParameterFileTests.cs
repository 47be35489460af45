// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.Core.Settlement;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Exchange;

/// <summary>The parameter files that travel with the program, and files that must be refused.</summary>
public sealed class ParameterFileTests
{
    // read by hand from the table of norms and maxima, in eurocents
    [Theory]
    [InlineData("norm-alleenstaande", "2017-10-01", 98652)]
    [InlineData("norm-alleenstaande", "2018-01-01", 99212)]
    [InlineData("norm-gehuwden", "2018-01-01", 141732)]
    [InlineData("norm-gehuwden-aow", "2024-01-01", 193232)]
    [InlineData("vrijlating-n-maximum", "2017-06-30", 20000)]
    [InlineData("vrijlating-n-maximum", "2018-06-30", 20200)]
    [InlineData("vrijlating-r-maximum", "2019-12-31", 13158)]
    [InlineData("vrijlating-y-maximum", "2026-01-01", 18019)]
    [InlineData("vrijlating-z-maximum", "2025-03-01", 17304)]
    [InlineData("vrijlating-leeftijd", "2020-12-31", 27)]
    [InlineData("vrijlating-leeftijd", "2021-09-30", 18)]
    [InlineData("vrijlating-leeftijd", "2021-10-01", 27)]
    [InlineData("premie-j-maximum", "2026-07-01", 344600)]
    [InlineData("kostendeler-leeftijd", "2022-12-31", 21)]
    [InlineData("kostendeler-leeftijd", "2023-01-01", 27)]
    [InlineData("norm-jong-verhoging", "2026-01-01", 74645)]
    public void A_shipped_parameter_has_the_value_of_the_day(string name, string on, long value) =>
        ShippedParameters.Book.Find(name, Day(on)).OrThrow().Value.ShouldBe(value);

    [Fact]
    public void A_maximum_that_nobody_found_is_refused_by_name_and_day() =>
        ShippedParameters
            .Book.Find("vrijlating-n-maximum", Day("2026-11-01"))
            .Why.ShouldHaveSingleItem()
            .Message.ShouldStartWith("Het maximum van artikel 31 lid 2 onder n per 1 juli 2026 is niet bekend");

    [Fact]
    public void Nothing_is_carried_forward_beyond_the_last_row() =>
        ShippedParameters
            .Book.Find("norm-alleenstaande", Day("2027-01-01"))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<ParameterUnknown>();

    [Fact]
    public void What_was_corrected_later_was_not_known_before()
    {
        var book = ShippedParameters.Book;
        book.Find("vrijlating-z-maximum", Day("2025-01-01"), knownOn: Day("2025-02-03"))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<ParameterNotYetKnown>();
        book.Find("vrijlating-z-maximum", Day("2025-01-01"), knownOn: Day("2025-02-04")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void The_letters_z_and_aa_do_not_exist_before_2023()
    {
        ShippedParameters.Book.Exists("vrijlating-z-percentage", Day("2022-12-31")).ShouldBeFalse();
        ShippedParameters.Book.Exists("vrijlating-z-percentage", Day("2023-01-01")).ShouldBeTrue();
    }

    [Fact]
    public void Every_name_the_settlement_reads_is_a_file_and_every_file_has_an_article_and_sources()
    {
        var names = typeof(ParameterNames).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToList();
        names.Count.ShouldBeGreaterThan(40);
        foreach (var name in names)
        {
            ShippedParameters.Book.Named(name).ShouldNotBeNull(name);
        }

        foreach (var parameter in ShippedParameters.Book.All)
        {
            parameter.Article.Text.Length.ShouldBeGreaterThan(5, parameter.Name);
            parameter.Rows.ShouldAllBe(r => r.Dated.Citation.Source.Length > 5 && r.Confidence.Length > 5);
            parameter.Rows.ShouldAllBe(r => r.Dated.Value != null || r.Unknown!.Length > 10);
        }
    }

    [Fact]
    public void The_claim_on_holiday_pay_is_that_of_the_ministry_and_stops_where_nobody_looked()
    {
        var claim = ShippedParameters.Book.HolidayClaimOn(Day("2026-03-01")).OrThrow().Value;
        // 8% of 500; 8% of 1,000 minus 20.77; 8% of 2,000 minus 2.67; 5.02% of 2,500 minus 1.68
        claim.Over(new(50000), Rounding.HalfUp).Cents.ShouldBe(4000);
        claim.Over(new(100000), Rounding.HalfUp).Cents.ShouldBe(5923);
        claim.Over(new(200000), Rounding.HalfUp).Cents.ShouldBe(15733);
        claim.Over(new(250000), Rounding.HalfUp).Cents.ShouldBe(12382);
        ShippedParameters.Book.HolidayClaimOn(Day("2026-07-01")).IsDone.ShouldBeFalse();
        ShippedParameters.Book.HolidayClaimOn(Day("2018-01-01")).IsDone.ShouldBeFalse();
    }

    private const string Head =
        "parameter: proef\nnaam: de proef\neenheid: eurocent\nwet: BWBR0015703\nartikel: artikel 31\nartikel_nummer: \"31\"\n"
        + "bekend_vanaf: {onbekend: \"een test, niemand weet het\"}\nrijen:\n";

    private const string First =
        "  - {van: 2017-01-01, tot_en_met: 2017-06-30, waarde: 1, bron: wet, zekerheid: gelezen}\n";

    [Fact]
    public void A_plain_file_is_read() => ParameterFile.Read(Head + First).OrThrow().Rows.Count.ShouldBe(1);

    [Theory]
    [InlineData("  - {van: 2017-06-30, waarde: 2, bron: wet, zekerheid: gelezen}\n", "twee waarden voor 30 juni 2017")]
    [InlineData(
        "  - {van: 2017-07-02, waarde: 2, bron: wet, zekerheid: gelezen}\n",
        "slaat 1 juli 2017 tot en met 1 juli 2017 over"
    )]
    [InlineData("  - {van: 2017-07-01, waarde: 2, zekerheid: gelezen}\n", "mist de sleutel 'bron'")]
    [InlineData("  - {van: 2017-07-01, waarde: 2, bron: wet}\n", "mist de sleutel 'zekerheid'")]
    [InlineData("  - {van: 2017-07-01, bron: wet, zekerheid: gelezen}\n", "mist de sleutel 'waarde'")]
    [InlineData("  - {van: 2017-07-01, waarde: 2, bron: , zekerheid: gelezen}\n", "Bij 'bron' staat niets")]
    [InlineData("  - {van: 2017-07-01, waarde: -2, bron: wet, zekerheid: gelezen}\n", "-2 bij 'waarde' kan niet")]
    [InlineData("  - {van: 2017-07-01, waarde: \"2,50\", bron: wet, zekerheid: gelezen}\n", "geen geheel getal")]
    [InlineData("  - {van: 2017-02-30, waarde: 2, bron: wet, zekerheid: gelezen}\n", "bestaat niet")]
    [InlineData(
        "  - {van: 2017-07-01, tot_en_met: 2017-06-30, waarde: 2, bron: wet, zekerheid: gelezen}\n",
        "De laatste dag ligt vóór de eerste"
    )]
    [InlineData(
        "  - {van: 2017-07-01, waarde: 2, bron: wet, zekerheid: gelezen, kleur: rood}\n",
        "De sleutel 'kleur' bestaat hier niet"
    )]
    public void A_file_that_cannot_be_right_is_refused(string second, string says) =>
        string.Join(' ', ParameterFile.Read(Head + First + second).Why.Select(w => w.Message)).ShouldContain(says);

    [Fact]
    public void A_correction_may_cover_the_same_days_when_both_say_since_when_they_are_known()
    {
        const string rows =
            "  - {van: 2017-01-01, waarde: 1, bekend_vanaf: 2017-01-01, bron: wet, zekerheid: gelezen}\n"
            + "  - {van: 2017-01-01, waarde: 2, bekend_vanaf: 2017-02-01, bron: wet, zekerheid: verbeterd}\n";
        var book = ParameterBook.Of([ParameterFile.Read(Head + rows).OrThrow()], []).OrThrow();
        book.Find("proef", Day("2017-03-01")).OrThrow().Value.ShouldBe(2);
        book.Find("proef", Day("2017-03-01"), Day("2017-01-31")).OrThrow().Value.ShouldBe(1);
    }

    private const string Choice =
        "  - {sleutel: vierwekenloon, vraag: hoe, standaard: dertien_twaalfde, reden: daarom, bron: een bron}\n";

    [Theory]
    [InlineData("De keuze 'reiskosten' moet er precies één keer in staan", "")]
    [InlineData("De keuze 'vierwekenloon' moet er precies één keer in staan", Choice)]
    [InlineData("mist de sleutel 'reden'", "  - {sleutel: reiskosten, vraag: hoe, standaard: niet, bron: een bron}\n")]
    [InlineData("mist de sleutel 'bron'", "  - {sleutel: reiskosten, vraag: hoe, standaard: niet, reden: daarom}\n")]
    [InlineData(
        "'soms' bij 'standaard' is geen keuze",
        "  - {sleutel: reiskosten, vraag: hoe, standaard: soms, reden: daarom, bron: een bron}\n"
    )]
    [InlineData(
        "'kleur' bij 'sleutel' is geen keuze",
        "  - {sleutel: kleur, vraag: hoe, standaard: rood, reden: daarom, bron: een bron}\n"
    )]
    public void Municipal_choices_without_a_reason_a_source_or_a_known_word_are_refused(string says, string second) =>
        string.Join(
                ' ',
                MunicipalChoicesFile
                    .Read("parameter: gemeentekeuzes\nkeuzes:\n" + Choice + second)
                    .Why.Select(w => w.Message)
            )
            .ShouldContain(says);

    [Fact]
    public void Two_choices_have_no_default_and_every_choice_has_a_reason_and_a_source()
    {
        var shipped = MunicipalChoicesFile.Shipped;
        shipped
            .Where(c => c.Default is null)
            .Select(c => c.Key.Key)
            .ShouldBe(["ontslagvergoeding", "maximum_gehuwden_geldt"]);
        shipped.ShouldAllBe(c => c.Reason.Length > 20 && c.Source.Length > 10);
        MunicipalChoicesFile.Defaults.Severance.ShouldBeNull();
        MunicipalChoicesFile.Defaults.CoupleMaximumFor.ShouldBeNull();
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
