// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Proeftuin.App.Exchange.Register;
using Proeftuin.Core.Screening;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Register;

public sealed class ReaderTests
{
    public static TheoryData<string> Encodings =>
        ["utf-8", "utf-8-bom", "utf-16-le", "utf-16-be", "utf-16-zonder-bom", "windows-1252"];

    [Theory, MemberData(nameof(Encodings))]
    public void The_encoding_is_recognised(string name)
    {
        var text = Encoding.UTF8.GetString(Delivered.Csv(Delivered.With(1, "naam", "Testpersoon Zoë Ångström")));
        byte[] file = name switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            "utf-16-le" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            "utf-16-be" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
            "utf-16-zonder-bom" => Encoding.Unicode.GetBytes(text),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        };

        var reading = Delivered.Read(file);

        Delivered.Codes(reading).ShouldBeEmpty();
        reading.Households[0][0].Name.ShouldBe("Testpersoon Zoë Ångström");
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    public void The_separator_is_recognised(char separator) =>
        Delivered.Codes(Delivered.Read(Delivered.Csv(Delivered.Table(), separator))).ShouldBeEmpty();

    [Theory]
    [InlineData("1-7-1985")]
    [InlineData("01/07/1985")]
    [InlineData("1.7.1985")]
    [InlineData("1985-07-01")]
    [InlineData("19850701")]
    [InlineData("1 juli 1985")]
    [InlineData("1 jul. 1985")]
    [InlineData("1-jul-1985")]
    [InlineData("1-7-1985 00:00:00")]
    [InlineData("1985-07-01T00:00:00")]
    public void Dutch_dates_are_recognised(string date) =>
        Delivered
            .Read(Delivered.With(1, "geboortedatum", date))
            .Households[0][0]
            .Born.ShouldBe(new DateOnly(1985, 7, 1));

    [Fact]
    public void Unknown_stays_unknown_and_is_never_zero_or_no()
    {
        var table = Delivered.With(1, "maanden vrijlating n", "");
        table[1][Array.IndexOf(Delivered.Header, "maanden vrijlating r")] = "onbekend";
        table[1][Array.IndexOf(Delivered.Header, "wsnp")] = "";
        table[1][Array.IndexOf(Delivered.Header, "geboortedatum")] = "onbekend";
        table[1][Array.IndexOf(Delivered.Header, "kostendelers")] = "-";

        var person = Delivered.Read(table).Households[0][0];

        person.ExemptionMonths.ShouldBe(ExemptionMonthsUsed.NotKnown);
        person.Wsnp.ShouldBe(Answer.Unknown);
        person.Born.ShouldBeNull();
        person.CostSharers.ShouldBeNull();
        // a column that is not in the file
        person.MedicallyHoursLimited.ShouldBe(Answer.Unknown);
        // zero is known
        Delivered.Read(Delivered.Table()).Households[1][1].ExemptionMonths.N.ShouldBe(0);
    }

    [Fact]
    public void A_decimal_comma_with_nothing_behind_it_is_a_whole_number() =>
        Delivered.Read(Delivered.With(1, "maanden vrijlating n", "3,0")).Households[0][0].ExemptionMonths.N.ShouldBe(3);

    [Fact]
    public void Row_order_column_order_notation_and_unused_columns_do_not_change_the_content()
    {
        var content = Delivered.Read(Delivered.Table()).ContentSha256;
        var table = Delivered.Table();

        Delivered.Read([table[0], table[3], table[1], table[2]]).ContentSha256.ShouldBe(content);
        Delivered.Read(table.ConvertAll(row => row.Reverse().ToArray())).ContentSha256.ShouldBe(content);
        Delivered.Read(Delivered.With(1, "geboortedatum", "12 mei 1980")).ContentSha256.ShouldBe(content);
        Delivered.Read(Delivered.With(1, "wsnp", "N")).ContentSha256.ShouldBe(content);
        var wider = Delivered.Read(table.Select((row, i) => (string[])[.. row, i == 0 ? "schoenmaat" : "42"]));
        wider.ContentSha256.ShouldBe(content);
        wider.IgnoredColumns.ShouldBe(["schoenmaat"]);
        Delivered.Read(Delivered.With(1, "wsnp", "ja")).ContentSha256.ShouldNotBe(content);
        Delivered.Read(Delivered.With(1, "wsnp", "")).ContentSha256.ShouldNotBe(content);
    }

    [Fact]
    public void Every_documented_header_and_synonym_is_recognised()
    {
        foreach (var column in RegisterColumns.All)
        {
            foreach (var header in column.Synonyms.Append(column.Header))
            {
                RegisterColumns.Recognise(header.ToUpperInvariant()).ShouldBe(column, header);
            }
        }
    }

    [Fact]
    public void The_handbook_lists_every_column_with_the_same_words()
    {
        var handbook = File.ReadAllText(Path.Combine(Root(), "docs", "handleiding", "register.md"));

        foreach (var column in RegisterColumns.All)
        {
            handbook.ShouldContain(
                $"| {column.Header} | {(column.Required ? "ja" : "nee")} | {column.Explanation} |",
                Case.Sensitive,
                column.Header
            );
        }

        foreach (var kind in DefectKinds.All)
        {
            handbook.ShouldContain($"| {kind.Code} | {kind.Title} | {kind.Remedy} |", Case.Sensitive, kind.Code);
        }
    }

    [Fact]
    public void Excel_gives_the_same_content_as_csv_with_dates_as_serial_numbers_and_numbers_as_numbers()
    {
        // 12-5-1980 is serial day 29353, 1-3-2014 is 41699 (Excel, 1900 system)
        var sheet = Delivered
            .Sheet(Delivered.Table())
            .Replace(Delivered.Cell("12-5-1980"), "<c s=\"1\"><v>29353</v></c>", StringComparison.Ordinal)
            .Replace(Delivered.Cell("1-3-2014"), "<c s=\"2\"><v>41699</v></c>", StringComparison.Ordinal)
            .Replace(Delivered.Cell("2-1-1979"), "<c><v>28857</v></c>", StringComparison.Ordinal)
            .Replace(Delivered.Cell("900000004"), "<c><v>900000004</v></c>", StringComparison.Ordinal)
            .Replace(Delivered.Cell("40"), "<c><v>40</v></c>", StringComparison.Ordinal);

        var reading = Delivered.Read(Delivered.Xlsx(sheet));

        Delivered.Codes(reading).ShouldBeEmpty();
        reading.ContentSha256.ShouldBe(Delivered.Read(Delivered.Table()).ContentSha256);
    }

    [Fact]
    public void Right_control_totals_are_accepted_in_the_file_and_beside_it()
    {
        byte[] file = Delivered.Csv([
            .. Delivered.Table(),
            ["#controle", "personen", "3"],
            ["#controle", "uitkeringen", "2"],
        ]);

        Delivered.Codes(Delivered.Read(file, new ControlTotals(2, 3, 2))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("123456789", "*******89")]
    [InlineData("1234.56.789", "*******89")]
    [InlineData("bsn 123456782 van Jan", "bsn *******82 van Jan")]
    [InlineData("1-7-2017", "1-7-2017")]
    [InlineData("U000123", "U000123")]
    public void A_shown_value_hides_what_could_be_a_bsn(string value, string shown) =>
        Masked.Text(value).ShouldBe(shown);

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "proeftuin.slnx")))
        {
            at = at.Parent;
        }

        return at?.FullName
            ?? throw new InvalidOperationException("The repository root was not found above the test program.");
    }
}
