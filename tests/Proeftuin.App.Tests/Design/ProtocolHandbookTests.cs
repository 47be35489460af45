// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Exchange.Yaml;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Design;

/// <summary>The handbook's list of keys is the reader's list of keys: a key that is added, dropped or changed must be explained again.</summary>
public class ProtocolHandbookTests
{
    /// <summary>Parts that no shipped protocol has, so that their keys are met too.</summary>
    private const string Rarely = """
        protocol: proef
        naam: Proef
        soort: geloot_experiment_onder_besluit
        samenvatting: Proef.
        bron: {titel: Proef, uitgever: Proef, datum: 2026-01-01, kort: proef}
        gemeenten: [{naam: Proefstad, rol: proef}]
        grondslag:
          regeling: tijdelijk_besluit_2017
          naam: wet
          vindplaats: wet
          bevoegdheid: {geldend: wet}
          afwijkingen: [{van: artikel_31_lid_2_n, wat: proef, groepen: [a], grondslag: {geldend: wet}, geldig: {van: 2026-01-01, tot_en_met: 2026-12-31}}]
          aanvraag: {ingediend: 2026-01-01, formulier: proef, penvoerder: Proefstad, toegestaan: 2026-01-01}
        eenheid: persoon
        looptijd: {van: 2026-01-01, tot_en_met: 2026-12-31}
        teldatum: 2026-12-31
        groepen:
          - {code: a, naam: A, soort: combinatie, omschrijving: A, benaderen: ja, arbeidsplicht: geldt, inlichtingenplicht: geldt, vergoeding: bon, vrijlating: {deel: 50%, maximum_alleenstaande: 1, maximum_gehuwden: 1, maanden: 1}, begeleiding: {keer_per_jaar: 1, plaatsen: 1, door: proef}}
          - {code: b, naam: B, soort: controle, omschrijving: B, benaderen: ja, arbeidsplicht: geldt, inlichtingenplicht: geldt}
          - {code: c, naam: C, soort: intensivering, omschrijving: proef, benaderen: ja, arbeidsplicht: geldt, inlichtingenplicht: geldt, begeleiding: {keer_per_jaar: 1, door: proef}}
          - {code: e, naam: E, soort: intensivering, omschrijving: proef, benaderen: ja, arbeidsplicht: geldt, inlichtingenplicht: geldt, begeleiding: {keer_per_jaar: 1, door: proef}}
          - {code: d, naam: D, soort: vrije_keuze, omschrijving: D, benaderen: ja, arbeidsplicht: geldt, inlichtingenplicht: geldt, keuze_uit: [c, e], keuze_wijzigen: altijd}
        uitsluitingen: [{code: a, regel: wsnp, omschrijving: WSNP, artikel: wet, bron: proef}]
        loting:
          doelgroep: 10
          steekproef: 10
          verdeling: {gewichten: [{groep: a, gewicht: 1}, {groep: b, gewicht: 1}, {groep: c, gewicht: 1}, {groep: d, gewicht: 1}, {groep: e, gewicht: 1}]}
          gestratificeerd: ja
          strata: [leeftijd]
          maandgroepen: {eerste_maand: 2026-01, laatste_maand: 2026-02, omschrijving: proef}
          aanmelden: voor_loting
          uitgevoerd_door: proef
        deelname: {vrijwillig: ja, schriftelijk: ja, vorm: proef, andere_groep_kiezen: nee, stoppen_zonder_sanctie: ja, streefaantal: 10}
        doelen: {ladder: [{code: werk, naam: Werk}], meer_tegelijk: ja, hoogst_haalbare_vastleggen: ja, kansrijk: proef, groepen: [a]}
        volgen: [{wie: deelnemer, doel: proef, grondslag: proef, kennisgeving: proef, bewaartermijn: proef, bezwaar: proef}]
        uitkomsten: {vraag: Proef?}
        begroting: {totaal: 1}
        gevolgen_voor_deelnemers: [{onderwerp: proef, tekst: proef}]
        analyseplan: proef.md
        """;

