// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using Proeftuin.App.Demo;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Identity;
using Proeftuin.Core;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Register;

public sealed class MakerTests
{
    private static readonly MakerProfile Groningen = MakerProfile.For("groningen-2017").OrThrow();

    [Fact]
    public void The_generator_is_xoshiro256plusplus_with_splitmix64()
    {
        // Published values: SplitMix64 of seed 0 begins e220a8397b1dcdaf, 6e789e6aa1b965f4, 06c45d188009454f, f88bb8a8724c81ec;
        // the first xoshiro256++ output is rotl(s0 + s3, 23) + s0 of those.
        var (s0, s3) = (0xe220a8397b1dcdafUL, 0xf88bb8a8724c81ecUL);
        var sum = unchecked(s0 + s3);

        new SeededRandom(0).Next().ShouldBe(unchecked(((sum << 23) | (sum >> 41)) + s0));
    }

    [Fact]
    public void The_same_seed_makes_the_same_bytes_and_another_seed_does_not()
    {
        var first = RegisterFile.Csv(RegisterMaker.Make(Groningen, 200, 7));

        RegisterFile.Csv(RegisterMaker.Make(Groningen, 200, 7)).ShouldBe(first);
        RegisterFile.Csv(RegisterMaker.Make(Groningen, 200, 8)).ShouldNotBe(first);
        SHA256.HashData(first).Length.ShouldBe(32);
    }

    [Theory]
    [InlineData("groningen-2017")]
    [InlineData("wageningen-2017")]
    [InlineData("oss-2017")]
    [InlineData("twenterand-2018")]
    [InlineData("vlaardingen-2024")]
    public void A_made_register_has_no_defects_as_csv_or_as_xlsx(string protocol)
    {
        var profile = MakerProfile.For(protocol).OrThrow();
        var made = RegisterMaker.Make(profile, 1000, 3);

        var csv = Read(RegisterFile.Csv(made), profile);
        var xlsx = Read(RegisterFile.Xlsx(made), profile);

        Delivered.Codes(csv).ShouldBeEmpty();
        Delivered.Codes(xlsx).ShouldBeEmpty();
        xlsx.ContentSha256.ShouldBe(csv.ContentSha256);
        csv.Households.Count.ShouldBe(1000);
    }

    [Fact]
    public void Five_hundred_and_two_households_are_about_571_persons()
    {
        var persons = Enumerable
            .Range(1, 20)
            .Select(seed => RegisterMaker.Make(Groningen, 502, seed).Rows.Count)
            .Order()
            .ToList();

        persons[10].ShouldBeInRange(555, 587);
    }

    [Fact]
    public void Every_number_is_from_the_test_range_passes_the_eleven_test_and_comes_once()
    {
        var random = new SeededRandom(1);
        var numbers = new TestBsn(random);
        var made = Enumerable.Range(0, 20_000).Select(_ => numbers.Next()).ToList();

        made.ShouldAllBe(n => n.Length == 9 && n[0] == '9' && Bsn.Of(n).IsDone);
        made.Distinct(StringComparer.Ordinal).Count().ShouldBe(made.Count);
    }

    [Fact]
    public void Planted_defects_are_found_and_of_many_kinds()
    {
        var made = PlantedDefects.Into(RegisterMaker.Make(Groningen, 500, 7), 60, 7);

        var codes = Delivered.Codes(Read(RegisterFile.Csv(made), Groningen));

        codes.Count.ShouldBeGreaterThanOrEqualTo(20);
        codes.ShouldContain("BSN-ELFPROEF");
        codes.ShouldContain("RIJ-TE-KORT");
        codes.ShouldContain("TOTAAL-KLOPT-NIET");
    }

    [Fact]
    public void An_unknown_protocol_is_refused_with_the_names_that_are_known() =>
        MakerProfile
            .For("atlantis-2017")
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NoMakerProfile>()
            .Known.Count.ShouldBe(5);

    private static RegisterReading Read(byte[] file, MakerProfile profile) =>
        RegisterReader.Read(
            file,
            new ReadingOptions
            {
                ReferenceDate = profile.ReferenceDate,
                Today = new DateOnly(2026, 1, 1),
                Municipalities = [.. profile.Municipalities.Select(m => m.Municipality)],
                ExemptionMonths = App.Exchange.Parameters.ExemptionMonthsFile.Shipped(),
            }
        );
}
