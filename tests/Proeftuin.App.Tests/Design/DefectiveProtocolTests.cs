// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Exchange.Yaml;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Design;

/// <summary>Each defect is made in Groningen's protocol (unless said otherwise) by one replacement; the first fault must stand on the line of the replacement or where said.</summary>
public class DefectiveProtocolTests
{
    public static TheoryData<string, string, string, string> Defects =>
        new()
        {
            // unknown keys
            {
                "naam: Bijstand op maat",
                "naam: Bijstand op maat\nkleur: blauw",
                "'kleur' bestaat hier niet",
                "samenvatting"
            },
            { "naam: Bijstand op maat", "naem: Bijstand op maat", "Bedoelt u 'naam'?", "naam" },
            { "steekproef: 1200", "steekproef: 1200\n  reserve: 50", "'reserve' bestaat hier niet", "steekproef" },
            {
                "begroting:\n  totaal: 875000",
                "begroting:\n  valuta: euro\n  totaal: 875000",
                "'valuta' bestaat hier niet",
                "totaal"
            },
            // forgotten keys and values
            { "eenheid: huishouden\n", "", "mist de sleutel 'eenheid'", "eenheid:" },
            { "eenheid: huishouden", "eenheid:", "staat niets", "huishouden | persoon" },
            { "eenheid: huishouden", "eenheid: ~", "staat niets", "huishouden | persoon" },
            { "streefaantal: 500", "streefaantal: ''", "staat niets", "geheel getal" },
            { "analyseplan: groningen-2017.analyseplan.yaml\n", "", "mist de sleutel 'analyseplan'", "analyseplan:" },
            {
                "keer_per_jaar: 10\n",
                "keer_per_jaar:\n        onbekend: niet gevonden\n",
                "geen bron met een reden",
                "bron, waarom"
            },
            // wrong dates
            {
                "van: 2017-07-01\n  tot_en_met: 2019-06-30\n  bron",
                "van: 1-7-2017\n  tot_en_met: 2019-06-30\n  bron",
                "geen datum",
                "2017-07-01"
            },
            { "klaar: 2017-03-29", "klaar: 2017-02-29", "bestaat niet", "2017-07-01" },
            {
                "van: 2017-07-01\n  tot_en_met: 2019-06-30\n  bron",
                "van: 2017-07-01\n  tot_en_met: 2016-06-30\n  bron",
                "De laatste dag ligt vóór de eerste",
                "op of na 'van'"
            },
            {
                "teldatum:\n  onbekend: plan van aanpak hoofdstuk VII, de tweede meting is op 1 juli 2019 maar een teldatum voor de administratie staat er niet",
                "teldatum: 2016-01-01",
                "vóór het begin",
                "tijdens of na de looptijd"
            },
            // wrong numbers and words
            { "steekproef: 1200", "steekproef: 1.200", "geen geheel getal", "zonder punt" },
            { "steekproef: 1200", "steekproef: 0", "0 bij 'steekproef' kan niet", "1 of hoger" },
            { "deel: 50%", "deel: 0.5", "geen percentage", "50%" },
            { "maximum_alleenstaande: 199,00", "maximum_alleenstaande: 199.00", "geen bedrag", "124,20" },
            { "soort: intensivering", "soort: intensief", "geen keuze", "intensivering" },
            { "vrijwillig: ja", "vrijwillig: true", "geen keuze", "ja, nee" },
            { "protocol: groningen-2017", "protocol: Groningen 2017", "geen naam van een protocol", "zonder spatie" },
            { "code: keuze\n", "code: vrije keuze\n", "kan geen code van een groep zijn", "zonder spatie" },
            // what must fit together
            { "code: keuze\n", "code: controle\n", "hoort bij meer dan één groep", "eigen code" },
            {
                "groepen: [ontheffing, keuze]\n    momenten",
                "groepen: [ontheffing, keuzes]\n    momenten",
                "Er is geen groep 'keuzes'",
                "keuze"
            },
            {
                "- {groep: referentie, aantal: 200}",
                "- {groep: referentie, aantal: 100}",
                "tellen op tot 1.100, maar de steekproef is 1.200",
                "samen de steekproef"
            },
            {
                "- {groep: controle, aantal: 200}",
                "- {groep: keuze, aantal: 200}",
                "staat twee keer in de verdeling",
                "één keer"
            },
            {
                "- {groep: controle, aantal: 200}\n      - {groep: referentie, aantal: 200}",
                "- {groep: referentie, aantal: 400}",
                "doet mee maar staat niet in de verdeling",
                "controle"
            },
            { "bedrag: 120000}", "bedrag: 130000}", "tellen op tot € 885.000,00", "samen het totaal" },
            {
                "{jaar: 2019, bedrag: 235000}",
                "{jaar: 2019, bedrag: 200000}",
                "tellen op tot € 840.000,00",
                "samen het totaal"
            },
            {
                "alleen_als: {vraag: veranderd, antwoord: \"nee\"}",
                "alleen_als: {vraag: gezondheid, antwoord: \"nee\"}",
                "niet eerder gesteld",
                "hierboven"
            },
            {
                "alleen_als: {vraag: veranderd, antwoord: \"nee\"}",
                "alleen_als: {vraag: veranderd, antwoord: soms}",
                "geen antwoord op vraag",
                "ja, nee"
            },
            { "- {na_maanden: 12}", "- {na_maanden: 30}", "al voorbij", "binnen de looptijd" },
            {
                "groepen: [ontheffing, keuze]\n      grondslag",
                "groepen: [keuze]\n      grondslag",
                "geen afwijking van artikel 9 lid 1 noemt die groep",
                "artikel_9_lid_1"
            },
            { "{code: b, regel: gehuwden", "{code: a, regel: gehuwden", "staat er twee keer in", "eigen letter" },
            // options without effect
            {
                "doelgroep:\n    onbekend: plan van aanpak, het noemt ongeveer 10.000 huishoudens in de bijstand maar niet hoeveel er na de uitsluitingen overblijven",
                "doelgroep: 1000",
                "groter dan de doelgroep",
                "in de doelgroep past"
            },
            {
                "    aantallen:\n",
                "    gewichten: [{groep: ontheffing, gewicht: 1}]\n    aantallen:\n",
                "'gewichten' heeft hier geen effect",
                "óf"
            },
            {
                "gestratificeerd: nee",
                "gestratificeerd: nee\n  strata: [leeftijd]",
                "'strata' heeft hier geen effect",
                "gestratificeerd: ja"
            },
            { "gestratificeerd: nee", "gestratificeerd: ja", "mist de sleutel 'strata'", "strata:" },
            {
                "- {groep: keuze, ten_hoogste: 100}",
                "- {groep: keuze}",
                "mist de sleutel 'ten_hoogste'",
                "ten_hoogste:"
            },
            {
                "- {groep: keuze, ten_hoogste: 100}",
                "- {groep: keuze, ten_hoogste: 200}",
                "heeft geen effect: er zijn 200 mensen",
                "onder 200"
            },
            {
                "- {groep: keuze, ten_hoogste: 100}",
                "- {groep: referentie, ten_hoogste: 100}",
                "niet benaderd",
                "benaderen: ja"
            },
            {
                "benaderen: nee",
                "benaderen: nee\n    vergoeding: waardebon",
                "'vergoeding' heeft hier geen effect",
                "vergoeding"
            },
            { "benaderen: nee", "benaderen: ja", "referentiegroep wordt niet benaderd", "benaderen: nee" },
            {
                "{code: b, regel: gehuwden",
                "{code: b, getal: 2, regel: gehuwden",
                "'getal' heeft hier geen effect",
                "getal"
            },
            { "regel: jonger_dan_jaar, getal: 27", "regel: jonger_dan_jaar", "mist de sleutel 'getal'", "getal:" },
            {
                "keuze_uit: [ontheffing, begeleiding, vrijlating]",
                "keuze_uit: [ontheffing]",
                "valt niets te kiezen",
                "twee groepen"
            },
            {
                "keuze_uit: [ontheffing, begeleiding, vrijlating]",
                "keuze_uit: [ontheffing, controle]",
                "geen groep met ontheffing",
                "keuze_uit"
            },
            { "keuze_wijzigen: {onbekend:", "keuze_wijzigen: soms\n    regels: {onbekend:", "'soms'", "voor_de_start" },
            {
                "soort: intensivering",
                "soort: intensivering\n    keuze_wijzigen: altijd",
                "heeft hier geen effect",
                "vrije_keuze"
            },
            {
                "    momenten:\n      - {na_maanden: 6}",
                "    elke_maanden: 6\n    momenten:\n      - {na_maanden: 6}",
                "'momenten' heeft hier geen effect",
                "óf"
            },
            { "soort: vrijlating", "soort: controle", "'vrijlating' heeft hier geen effect", "vrijlating" },
            // the form of the file
            { "naam: Bijstand op maat", "naam: Bijstand op maat\nnaam: Nog eens", "tweede keer", "één keer" },
            { "gemeenten:\n", "gemeenten:\n\t- naam: x\n", "tab", "spaties" },
            { "naam: Bijstand op maat", "naam: &n Bijstand op maat", "Ankers", "uitgeschreven" },
            { "eenheid: huishouden", "eenheid: [huishouden]", "lijst of onderdeel", "één waarde" },
            { "risicos:\n", "risicos: geen\nrisicos_oud:\n", "geen lijst", "- " },
        };

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_defect_is_refused_with_a_line_and_what_is_expected(
        string good,
        string bad,
        string wrong,
        string expected
    )
    {
        var text = ShippedProtocols.Text("groningen-2017");
        text.Yaml.Contains(good, StringComparison.Ordinal).ShouldBeTrue($"'{good}' must stand in the protocol");
        var at = text.Yaml.IndexOf(good, StringComparison.Ordinal);
        var broken = text with { Yaml = text.Yaml[..at] + bad + text.Yaml[(at + good.Length)..] };

        var faults = ProtocolFile.Read(broken).Why.Cast<YamlFault>().ToList();

        var all = string.Join(Environment.NewLine, faults.Select(f => f.Message));
        var named = faults.Where(f => f.Wrong.Contains(wrong, StringComparison.Ordinal)).ToList();
        named.ShouldNotBeEmpty(all);
        named[0].Expected.ShouldContain(expected);
        named[0].Line.ShouldBeInRange(1, broken.Yaml.Count(c => c == '\n') + 1);
    }

