// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>Every kind of defect in a delivery of income, one file each: named by its row, with the value masked, and nothing stored.</summary>
public sealed class IncomeDefectTests(Databases databases)
{
    private const string Head = SettleScene.Header + "\n";
    private static readonly DateOnly Today = new(2018, 6, 1);

    /// <summary>{0} to {3} are numbers of people in the register; the first has a slip of January, of 25 January.</summary>
    public static TheoryData<string, string, int?> Files =>
        new()
        {
            { "BESTAND-LEEG", "  \n", null },
            { "BESTAND-HTML", "<html><body>loon</body></html>", null },
            { "BESTAND-SCHEIDING", Head.Replace(';', '|') + Row("1").Replace(';', '|'), null },
            { "BESTAND-NUL", Head + Row("1") + "\0", null },
            { "BESTAND-ALLEEN-KOP", Head, null },
            { "INKOMEN-EXCEL", "PK\u0003\u0004", null },
            { "KOP-ONTBREEKT", "dit is geen kop\n" + Row("1"), 1 },
            { "KOLOM-ONTBREEKT", Head.Replace(";schatting", "") + Row("1").Replace(";nee", ""), 1 },
            { "KOLOM-DUBBEL", Head.Replace("schatting", "schatting;geschat") + Row("1") + ";nee", 1 },
            { "KOLOM-ONBEKEND", Head.Replace("schatting", "schatting;kleur") + Row("1") + ";groen", 1 },
            { "KOLOM-ZONDER-NAAM", Head.Replace("schatting", "schatting;") + Row("1") + ";x", 1 },
            { "RIJ-TE-BREED", Head + Row("1") + ";nog iets", 2 },
            { "RIJ-TE-KORT", Head + "{1};2018-02;loon", 2 },
            { "RIJ-DUBBEL", Head + Row("1") + "\n" + Row("1", net: "450"), 3 },
            { "RIJ-TEGENSPRAAK", Head + Row("1") + "\n" + Row("1", net: "451,00"), 3 },
            { "CEL-LEEG", Head + Row("1", payer: ""), 2 },
            { "CEL-FORMULE", Head + Row("1", payer: "=NU()"), 2 },
            { "CEL-TEKEN", Head + Row("1", payer: "bak\u0007kerij"), 2 },
            { "CEL-TE-LANG", Head + Row("1", payer: new string('b', 201)), 2 },
            { "BSN-LENGTE", Head + Row("x").Replace("{x}", "12345"), 2 },
            { "BSN-ELFPROEF", Head + Row("x").Replace("{x}", "123456789"), 2 },
            { "PERSOON-ONBEKEND", Head + Row("x").Replace("{x}", "900000004"), 2 },
            { "WOORD-ONBEKEND", Head + Row("1", kind: "zakgeld"), 2 },
            { "MAAND-ONLEESBAAR", Head + Row("1", month: "13-2018"), 2 },
            { "DATUM-TOEKOMST", Head + Row("1", month: "2018-07"), 2 },
            { "MAAND-NA-LEVERING", Head + Row("1", month: "2018-06", issued: "2018-06-01"), 2 },
            { "MAAND-TE-OUD", Head + Row("1", month: "2004-02"), 2 },
            { "MAAND-VOOR-UITKERING", Head + Row("1", month: "2014-02"), 2 },
            { "BEDRAG-ONLEESBAAR", Head + Row("1", net: "veel"), 2 },
            { "BEDRAG-NEGATIEF", Head + Row("1", net: "-10,00"), 2 },
            { "BEDRAG-TE-HOOG", Head + Row("1", net: "45000"), 2 },
            { "DATUM-ONLEESBAAR", Head + Row("1", issued: "eind februari"), 2 },
            { "DATUM-BESTAAT-NIET", Head + Row("1", issued: "30-2-2018"), 2 },
            { "DATUM-JAAR-TWEE-CIJFERS", Head + Row("1", issued: "25-2-18"), 2 },
            { "DATUM-VOLGORDE", Head + Row("1", issued: "2-25-2018"), 2 },
            { "STROOK-VOOR-PERIODE", Head + Row("1", issued: "2018-01-31"), 2 },
            { "STROOK-DUBBEL", Head + Row("1") + "\n" + Row("2"), 3 },
            { "STROOK-IS-BSN", Head + Row("1", slip: "900000004"), 2 },
            { "STROOK-TEGENSPRAAK", Head + Row("0", month: "2018-01", net: "999,00", issued: "2018-01-25"), 2 },
            { "PERIODE-LEEG", Head + Row("1", rhythm: "week"), 2 },
            { "PERIODE-ANDERE-MAAND", With("begin periode", "2018-04-02", Row("1", rhythm: "week")), 2 },
            { "PERIODE-NIET-EERSTE", With("begin periode", "2018-02-05", Row("1")), 2 },
            {
                "PERIODE-OVERLAP",
                With("begin periode", "2018-02-05", Row("1", rhythm: "week"))
                    + "\n"
                    + Row("1", rhythm: "week", slip: "s8")
                    + ";2018-02-07",
                3
            },
            { "ZIEK-SINDS-LEEG", Head + Row("1", kind: "loon bij ziekte"), 2 },
            { "ZIEK-SINDS-LATER", With("ziek sinds", "2018-03-05", Row("1", kind: "loon bij ziekte")), 2 },
            { "ZIEK-SINDS-ANDERE-SOORT", With("ziek sinds", "2018-02-05", Row("1")), 2 },
            { "STAGE-NIET-BEOORDEELD", Head + Row("1", kind: "stage"), 2 },
            { "FEITELIJK-LOON-ANDERE-SOORT", With("feitelijk loon", "ja", Row("1")), 2 },
            { "VAKANTIEGELD-GEEN-LOON", With("vakantiegeld", "80,00", Row("1", kind: "alimentatie")), 2 },
            { "REISKOSTEN-TE-HOOG", With("reiskosten", "451,00", Row("1")), 2 },
            { "BAAN-EINDE-VOOR-PERIODE", With("einde baan", "2018-01-31", Row("1")), 2 },
            { "GEMEENTE-ANDERE", With("gemeente", "Elders", Row("1")), 2 },
        };

