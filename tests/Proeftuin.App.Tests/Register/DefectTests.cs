// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Proeftuin.App.Exchange.Register;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Register;

/// <summary>Every kind of defect, with a file that has it. The table says which file gives which code.</summary>
public sealed class DefectTests
{
    private static readonly (string Code, Func<RegisterReading> Read)[] Table =
    [
        ("BESTAND-LEEG", () => Delivered.Read([])),
        ("BESTAND-LEEG", () => Delivered.Read("  \r\n \r\n"u8.ToArray())),
        (
            "BESTAND-TE-GROOT",
            () => Delivered.Read(Delivered.Csv(Delivered.Table()), limits: new ReadingLimits { MaxBytes = 100 })
        ),
        ("BESTAND-HTML", () => Delivered.Read("<html><table><tr><td>bsn"u8.ToArray())),
        ("BESTAND-XLS", () => Delivered.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])),
        ("BESTAND-SOORT", () => Delivered.Read("%PDF-1.7 bsn;naam"u8.ToArray())),
        ("BESTAND-SOORT", () => Delivered.Read(Zip(("readme.txt", "geen werkmap")))),
        ("BESTAND-CODERING", () => Delivered.Read([.. "huishouden;bsn\r\nJos"u8, 0x81, (byte)';'])),
        ("BESTAND-CODERING", () => Delivered.Read([0xFF, 0xFE, 0, 0, 1, 0, 0, 0])),
        ("BESTAND-CODERING", () => Delivered.Read([0xEF, 0xBB, 0xBF, 0xC3, 0x28])),
        ("BESTAND-NUL", () => Delivered.Read([.. Delivered.Csv(Delivered.Table()), 0, 0])),
        ("BESTAND-SCHEIDING", () => Delivered.Read(Delivered.Csv(Delivered.Table(), '|'))),
        ("BESTAND-ALLEEN-KOP", () => Delivered.Read(Delivered.Table()[..1])),
        ("BESTAND-AANHALING", () => Delivered.Read(Delivered.With(1, "naam", "Test\"persoon"))),
        ("BESTAND-AANHALING", () => Delivered.Read(Delivered.With(1, "naam", "\"Testpersoon"))),
        ("XLSX-KAPOT", () => Delivered.Read([.. "PK\u0003\u0004"u8, 1, 2, 3, 4])),
        ("XLSX-KAPOT", () => Delivered.Read(Delivered.Xlsx("<sheetData><row>"))),
        (
            "XLSX-KAPOT",
            () =>
                Delivered.Read(
                    Delivered.Xlsx(
                        "",
                        ("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet>&b;</worksheet>")
                    )
                )
        ),
        (
            "XLSX-OPGEBLAZEN",
            () => Delivered.Read(Delivered.Xlsx("<sheetData/>", ("xl/media/a.xml", new string('0', 20_000_000))))
        ),
        (
            "XLSX-MACRO",
            () => Delivered.Read(Delivered.Xlsx(Delivered.Sheet(Delivered.Table()), ("xl/vbaProject.bin", "x")))
        ),
        (
            "XLSX-KOPPELING",
            () =>
                Delivered.Read(
                    Delivered.Xlsx(Delivered.Sheet(Delivered.Table()), ("xl/externalLinks/externalLink1.xml", "<a/>"))
                )
        ),
        (
            "XLSX-BLADEN",
            () =>
                Delivered.Read(
                    Delivered.Xlsx(
                        Delivered.Sheet(Delivered.Table()),
                        (
                            "xl/workbook.xml",
                            Delivered.Workbook(
                                """<sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId1"/>"""
                            )
                        )
                    )
                )
        ),
        (
            "XLSX-VERBORGEN",
            () =>
                Delivered.Read(
                    Delivered.Xlsx(
                        Delivered.Sheet(Delivered.Table()),
                        (
                            "xl/workbook.xml",
                            Delivered.Workbook("""<sheet name="a" sheetId="1" state="hidden" r:id="rId1"/>""")
                        )
                    )
                )
        ),
        (
            "XLSX-VERBORGEN",
            () =>
                Delivered.Read(
                    Delivered.Xlsx(
                        "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>" + Delivered.Sheet(Delivered.Table())
                    )
                )
        ),
        (
            "XLSX-SAMENGEVOEGD",
            () =>
                Delivered.Read(
                    Delivered.Xlsx(
                        Delivered.Sheet(Delivered.Table()) + "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"
                    )
                )
        ),
        (
            "XLSX-FORMULE",
            () =>
                Delivered.Read(
                    Delivered.Xlsx(
                        Delivered
                            .Sheet(Delivered.Table())
                            .Replace(
                                Delivered.Cell("Testpersoon Een"),
                                "<c t=\"str\"><f>A1</f><v>Testpersoon</v></c>",
                                StringComparison.Ordinal
                            )
                    )
                )
        ),
        (
            "XLSX-FOUTWAARDE",
            () =>
                Delivered.Read(
                    Delivered.Xlsx(
                        Delivered
                            .Sheet(Delivered.Table())
                            .Replace(
                                Delivered.Cell("Voorbeeldstraat 1"),
                                "<c t=\"e\"><v>#REF!</v></c>",
                                StringComparison.Ordinal
                            )
                    )
                )
        ),
        ("KOP-ONTBREEKT", () => Delivered.Read(Delivered.Table()[1..])),
        ("KOLOM-ONTBREEKT", () => Delivered.Read(Without("wsnp"))),
        ("KOLOM-DUBBEL", () => Delivered.Read(Renamed("adres", "achternaam"))),
        ("KOLOM-ZONDER-NAAM", () => Delivered.Read(Renamed("adres", ""))),
        (
            "KOLOM-TE-VEEL",
            () => Delivered.Read(Delivered.Table().ConvertAll(r => (string[])[.. r, .. Enumerable.Repeat("x", 100)]))
        ),
        ("RIJ-TE-KORT", () => Delivered.Read([Delivered.Header, ["U1", "1"]])),
        ("RIJ-TE-BREED", () => Delivered.Read([.. Delivered.Table()[..3], [.. Delivered.Table()[3], "extra"]])),
        ("RIJ-TE-LANG", () => Delivered.Read(Delivered.With(1, "adres", new string('a', 9000)))),
        (
            "RIJ-TE-VEEL",
            () => Delivered.Read(Delivered.Csv(Delivered.Table()), limits: new ReadingLimits { MaxRows = 2 })
        ),
        ("CEL-FORMULE", () => Delivered.Read(Delivered.With(1, "naam", "=1+1"))),
        ("CEL-FORMULE", () => Delivered.Read(Delivered.With(1, "naam", "+31612"))),
        ("CEL-FORMULE", () => Delivered.Read(Delivered.With(1, "adres", "-2+3+cmd"))),
        ("CEL-FORMULE", () => Delivered.Read(Delivered.With(1, "wsnp", "@ja"))),
        ("CEL-TEKEN", () => Delivered.Read(Delivered.With(1, "naam", "Test\u0007persoon"))),
        ("CEL-VERMINKT", () => Delivered.Read(Delivered.With(1, "naam", "JosÃ©"))),
        ("CEL-TE-LANG", () => Delivered.Read(Delivered.With(1, "adres", new string('a', 201)))),
        ("CEL-LEEG", () => Delivered.Read(Delivered.With(1, "geboortedatum", ""))),
        ("BSN-LENGTE", () => Delivered.Read(Delivered.With(1, "bsn", "90000004"))),
        ("BSN-LENGTE", () => Delivered.Read(Delivered.With(1, "bsn", "negen"))),
        ("BSN-ELFPROEF", () => Delivered.Read(Delivered.With(1, "bsn", "900000008"))),
        ("BSN-DUBBEL", () => Delivered.Read(Delivered.With(3, "bsn", "900000016"))),
        ("BSN-TWEE-HUISHOUDENS", () => Delivered.Read(Delivered.With(1, "bsn", "900000016"))),
        ("HUISHOUDEN-IS-BSN", () => Delivered.Read(Delivered.With(1, "huishouden", "900000004"))),
        ("GEBOREN-TOEKOMST", () => Delivered.Read(Delivered.With(1, "geboortedatum", "2-7-2017"))),
        ("GEBOREN-VOOR-1900", () => Delivered.Read(Delivered.With(1, "geboortedatum", "31-12-1899"))),
        ("DATUM-BESTAAT-NIET", () => Delivered.Read(Delivered.With(1, "geboortedatum", "31-2-1980"))),
        ("DATUM-JAAR-TWEE-CIJFERS", () => Delivered.Read(Delivered.With(1, "geboortedatum", "1-7-80"))),
        ("DATUM-VOLGORDE", () => Delivered.Read(Delivered.With(1, "geboortedatum", "07/25/1980"))),
        ("DATUM-ONLEESBAAR", () => Delivered.Read(Delivered.With(1, "geboortedatum", "zomer 1980"))),
        ("UITKERING-TOEKOMST", () => Delivered.Read(Delivered.With(1, "ingangsdatum", "2-7-2017"))),
        ("UITKERING-VOOR-GEBOORTE", () => Delivered.Read(Delivered.With(1, "ingangsdatum", "1-1-1980"))),
        ("WOORD-ONBEKEND", () => Delivered.Read(Delivered.With(1, "leefvorm", "kluizenaar"))),
        ("WOORD-ONBEKEND", () => Delivered.Read(Delivered.With(1, "wsnp", "misschien"))),
        ("GETAL-ONLEESBAAR", () => Delivered.Read(Delivered.With(1, "kostendelers", "twee"))),
        ("GETAL-NEGATIEF", () => Delivered.Read(Delivered.With(1, "kostendelers", "-1"))),
        ("GETAL-DECIMAAL", () => Delivered.Read(Delivered.With(1, "maanden vrijlating n", "2,5"))),
        ("GETAL-TE-GROOT", () => Delivered.Read(Delivered.With(1, "kinderen onder 12", "21"))),
        ("VRIJLATING-TE-VEEL", () => Delivered.Read(Delivered.With(1, "maanden vrijlating n", "7"))),
        ("VRIJLATING-TE-VEEL", () => Delivered.Read(Delivered.With(1, "maanden vrijlating r", "31"))),
        ("MAANDEN-TEGENSTRIJDIG", () => Delivered.Read(Delivered.With(1, "maanden in de bijstand", "5"))),
        ("PAAR-MET-EEN", () => Delivered.Read(Delivered.With(1, "leefvorm", "gehuwd"))),
        (
            "ALLEEN-MET-TWEE",
            () =>
                Delivered.Read(
                    Delivered.Table().ConvertAll(r => r[0] == "U2" ? [.. r[..6], "alleenstaand", .. r[7..]] : r)
                )
        ),
        ("HUISHOUDEN-TE-GROOT", () => Delivered.Read(Delivered.With(1, "huishouden", "U2"))),
        ("PERSOON-DUBBEL", () => Delivered.Read(Delivered.With(3, "persoon", "1"))),
        ("UITKERING-TEGENSTRIJDIG", () => Delivered.Read(Delivered.With(3, "uitkeringssoort", "Bbz"))),
        ("LEEFVORM-TEGENSTRIJDIG", () => Delivered.Read(Delivered.With(3, "leefvorm", "alleenstaand"))),
        ("HUISHOUDEN-TEGENSTRIJDIG", () => Delivered.Read(Delivered.With(3, "kostendelers", "0"))),
        (
            "GEMEENTE-TWEE",
            () =>
                RegisterReader.Read(
                    Delivered.Csv(Delivered.With(3, "gemeente", "Anderdorp")),
                    new ReadingOptions
                    {
                        ReferenceDate = Delivered.On,
                        Today = Delivered.On,
                        Municipalities = ["Testdorp", "Anderdorp"],
                    }
                )
        ),
        ("GEMEENTE-ANDERE", () => Delivered.Read(Delivered.With(1, "gemeente", "Elders"))),
        (
            "TOTAAL-KLOPT-NIET",
            () => Delivered.Read(Delivered.Csv([.. Delivered.Table(), ["#controle", "personen", "4"]]))
        ),
        ("TOTAAL-KLOPT-NIET", () => Delivered.Read(Delivered.Csv(Delivered.Table()), new ControlTotals(3, null, null))),
        (
            "TOTAAL-ONLEESBAAR",
            () => Delivered.Read(Delivered.Csv([.. Delivered.Table(), ["#controle", "koeien", "4"]]))
        ),
        (
            "PEILDATUM-ONTBREEKT",
            () =>
                RegisterReader.Read(
                    Delivered.Csv(Delivered.Table()),
                    new ReadingOptions { ReferenceDate = null, Today = Delivered.On }
                )
        ),
        (
            "PEILDATUM-TOEKOMST",
            () =>
                RegisterReader.Read(
                    Delivered.Csv(Delivered.Table()),
                    new ReadingOptions { ReferenceDate = Delivered.On, Today = Delivered.On.AddDays(-1) }
                )
        ),
    ];

    public static TheoryData<int, string> Cases => [.. Table.Select((row, i) => (i, row.Code))];

    [Theory, MemberData(nameof(Cases))]
    public void A_defective_delivery_gives_its_code_and_nothing_is_accepted(int number, string code)
    {
        var reading = Table[number].Read();

        Delivered.Codes(reading).ShouldContain(code);
        reading.ContentSha256.ShouldBe("");
    }

    [Fact]
    public void Every_kind_of_defect_has_a_file_that_shows_it()
    {
        DefectKinds.All.Select(k => k.Code).Except(Table.Select(t => t.Code), StringComparer.Ordinal).ShouldBeEmpty();
        DefectKinds.All.Count.ShouldBeGreaterThanOrEqualTo(40);
        DefectKinds.All.Select(k => k.Code).ShouldBeUnique();
    }

    [Fact]
    public void The_delivery_that_the_table_makes_wrong_is_right_itself()
    {
        var reading = Delivered.Read(Delivered.Table());

        Delivered.Codes(reading).ShouldBeEmpty();
        reading.Households.Count.ShouldBe(2);
        reading.Persons.ShouldBe(3);
    }

    [Fact]
    public void No_report_ever_shows_a_bsn_or_a_name()
    {
        foreach (var (code, read) in Table)
        {
            var text = Encoding.UTF8.GetString(DefectCsv.Write(read().Defects));

            text.ShouldNotContain("900000004", customMessage: code);
            text.ShouldNotContain("900000016", customMessage: code);
            text.ShouldNotContain("900000028", customMessage: code);
            text.ShouldNotContain("Testpersoon", customMessage: code);
        }
    }

    [Fact]
    public void A_defect_names_row_column_masked_value_and_remedy()
    {
        var defect = Delivered.Read(Delivered.With(2, "bsn", "123456789")).Defects.Groups.ShouldHaveSingleItem();

        var shown = defect.Kept.ShouldHaveSingleItem();
        shown.Row.ShouldBe(3);
        shown.Column.ShouldBe("bsn");
        shown.MaskedValue.ShouldBe("*******89");
        defect.Kind.Remedy.ShouldBe("Zoek het nummer na in de bron.");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31", "'+31")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("gewoon", "gewoon")]
    public void The_download_cannot_run_as_a_formula(string cell, string written) =>
        DefectCsv.Neutral(cell).ShouldBe(written);

    [Fact]
    public void Of_many_defects_of_one_kind_all_are_counted_and_the_first_thousand_kept()
    {
        var table = new List<string[]> { Delivered.Header };
        for (var i = 0; i < 1500; i++)
        {
            table.Add([
                "U" + i,
                "1",
                "000000000",
                "x",
                "",
                "1-1-1980",
                "alleenstaand",
                "Pw",
                "1-1-2017",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
            ]);
        }

        var group = Delivered.Read(table).Defects.Groups.ShouldHaveSingleItem();

        group.Count.ShouldBe(1500);
        group.Kept.Count.ShouldBe(1000);
    }

    private static List<string[]> Without(string column)
    {
        var at = Array.IndexOf(Delivered.Header, column);
        return Delivered.Table().ConvertAll(row => (string[])[.. row[..at], .. row[(at + 1)..]]);
    }

    private static List<string[]> Renamed(string column, string name)
    {
        var table = Delivered.Table();
        table[0][Array.IndexOf(Delivered.Header, column)] = name;
        return table;
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (
            var zip = new System.IO.Compression.ZipArchive(
                file,
                System.IO.Compression.ZipArchiveMode.Create,
                leaveOpen: true
            )
        )
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return file.ToArray();
    }
}