    [Theory]
    [InlineData("steekproef: 1200", "steekproef: veel")]
    [InlineData("klaar: 2017-03-29", "klaar: morgen")]
    [InlineData("deel: 50%", "deel: half")]
    [InlineData("ten_hoogste: 100}", "ten_hoogst: 100}")]
    [InlineData("naam: Ontheffing van de arbeidsplicht", "naam:")]
    public void The_line_is_the_line_of_the_defect(string good, string bad)
    {
        var text = ShippedProtocols.Text("groningen-2017");
        var at = text.Yaml.IndexOf(good, StringComparison.Ordinal);
        var broken = text with { Yaml = text.Yaml[..at] + bad + text.Yaml[(at + good.Length)..] };
        ProtocolFile
            .Read(broken)
            .Why.Cast<YamlFault>()
            .First()
            .Line.ShouldBe(text.Yaml[..at].Count(c => c == '\n') + 1);
    }

    [Fact]
    public void An_analysis_plan_that_is_named_must_be_there() =>
        ProtocolFile
            .Read(ShippedProtocols.Text("groningen-2017") with { AnalysisPlan = null })
            .Why.ShouldHaveSingleItem()
            .Message.ShouldContain("niet meegeleverd");

    [Fact]
    public void Lots_have_no_place_in_a_project_without_lots()
    {
        var text = ShippedProtocols.Text("vlaardingen-2024");
        ProtocolFile
            .Read(text with { Yaml = text.Yaml + "\nloting: {doelgroep: 100}\n" })
            .Why.ShouldHaveSingleItem()
            .Message.ShouldContain("niet geloot");
    }