    private const string RarelyWithoutLot = """
        protocol: proef
        naam: Proef
        soort: instrumenten
        samenvatting: Proef.
        bron: {titel: Proef, uitgever: Proef, kort: proef}
        gemeenten: [{naam: Proefstad, rol: proef}]
        grondslag: {regeling: binnen_de_wet, naam: wet, vindplaats: wet, bevoegdheid: {geldend: wet}}
        eenheid: persoon
        looptijd: {van: 2026-01-01, tot_en_met: 2026-12-31}
        teldatum: 2026-12-31
        groepen: [{code: a, naam: A, soort: instrument, omschrijving: A, benaderen: ja, arbeidsplicht: geldt, inlichtingenplicht: geldt}]
        uitsluitingen: [{code: a, regel: wsnp, omschrijving: WSNP, artikel: wet, bron: proef}]
        voorzieningen:
          uitvoering: proef
          openingstijden: [{van: 2026-01-01, tot_en_met: 2026-12-31, dagen: [{dag: maandag, van: "09:00", tot: "17:00"}], gesloten_op: [2026-01-05], open_op: [2026-01-12]}]
          uitstroompremie: {groep: a, bedrag: 1500, werk_langer_dan_maanden: 6, keer_per_jaar: 1}
          garantieknop: {groep: a, termijn_maanden: 6, besluit_binnen_werkdagen: 3}
          bijstand_in_1_dag: {groep: a, loketten: [loket], binnen_werkuren: 8}
          intensieve_begeleiding: {groep: a, leefgebieden: [{code: werk, naam: Werk}], hoogste_score: 5, vormen: [gesprek], overdracht_aan: [team], vervolgmeting_na_maanden: 6}
        uitkomsten: {vraag: Proef?}
        begroting: {totaal: 1}
        gevolgen_voor_deelnemers: [{onderwerp: proef, tekst: proef}]
        """;

    [Fact]
    public void Every_key_of_the_reader_stands_in_the_handbook_and_no_other()
    {
        var uses = new List<KeyUse>();
        foreach (
            var text in ShippedProtocols
                .Slugs()
                .Select(s => ShippedProtocols.Text(s))
                .Append(new ProtocolText(Rarely, "plan"))
                .Append(new ProtocolText(RarelyWithoutLot))
        )
        {
            var reading = new YamlReading();
            ProtocolFile.Read(text, reading).Why.Select(w => w.Message).ShouldBeEmpty();
            uses.AddRange(reading.Keys);
        }

        var expected = uses.GroupBy(u => u.Path, StringComparer.Ordinal)
            .Select(g =>
                $"{g.Key} | {(g.All(u => u.Required) ? "ja" : "nee")} | {g.MaxBy(u => u.Holds.Length)!.Holds.Replace(" | ", " of ", StringComparison.Ordinal)}"
            )
            .Order(StringComparer.Ordinal)
            .ToList();

        var rows = Handbook().Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(Cells).ToList();
        var written = rows.Select(c => $"{c[0].Trim('`')} | {c[1]} | {c[2]}").Order(StringComparer.Ordinal).ToList();

        expected
            .Except(written, StringComparer.Ordinal)
            .ShouldBeEmpty("these keys are missing from docs/handleiding/protocol.md");
        written
            .Except(expected, StringComparer.Ordinal)
            .ShouldBeEmpty("these keys of docs/handleiding/protocol.md do not exist");
        rows.ShouldAllBe(c => c[3].Length > 5);
    }

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(c => c.Trim())];

    private static IEnumerable<string> Handbook()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "proeftuin.slnx")))
        {
            folder = folder.Parent!;
        }

        return File.ReadAllLines(Path.Combine(folder.FullName, "docs", "handleiding", "protocol.md"));
    }
}
