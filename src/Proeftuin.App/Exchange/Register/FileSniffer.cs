// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using System.Text.Unicode;

namespace Proeftuin.App.Exchange.Register;

/// <summary>Looks at the first bytes of a delivery to see what it really is, whatever its name says.</summary>
internal static class FileSniffer
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly System.Buffers.SearchValues<byte> NotInWindows1252 = System.Buffers.SearchValues.Create([
        0x81,
        0x8D,
        0x8F,
        0x90,
        0x9D,
    ]);

    /// <summary>The file as a table; null when a defect says why not. <paramref name="isHeader"/> knows the column names by which separator and header are found; those of the register when it is left out.</summary>
    public static SourceTable? Open(
        byte[] file,
        ReadingLimits limits,
        DefectReport report,
        Func<string, bool>? isHeader = null
    )
    {
        isHeader ??= cell => RegisterColumns.Recognise(cell) is not null;
        if (file.Length > limits.MaxBytes)
        {
            report.Add(DefectKinds.FileTooLarge, $"Het bestand is groter dan {limits.MaxBytes / 1024 / 1024} MB.");
            return null;
        }

        if (Begins(file, "PK\u0003\u0004"u8))
        {
            return XlsxSource.Open(file, limits, report);
        }

        if (Begins(file, [0xD0, 0xCF, 0x11, 0xE0]))
        {
            report.Add(
                DefectKinds.FileIsOldExcel,
                "Het bestand is een .xls-bestand of een Excel-bestand met een wachtwoord."
            );
            return null;
        }

        if (
            Begins(file, "%PDF"u8)
            || Begins(file, [0x89, 0x50, 0x4E, 0x47])
            || Begins(file, [0xFF, 0xD8, 0xFF])
            || Begins(file, [0x1F, 0x8B])
        )
        {
            report.Add(DefectKinds.FileKindUnknown, "Het bestand is een pdf, een plaatje of een ingepakt bestand.");
            return null;
        }

        return Text(file, report) is { } text
            ? CsvSource.Open(text.Text, text.Encoding, limits, report, isHeader)
            : null;
    }

    private static (string Text, string Encoding)? Text(byte[] file, DefectReport report)
    {
        var decoded = Decode(file, report);
        if (decoded is not { } found)
        {
            return null;
        }

        var start = found.Text.AsSpan().TrimStart();
        if (start.IsEmpty)
        {
            report.Add(DefectKinds.FileEmpty, "Er staat niets in het bestand.");
            return null;
        }

        if (start[0] == '<')
        {
            report.Add(DefectKinds.FileIsHtml, "Het bestand begint met '<': het is een webpagina of XML.");
            return null;
        }

        if (found.Text.Contains('\0'))
        {
            report.Add(DefectKinds.FileHasNul, "Er staan NUL-tekens tussen de tekst.");
            return null;
        }

        return found;
    }

    private static (string Text, string Encoding)? Decode(byte[] file, DefectReport report)
    {
        if (Begins(file, [0xFF, 0xFE, 0, 0]) || Begins(file, [0, 0, 0xFE, 0xFF]))
        {
            report.Add(DefectKinds.FileEncoding, "Het bestand is in UTF-32 opgeslagen.");
            return null;
        }

        if (Begins(file, [0xEF, 0xBB, 0xBF]))
        {
            return Strict(new UTF8Encoding(false, true), file.AsSpan(3), "UTF-8 met BOM", report);
        }

        if (Begins(file, [0xFF, 0xFE]))
        {
            return Strict(new UnicodeEncoding(false, false, true), file.AsSpan(2), "UTF-16", report);
        }

        if (Begins(file, [0xFE, 0xFF]))
        {
            return Strict(new UnicodeEncoding(true, false, true), file.AsSpan(2), "UTF-16", report);
        }

        if (LooksLikeUtf16(file) is { } bigEndian)
        {
            return Strict(new UnicodeEncoding(bigEndian, false, true), file, "UTF-16", report);
        }

        if (Utf8.IsValid(file))
        {
            return (Encoding.UTF8.GetString(file), "UTF-8");
        }

        if (file.AsSpan().IndexOfAny(NotInWindows1252) >= 0)
        {
            report.Add(DefectKinds.FileEncoding, "Het bestand is geen UTF-8, geen UTF-16 en geen Windows-1252.");
            return null;
        }

        return (Windows1252.GetString(file), "Windows-1252");
    }

    private static (string, string)? Strict(
        Encoding encoding,
        ReadOnlySpan<byte> bytes,
        string name,
        DefectReport report
    )
    {
        try
        {
            return (encoding.GetString(bytes), name);
        }
        catch (ArgumentException)
        {
            report.Add(
                DefectKinds.FileEncoding,
                $"Het bestand zegt dat het {name} is, maar bevat tekens die daar niet in bestaan."
            );
            return null;
        }
    }

    /// <summary>Without a byte order mark: plain letters in UTF-16 have a zero in every second byte. True is big endian.</summary>
    private static bool? LooksLikeUtf16(byte[] file)
    {
        var sample = file.AsSpan(0, Math.Min(file.Length, 512) & ~1);
        int even = 0,
            odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        var half = sample.Length / 2;
        return half < 4 ? null
            : odd > half * 9 / 10 && even == 0 ? false
            : even > half * 9 / 10 && odd == 0 ? true
            : null;
    }

    private static bool Begins(byte[] file, ReadOnlySpan<byte> with) => file.AsSpan().StartsWith(with);
}
