// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Exchange.Register;

namespace Proeftuin.App.Tests.Register;

/// <summary>A small delivery without defects (one single person, one couple) that a test makes wrong in one place. The numbers are from the test range.</summary>
internal static class Delivered
{
    public static readonly DateOnly On = new(2017, 7, 1);

    public static readonly string[] Header =
    [
        "huishouden",
        "persoon",
        "bsn",
        "naam",
        "adres",
        "geboortedatum",
        "leefvorm",
        "uitkeringssoort",
        "ingangsdatum",
        "ontheffing 9 lid 2",
        "wsnp",
        "inrichting",
        "kostendelers",
        "kinderen onder 12",
        "maanden vrijlating n",
        "maanden vrijlating r",
        "maanden in de bijstand",
        "gemeente",
    ];

    // Nine digits from 9 that pass the eleven test, computed by hand: 9a+8b+7c+6d+5e+4f+3g+2h-i is a multiple of 11.
    private static readonly string[][] Rows =
    [
        [
            "U1",
            "1",
            "900000004",
            "Testpersoon Een",
            "Voorbeeldstraat 1",
            "12-5-1980",
            "alleenstaand",
            "Pw",
            "1-3-2014",
            "nee",
            "nee",
            "nee",
            "0",
            "0",
            "3",
            "",
            "40",
            "Testdorp",
        ],
        [
            "U2",
            "1",
            "900000016",
            "Testpersoon Twee",
            "Voorbeeldstraat 2",
            "2-1-1979",
            "gehuwd/samenwonend",
            "Pw",
            "1-3-2015",
            "nee",
            "nee",
            "nee",
            "1",
            "2",
            "",
            "",
            "28",
            "Testdorp",
        ],
        [
            "U2",
            "2",
            "900000028",
            "Testpersoon Drie",
            "Voorbeeldstraat 2",
            "3-4-1981",
            "gehuwd/samenwonend",
            "Pw",
            "1-3-2015",
            "nee",
            "nee",
            "nee",
            "1",
            "2",
            "0",
            "",
            "28",
            "Testdorp",
        ],
    ];

    public static List<string[]> Table() =>
        [
            [.. Header],
            .. Rows.Select(r => r.ToArray()),
        ];

    /// <summary>The delivery with one cell changed; row 1 is the first person.</summary>
    public static List<string[]> With(int row, string column, string value)
    {
        var table = Table();
        table[row][Array.IndexOf(Header, column)] = value;
        return table;
    }

    public static byte[] Csv(IEnumerable<string[]> table, char separator = ';') =>
        Encoding.UTF8.GetBytes(string.Join("\r\n", table.Select(row => string.Join(separator, row))) + "\r\n");

    public static RegisterReading Read(
        byte[] file,
        ControlTotals? totals = null,
        ReadingLimits? limits = null,
        DateOnly? on = null
    ) =>
        RegisterReader.Read(
            file,
            new ReadingOptions
            {
                ReferenceDate = on ?? On,
                Today = new DateOnly(2026, 1, 1),
                Municipalities = ["Testdorp"],
                Totals = totals ?? ControlTotals.None,
                ExemptionMonths = ExemptionMonthsFile.Shipped(),
                Limits = limits ?? ReadingLimits.Default,
            }
        );

    public static RegisterReading Read(IEnumerable<string[]> table) => Read(Csv(table));

    public static IReadOnlyList<string> Codes(RegisterReading reading) =>
        [.. reading.Defects.Groups.Select(g => g.Kind.Code)];

    /// <summary>A workbook with one sheet; <paramref name="sheet"/> is the XML inside &lt;worksheet&gt;, further parts replace or add files.</summary>
    public static byte[] Xlsx(string sheet, params (string Name, string Text)[] parts)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] =
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""",
            ["_rels/.rels"] =
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
            ["xl/workbook.xml"] = Workbook("""<sheet name="register" sheetId="1" r:id="rId1"/>"""),
            ["xl/_rels/workbook.xml.rels"] =
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""",
            ["xl/styles.xml"] =
                """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\-mm\-yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>""",
            ["xl/worksheets/sheet1.xml"] =
                $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>""",
        };
        foreach (var (name, text) in parts)
        {
            all[name] = text;
        }

        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in all.Keys.Order(StringComparer.Ordinal))
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(all[name]);
            }
        }

        return file.ToArray();
    }

    public static string Workbook(string sheets) =>
        $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{sheets}</sheets></workbook>""";

    public static string Sheet(IEnumerable<string[]> table) =>
        "<sheetData>"
        + string.Concat(
            table.Select(
                (row, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"<row r=\"{i + 1}\">{string.Concat(row.Select(Cell))}</row>"
                    )
            )
        )
        + "</sheetData>";

    public static string Cell(string text) =>
        $"<c t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>";
}
