// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Exchange;

public class YamlReadingTests
{
    private static readonly Words<int> Sizes = new(("klein", 1), ("groot", 2));

    private sealed record Probe(
        string Name,
        DateOnly Day,
        int Number,
        Eur Amount,
        int Tenths,
        bool Flag,
        int Size,
        Knowable<int> Open
    );

    private static Probe Read(MapReader m) =>
        new(
            m.Text("naam"),
            m.Date("dag"),
            m.Integer("aantal", 1, 10),
            m.Euro("bedrag"),
            m.PercentTenths("deel"),
            m.YesNo("aan"),
            m.Choice("maat", Sizes),
            m.Knowable("open", (r, k) => r.Integer(k))
        );

    private const string Good = """
        naam: "Bijstand: op maat"
        dag: 2017-07-01
        aantal: 3
        bedrag: 124,20
        deel: 12,5%
        aan: ja
        maat: groot
        open: 4
        """;

    [Fact]
    public void A_good_file_is_read()
    {
        var probe = new YamlReading().Read(Good, Read).OrThrow();
        probe.Name.ShouldBe("Bijstand: op maat");
        probe.Day.ShouldBe(new DateOnly(2017, 7, 1));
        probe.Amount.ShouldBe(new Eur(12420));
        probe.Tenths.ShouldBe(125);
        probe.Open.ShouldBe(new Knowable<int>.Known(4));
    }

    [Fact]
    public void What_the_source_does_not_say_stays_unknown_with_its_source_and_reason()
    {
        var text = Good.Replace(
            "open: 4",
            "open:\n  onbekend: eindrapport blz. 5, het getal staat er niet",
            StringComparison.Ordinal
        );
        new YamlReading()
            .Read(text, Read)
            .OrThrow()
            .Open.ShouldBe(new Knowable<int>.Unknown("eindrapport blz. 5", "het getal staat er niet"));
    }

    [Theory]
    [InlineData("dag: 2017-07-01", "dag: 1 juli 2017", 2, "geen datum", "2017-07-01")]
    [InlineData("dag: 2017-07-01", "dag: 2017-02-30", 2, "bestaat niet", "2017-07-01")]
    [InlineData("dag: 2017-07-01", "dag: 01-07-2017", 2, "geen datum", "2017-07-01")]
    [InlineData("dag: 2017-07-01", "dag:", 2, "staat niets", "datum")]
    [InlineData("dag: 2017-07-01", "dag: null", 2, "staat niets", "datum")]
    [InlineData("dag: 2017-07-01\n", "", 1, "mist de sleutel 'dag'", "dag:")]
    [InlineData("dag: 2017-07-01", "dagg: 2017-07-01", 2, "Bedoelt u 'dag'?", "een van")]
    [InlineData("aantal: 3", "aantal: drie", 3, "geen geheel getal", "1200")]
    [InlineData("aantal: 3", "aantal: 1.200", 3, "geen geheel getal", "zonder punt")]
    [InlineData("aantal: 3", "aantal: 11", 3, "11 bij 'aantal' kan niet", "1 tot en met 10")]
    [InlineData("aantal: 3", "aantal: 3\naantal: 4", 4, "tweede keer; de eerste keer is regel 3", "één keer")]
    [InlineData("aantal: 3", "aantal: [3]", 3, "lijst of onderdeel", "één waarde")]
    [InlineData("bedrag: 124,20", "bedrag: 124.20", 4, "geen bedrag", "zonder punt")]
    [InlineData("bedrag: 124,20", "bedrag: -5", 4, "geen bedrag", "euro")]
    [InlineData("deel: 12,5%", "deel: 0.125", 5, "geen percentage", "50%")]
    [InlineData("deel: 12,5%", "deel: 150%", 5, "geen percentage", "100%")]
    [InlineData("aan: ja", "aan: true", 6, "geen keuze", "ja, nee")]
    [InlineData("maat: groot", "maat: reuze", 7, "geen keuze", "klein, groot")]
    [InlineData("naam: \"Bijstand: op maat\"", "naam: Bijstand: op maat", 1, "dubbele punt", "aanhalingstekens")]
    [InlineData("naam: \"Bijstand: op maat\"", "naam: &a Bijstand", 1, "Ankers", "uitgeschreven")]
    [InlineData("naam: \"Bijstand: op maat\"", "naam: *a", 1, "Ankers", "uitgeschreven")]
    [InlineData("naam: \"Bijstand: op maat\"", "naam: !!str x", 1, "Labels", "zonder uitroepteken")]
    [InlineData("naam: \"Bijstand: op maat\"", "naam:\n\t- x", 2, "tab", "spaties")]
    [InlineData("open: 4", "open:\n  onbekend: zomaar", 9, "geen bron met een reden", "bron, waarom")]
    [InlineData("open: 4", "open: onbekend", 8, "geen geheel getal", "getal")]
    [InlineData("open: 4", "open: 4\n---\nnaam: x", 9, "tweede document", "één document")]
    public void A_defect_is_named_with_its_line_and_what_is_expected(
        string good,
        string bad,
        int line,
        string wrong,
        string expected
    )
    {
        var text = Good.Replace(good, bad, StringComparison.Ordinal);
        string.Equals(text, Good, StringComparison.Ordinal).ShouldBeFalse();
        var faults = new YamlReading().Read(text, Read).Why.OfType<YamlFault>().ToList();
        var found = faults.ShouldHaveSingleItem(string.Join(Environment.NewLine, faults.Select(f => f.Message)));
        found.Line.ShouldBe(line);
        found.Wrong.ShouldContain(wrong);
        found.Expected.ShouldContain(expected);
        found.Message.ShouldBe($"Regel {line}: {found.Wrong} Verwacht: {found.Expected}");
    }

    [Fact]
    public void Every_fault_of_a_file_is_reported_at_once_in_the_order_of_the_lines()
    {
        var text =
            "naam:\ndag: morgen\naantal: 0\nbedrag: veel\ndeel: half\naan: misschien\nmaat: x\nopen: y\nextra: 1";
        new YamlReading()
            .Read(text, Read)
            .Why.OfType<YamlFault>()
            .Select(f => f.Line)
            .ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("{")]
    [InlineData("naam: 'open")]
    [InlineData("\0")]
    public void Text_that_is_no_section_of_keys_is_refused_and_never_throws(string text) =>
        new YamlReading().Read(text, Read).IsDone.ShouldBeFalse();
}
