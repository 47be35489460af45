// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Tests.Storage;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Monitoring;

/// <summary>Every kind of defect in a delivery of facts, one file each: named by its row, with the value masked, and nothing stored.</summary>
public sealed class FactDefectTests(Databases databases)
{
    private const string Head = "bsn;gebeurtenis;datum;reden\n";
    private static readonly DateOnly Today = new(2018, 6, 1);

    /// <summary>{0}, {1} are numbers of people in the register; the first has left on 1 January 2018.</summary>
    public static TheoryData<string, string, int?> Files =>
        new()
        {
            { "BESTAND-LEEG", "  \n", null },
            { "BESTAND-HTML", "<html><body>uitstroom</body></html>", null },
            { "BESTAND-SCHEIDING", "bsn|gebeurtenis|datum|reden\n{1}|uitstroom|2018-01-01|werk", null },
            { "KOLOM-ONTBREEKT", "bsn;gebeurtenis;datum\n{1};uitstroom;2018-01-01", 1 },
            { "FEIT-SOORT", "bsn;kleur\n{1};groen", 1 },
            { "FEIT-EXCEL", "PK\u0003\u0004", null },
            { "BESTAND-ALLEEN-KOP", Head, null },
            { "KOLOM-DUBBEL", "bsn;gebeurtenis;datum;reden;per\n{1};uitstroom;2018-01-01;werk;2018-01-01", 1 },
            { "RIJ-TE-BREED", Head + "{1};uitstroom;2018-01-01;werk;nog iets", 2 },
            { "RIJ-TE-KORT", Head + "{1};uitstroom;2018-01-01", 2 },
            { "CEL-LEEG", Head + ";uitstroom;2018-01-01;werk", 2 },
            { "CEL-FORMULE", Head + "{1};uitstroom;=NU();werk", 2 },
            { "BSN-LENGTE", Head + "12345;uitstroom;2018-01-01;werk", 2 },
            { "BSN-ELFPROEF", Head + "123456789;uitstroom;2018-01-01;werk", 2 },
            { "PERSOON-ONBEKEND", Head + "900000004;uitstroom;2018-01-01;werk", 2 },
            { "WOORD-ONBEKEND", Head + "{1};vertrek;2018-01-01;werk", 2 },
            { "DATUM-ONLEESBAAR", Head + "{1};uitstroom;begin dit jaar;werk", 2 },
            { "DATUM-BESTAAT-NIET", Head + "{1};uitstroom;30-2-2018;werk", 2 },
            { "DATUM-JAAR-TWEE-CIJFERS", Head + "{1};uitstroom;1-1-18;werk", 2 },
            { "DATUM-TOEKOMST", Head + "{1};uitstroom;2018-06-02;werk", 2 },
            { "REDEN-LEEG", Head + "{1};uitstroom;2018-01-01;", 2 },
            { "REDEN-ONBEKENDE-CODE", Head + "{1};uitstroom;2018-01-01;staatsloterij", 2 },
            { "REDEN-BIJ-HERINSTROOM", Head + "{0};herinstroom;2018-03-01;werk", 2 },
            { "UITSTROOM-VOOR-BEGIN", Head + "{1};uitstroom;2014-03-01;werk", 2 },
            { "UITSTROOM-DUBBEL", Head + "{0};uitstroom;2018-04-01;werk", 2 },
            { "UITSTROOM-ANDERE-REDEN", Head + "{0};uitstroom;2018-01-01;aow", 2 },
            { "RIJ-DUBBEL", Head + "{1};uitstroom;2018-01-01;werk\n{1};uitstroom;1-1-2018;werk", 3 },
            { "RIJ-TEGENSPRAAK", Head + "{1};uitstroom;2018-01-01;werk\n{1};uitstroom;2018-01-01;aow", 3 },
            { "BEDRAG-ONLEESBAAR", "bsn;maand;bedrag\n{1};2018-01;veel", 2 },
            { "BEDRAG-NEGATIEF", "bsn;maand;bedrag\n{1};2018-01;-10,00", 2 },
            { "BEDRAG-TE-HOOG", "bsn;maand;bedrag\n{1};2018-01;45000", 2 },
            { "MAAND-ONLEESBAAR", "bsn;maand;bedrag\n{1};13-2018;10", 2 },
            { "BAAN-EINDE-VOOR-BEGIN", "bsn;begin baan;einde baan\n{1};2018-02-01;2018-01-01", 2 },
            { "DOEL-ONBEKEND", "bsn;datum;doelen\n{1};2018-01-01;rijk worden", 2 },
            { "DOEL-DUBBEL", "bsn;datum;doelen\n{1};2018-01-01;werk+werk", 2 },
            { "DOEL-HOOGST-NIET-GENOEMD", "bsn;datum;doelen;hoogste doel\n{1};2018-01-01;zorg;werk", 2 },
            { "PERSOON-NIET-GELOOT", "bsn;datum;doelen\n{9};2018-01-01;werk", 2 },
        };

    [Fact]
    public async Task Each_defect_is_named_with_its_row_and_nothing_is_stored()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        (await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), Today)).OrThrow();
        var lines = (await scene.Store.Ledger()).Count;
        foreach (var (code, file, row) in Files.Select(f => f.Data))
        {
            var csv = file;
            for (var i = 0; i < scene.Bsns.Count; i++)
            {
                csv = csv.Replace($"{{{i}}}", scene.Bsns[i], StringComparison.Ordinal);
            }

            var refused = await scene.Deliver(csv, Today);

            var defects = refused.Why.ShouldHaveSingleItem(code).ShouldBeOfType<FactsHaveDefects>(code).Reading.Defects;
            var group = defects.Groups.ShouldHaveSingleItem(code);
            group.Kind.Code.ShouldBe(code);
            group.Kept[0].Row.ShouldBe(row, code);
            scene.Bsns.ShouldAllBe(b => !group.Kept.Any(d => $"{d.MaskedValue}{d.Wrong}".Contains(b)));
        }

        (await scene.Store.Ledger()).Count.ShouldBe(lines);
    }

    [Fact]
    public async Task All_defects_of_a_file_are_told_at_once()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);

        var refused = await scene.Deliver(
            Head
                + $"{scene.Bsns[0]};uitstroom;2018-01-01;\n{scene.Bsns[1]};uitstroom;1900-01-01;werk\n900000004;uitstroom;2018-01-01;werk",
            Today
        );

        refused
            .Why.OfType<FactsHaveDefects>()
            .Single()
            .Reading.Defects.Groups.Select(g => g.Kind.Code)
            .ShouldBe(["PERSOON-ONBEKEND", "REDEN-LEEG", "UITSTROOM-VOOR-BEGIN"]);
    }
}