    [Fact]
    public async Task Each_defect_is_named_with_its_row_and_nothing_is_stored()
    {
        await using var scene = await SettleScene.New(databases, DatabaseKind.Sqlite);
        (await scene.Deliver(scene.Csv("0 2018-01 450,00 s0 2018-01-25"), "2018-01", Today)).OrThrow();
        var lines = (await scene.Store.Ledger()).Count;
        Files.Count().ShouldBeGreaterThanOrEqualTo(40);
        var wrong = new List<string>();
        foreach (var (code, file, row) in Files.Select(f => f.Data))
        {
            var csv = file;
            for (var i = 0; i < scene.Facts.Bsns.Count; i++)
            {
                csv = csv.Replace($"{{{i}}}", scene.Facts.Bsns[i], StringComparison.Ordinal);
            }

            var refused = await scene.Deliver(csv, "2018-05", Today);

            var groups = refused.Why is [IncomeHasDefects defects] ? defects.Reading.Defects.Groups : [];
            var found = string.Join(", ", groups.Select(g => $"{g.Kind.Code} in row {g.Kept[0].Row}"));
            if (found != $"{code} in row {row}")
            {
                wrong.Add($"{code} in row {row}: found {found}");
            }

            var shown = groups.SelectMany(g => g.Kept).Select(d => $"{d.MaskedValue}{d.Wrong}").ToList();
            scene.Facts.Bsns.ShouldAllBe(b => !shown.Any(text => text.Contains(b)));
        }

        wrong.ShouldBeEmpty();
        (await scene.Store.Rows<IncomeRow>()).Count.ShouldBe(1);
        (await scene.Store.Ledger()).Count.ShouldBe(lines);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_same_delivery_a_second_time_is_recognised_whatever_its_notation(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        (
            await scene.Deliver(
                scene.Csv("0 2018-01 450,00 s0 2018-01-25", "1 2018-01 80,00 s1 2018-01-25"),
                "2018-01",
                Today
            )
        ).OrThrow();

        var again = await scene.Deliver(
            scene.Csv("1 01-2018 80 s1 25-1-2018", "0 2018-01 450 s0 20180125"),
            "2018-01",
            Today
        );

        again.Why.ShouldBe([new IncomeDeliveredBefore(Today)]);
        (await scene.Store.Rows<IncomeRow>()).Count.ShouldBe(2);
    }

    private static string Row(
        string person,
        string month = "2018-02",
        string kind = "loon",
        string net = "450,00",
        string rhythm = "maand",
        string payer = "bakkerij",
        string slip = "s9",
        string issued = "2018-02-25"
    ) => $"{{{person}}};{month};{kind};{net};{rhythm};{payer};{slip};{issued};nee";

    /// <summary>A file with one more column, filled in on its first row.</summary>
    private static string With(string column, string value, string row) =>
        $"{SettleScene.Header};{column}\n{row};{value}";
}
