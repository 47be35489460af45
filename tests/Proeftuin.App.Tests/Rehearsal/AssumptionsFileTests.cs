// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Rehearsal;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Rehearsal;

public sealed class AssumptionsFileTests
{
    public static TheoryData<string> Slugs => [.. ShippedProtocols.Slugs()];

    [Theory, MemberData(nameof(Slugs))]
    public void Every_shipped_protocol_has_assumptions_that_say_they_are_made_up(string slug)
    {
        var assumed = AssumptionsFile.Read(AssumptionsFile.Shipped(slug), Protocol(slug)).OrThrow();

        assumed.Warning.ShouldContain("verzonnen");
        assumed.Exits.ShouldContain(e => e.ToWork);
    }

    [Fact]
    public void An_arm_without_a_line_has_no_effect_and_the_general_take_up()
    {
        var assumed = AssumptionsFile
            .Read(AssumptionsFile.Shipped("wageningen-2017"), Protocol("wageningen-2017"))
            .OrThrow();

        assumed.Of("onderzoeksgroep").ShouldBe(new AssumedArm("onderzoeksgroep", 420, 100, 100));
        assumed.Of("verdienen-loont").ShouldBe(new AssumedArm("verdienen-loont", 480, 120, 140));
    }

    [Theory]
    [InlineData("proefdraai: wageningen-2017", "proefdraai: oss-2017", "Deze aannames zijn voor 'oss-2017'.")]
    [InlineData("groep: zelf-in-actie", "groep: zelf", "Het protocol heeft geen groep 'zelf'.")]
    [InlineData("doet_mee: 42%", "doet_mee: 92%", "Samen is dit meer dan 100%.")]
    [InlineData("wil_niet: 22%", "wilniet: 22%", "De sleutel 'wilniet' bestaat hier niet. Bedoelt u 'wil_niet'?")]
    [InlineData("hoogste: \"980,00\"", "hoogste: \"20,00\"", "Het hoogste bedrag is lager dan het laagste.")]
    [InlineData("inkomsten: 140}", "inkomsten: 1400}", "1400 bij 'inkomsten' kan niet.")]
    [InlineData("reden: relatie", "reden: liefde", "'liefde' is geen uitstroomreden.")]
    [InlineData("gegevens_tot_dan: 25%", "gegevens_tot_dan: 65%", "Samen is dit meer dan 100%.")]
    public void A_faulty_file_is_refused_with_what_is_wrong(string good, string bad, string fault)
    {
        var text = AssumptionsFile.Shipped("wageningen-2017");
        text.ShouldContain(good);

        var outcome = AssumptionsFile.Read(
            text.Replace(good, bad, StringComparison.Ordinal),
            Protocol("wageningen-2017")
        );

        outcome.Why.Select(w => w.Message).ShouldContain(m => m.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Inflow_is_refused_where_the_protocol_draws_no_cohorts()
    {
        var text = AssumptionsFile.Shipped("groningen-2017") + "instroom: {per_maand: 10, maanden: 2}\n";

        AssumptionsFile
            .Read(text, Protocol("groningen-2017"))
            .Why.ShouldHaveSingleItem()
            .Message.ShouldContain("het protocol heeft geen maandgroepen");
    }

    private static Protocol Protocol(string slug) => ProtocolFile.Read(ShippedProtocols.Text(slug)).OrThrow();
}
