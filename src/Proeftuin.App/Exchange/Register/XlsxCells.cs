// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Proeftuin.App.Exchange.Register;

/// <summary>Reads the cells of a sheet as a stream of XML, without DTD and with a limit on its length; dates are written as yyyy-MM-dd, numbers with a decimal point.</summary>
internal sealed class XlsxCells(IReadOnlyList<string> shared, IReadOnlySet<int> dateStyles, bool starts1904)
{
    public static List<string> SharedStrings(SharedStringTablePart? part, ReadingLimits limits)
    {
        var strings = new List<string>();
        if (part is null)
        {
            return strings;
        }

        using var xml = Reader(part.GetStream(), limits.MaxUnpackedBytes);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                strings.Add(TextOf(xml));
            }
        }

        return strings;
    }

    /// <summary>The cell styles that show a number as a date: Excel's own numbers 14 to 22, and codes with a day or year in them.</summary>
    public static HashSet<int> DateStyles(WorkbookStylesPart? part)
    {
        var styles = new HashSet<int>();
        if (part is null)
        {
            return styles;
        }

        var codes = new Dictionary<int, string>();
        var inCellFormats = false;
        var index = 0;
        using var xml = Reader(part.GetStream(), 50_000_000);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCellFormats = xml.NodeType == XmlNodeType.Element;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
            {
                codes[Number(xml.GetAttribute("numFmtId"))] = xml.GetAttribute("formatCode") ?? "";
            }
            else if (inCellFormats && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                var format = Number(xml.GetAttribute("numFmtId"));
                if (format is >= 14 and <= 22 || (codes.TryGetValue(format, out var code) && IsDateCode(code)))
                {
                    styles.Add(index);
                }

                index++;
            }
        }

        return styles;
    }

    public List<SourceRow> Rows(WorksheetPart part, ReadingLimits limits, DefectReport report)
    {
        var rows = new List<SourceRow>();
        var cells = new List<string>();
        var line = 0;
        using var xml = Reader(part.GetStream(), limits.MaxUnpackedBytes);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row")
            {
                rows.Add(new SourceRow(line, [.. cells]));
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "row":
                    line = xml.GetAttribute("r") is { } number ? Number(number) : line + 1;
                    Hidden(xml, "rij", line, report);
                    cells.Clear();
                    if (rows.Count > limits.MaxRows + 1)
                    {
                        return rows;
                    }

                    break;
                case "c":
                    Cell(xml, line, cells, limits, report);
                    break;
                case "col":
                    Hidden(xml, "kolom", Number(xml.GetAttribute("min")), report);
                    break;
                case "mergeCell":
                    report.Add(DefectKinds.XlsxMerged, $"De cellen {xml.GetAttribute("ref")} zijn samengevoegd.");
                    break;
            }
        }

        return rows;
    }

    private void Cell(XmlReader xml, int line, List<string> cells, ReadingLimits limits, DefectReport report)
    {
        var place = xml.GetAttribute("r") ?? "";
        var column = ColumnOf(place) is { } found and >= 0 ? found : cells.Count;
        if (column > limits.MaxColumns + 1)
        {
            column = limits.MaxColumns + 1;
        }

        var type = xml.GetAttribute("t");
        var style = Number(xml.GetAttribute("s"));
        var (value, isFormula) = xml.IsEmptyElement ? ("", false) : ValueOf(xml, type);
        if (isFormula)
        {
            report.Add(DefectKinds.XlsxFormula, $"Cel {place} bevat een formule.", row: line);
        }

        while (cells.Count <= column)
        {
            cells.Add("");
        }

        cells[column] = type switch
        {
            "s" => shared[Number(value)],
            "b" => value == "1" ? "ja" : "nee",
            "e" => ErrorValue(value, place, line, report),
            null or "n" when dateStyles.Contains(style) => Date(value),
            _ => value,
        };
    }

    private static string ErrorValue(string value, string place, int line, DefectReport report)
    {
        report.Add(DefectKinds.XlsxErrorValue, $"Cel {place} bevat de fout {value}.", row: line);
        return "";
    }

    /// <summary>A serial day as a date; a time of day is dropped. Serial 60 is 29 February 1900, which did not exist, and stays a number.</summary>
    private string Date(string serial) =>
        decimal.TryParse(serial, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)
        && Day((int)Math.Floor(days)) is { } day
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : serial;

    private DateOnly? Day(int serial) => starts1904 ? new DateOnly(1904, 1, 1).AddDays(serial) : SerialDay(serial);

    /// <summary>The day of an Excel serial number in the 1900 system; null outside 1900 up to 2200 and for the day that did not exist.</summary>
    public static DateOnly? SerialDay(int serial) =>
        serial is < 1 or 60 or > 109_574 ? null : new DateOnly(1899, 12, serial < 60 ? 31 : 30).AddDays(serial);

    private static (string Value, bool IsFormula) ValueOf(XmlReader xml, string? type)
    {
        var depth = xml.Depth;
        var isFormula = false;
        var value = "";
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" })
            {
                isFormula = true;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                value = Joined(value, TextOf(xml));
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace && !isFormula)
            {
                value = Joined(value, xml.Value);
            }
        }

        return (value, isFormula);
    }

    /// <summary>Nearly every cell has one run of text, and then there is nothing to join.</summary>
    private static string Joined(string text, string run) => text.Length == 0 ? run : text + run;

    /// <summary>The text of a string item: the runs one after another, without phonetic help.</summary>
    private static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var text = "";
        var isPhonetic = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh")
            {
                isPhonetic = xml.NodeType == XmlNodeType.Element;
            }
            else if (!isPhonetic && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                text = Joined(text, xml.Value);
            }
        }

        return text;
    }

    private static void Hidden(XmlReader xml, string what, int number, DefectReport report)
    {
        if (xml.GetAttribute("hidden") is "1" or "true")
        {
            report.Add(DefectKinds.XlsxHidden, $"De {what} met nummer {number} is verborgen.");
        }
    }

    /// <summary>"B7" is column 1; -1 where there is no letter.</summary>
    private static int ColumnOf(string place)
    {
        var column = 0;
        for (var i = 0; i < Math.Min(3, place.Length) && char.IsAsciiLetterUpper(place[i]); i++)
        {
            column = column * 26 + (place[i] - 'A' + 1);
        }

        return column - 1;
    }

    private static bool IsDateCode(string code)
    {
        var bare = System.Text.RegularExpressions.Regex.Replace(code, "\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return bare.IndexOfAny(['y', 'Y', 'd', 'D', 'j', 'J']) >= 0;
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static XmlReader Reader(Stream stream, long limit) =>
        XmlReader.Create(
            stream,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = limit,
                IgnoreComments = true,
                CloseInput = true,
            }
        );
}