    [Fact]
    public void A_deviation_has_no_place_within_the_act()
    {
        var text = ShippedProtocols.Text("oss-2017");
        var yaml = text.Yaml.Replace(
            "  regeling: binnen_de_wet",
            "  regeling: binnen_de_wet\n  afwijkingen: []",
            StringComparison.Ordinal
        );
        ProtocolFile
            .Read(text with { Yaml = yaml })
            .Why.ShouldHaveSingleItem()
            .Message.ShouldContain("'afwijkingen' heeft hier geen effect");
    }

    [Fact]
    public void An_overlay_may_only_fill_what_the_protocol_calls_unknown()
    {
        var overlay = """
            aanvulling_bij: groningen-2017
            waarschuwing: Demonstratie.
            aanvullingen:
              - plaats: loting/steekproef
                reden: proef
                waarde: 100
              - plaats: loting/bestaat-niet
                reden: proef
                waarde: 100
            """;
        var why = ProtocolFile
            .Read(ShippedProtocols.Text("groningen-2017") with { Overlay = overlay })
            .Why.Select(w => w.Message)
            .ToList();
        why.Count.ShouldBe(2);
        why[0].ShouldContain("al een waarde");
        why[1].ShouldContain("bestaat niet in het protocol");
    }

    [Fact]
    public void An_overlay_of_another_protocol_is_refused()
    {
        var overlay = ShippedProtocols.Text("oss-2017", withDemo: true).Overlay;
        ProtocolFile.Read(ShippedProtocols.Text("groningen-2017") with { Overlay = overlay }).IsDone.ShouldBeFalse();
    }
}
