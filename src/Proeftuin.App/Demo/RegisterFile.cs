// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Proeftuin.App.Demo;

/// <summary>Writes a made register as CSV (semicolons, UTF-8) or as a plain XLSX workbook. The CSV is the same to the byte for the same seed on every machine; of the XLSX that holds for the cells.</summary>
public static class RegisterFile
{
    private static readonly DateTimeOffset Fixed = new(2017, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Csv(MadeRegister register)
    {
        var text = new StringBuilder();
        Line(text, MadeRegister.Header);
        foreach (var row in register.Rows)
        {
            Line(text, row);
        }

        foreach (var (what, total) in register.Totals)
        {
            Line(text, Control(what, total));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Xlsx(MadeRegister register)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", XlsxParts.ContentTypes);
            Part(zip, "_rels/.rels", XlsxParts.Relationships);
            Part(zip, "xl/workbook.xml", XlsxParts.Workbook);
            Part(zip, "xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelationships);
            var entry = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest);
            entry.LastWriteTime = Fixed;
            using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
            Sheet(writer, register);
        }

        return file.ToArray();
    }

    private static void Sheet(StreamWriter writer, MadeRegister register)
    {
        writer.Write(XlsxParts.SheetStart);
        Row(writer, MadeRegister.Header);
        foreach (var row in register.Rows)
        {
            Row(writer, row);
        }

        foreach (var (what, total) in register.Totals)
        {
            Row(writer, Control(what, total));
        }

        writer.Write(XlsxParts.SheetEnd);
    }

    private static void Row(StreamWriter writer, IReadOnlyList<string> cells)
    {
        writer.Write("<row>");
        foreach (var cell in cells)
        {
            writer.Write("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            writer.Write(SecurityElement.Escape(cell));
            writer.Write("</t></is></c>");
        }

        writer.Write("</row>");
    }

    private static string[] Control(string what, int total) =>
        [Exchange.Register.ControlLines.Mark, what, total.ToString(CultureInfo.InvariantCulture)];

    private static void Line(StringBuilder text, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            text.Append(i == 0 ? "" : ";");
            text.Append(
                cells[i].AsSpan().IndexOfAny(";\"\r\n") < 0
                    ? cells[i]
                    : $"\"{cells[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            );
        }

        text.Append("\r\n");
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Fixed;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
        writer.Write(text);
    }
}

/// <summary>The fixed parts of a workbook with one sheet of text.</summary>
internal static class XlsxParts
{
    private const string Start = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    public const string ContentTypes =
        Start
        + """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""";

    public const string Relationships =
        Start
        + """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""";

    public const string Workbook =
        Start
        + """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="register" sheetId="1" r:id="rId1"/></sheets></workbook>""";

    public const string WorkbookRelationships =
        Start
        + """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""";

    public const string SheetStart =
        Start + """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""";

    public const string SheetEnd = "</sheetData></worksheet>";
}
