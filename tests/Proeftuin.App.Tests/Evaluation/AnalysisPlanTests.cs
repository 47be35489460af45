// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Evaluation.Reading;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Planned;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Evaluation;

/// <summary>The plans that travel with the program are read whole; every defect is refused with its line and what is expected.</summary>
public sealed class AnalysisPlanTests
{
    [Theory, InlineData("groningen-2017"), InlineData("oss-2017"), InlineData("wageningen-2017")]
    public void A_shipped_plan_is_read_and_its_hash_is_that_of_the_file_that_is_carried_out(string slug)
    {
        var text = ShippedProtocols.Text(slug);
        var protocol = ProtocolFile.Read(text).OrThrow();
        var plan = AnalysisPlanFile.Read(text.AnalysisPlan!, protocol).OrThrow();
        plan.Estimands[0].Whom.ShouldBe(Whom.EveryoneDrawn);
        plan.Levels.ShouldBe([0.95, 0.90]);
        protocol.AnalysisPlan!.Sha256.ShouldBe(ProtocolText.HashOf(text.AnalysisPlan!));
        protocol.AnalysisPlan.File.ShouldBe(slug + ".analyseplan.yaml");
    }

    [Fact]
    public void What_the_source_does_not_say_stays_unknown_with_its_source()
    {
        var plan = Read("groningen-2017", _ => _).OrThrow();
        plan.Threshold.ShouldBeOfType<Knowable<double>.Unknown>().Source.ShouldStartWith("plan van aanpak");
        Read("wageningen-2017", _ => _).OrThrow().Threshold.ShouldBe(0.9);
    }

    [Theory]
    [InlineData("wie_stopte: telt_mee", "wie_stopt: telt_mee", "Bedoelt u 'wie_stopte'?", "wie_stopte")]
    [InlineData("wie_stopte: telt_mee", "wie_stopte: weg", "geen keuze", "telt_mee, uitkomst_ontbreekt")]
    [InlineData("wie_stopte: telt_mee\n", "", "mist de sleutel 'wie_stopte'", "telt_mee | uitkomst_ontbreekt")]
    [InlineData("niveaus: [95%, 90%]", "niveaus: [95]", "geen percentage", "[95%, 90%]")]
    [InlineData("niveaus: [95%, 90%]", "niveaus:", "geen lijst", "een lijst")]
    [InlineData("groepen: [ontheffing]", "groepen: [onthefing]", "Er is geen groep 'onthefing'", "ontheffing")]
    [InlineData("tegenover: [controle]", "tegenover: [ontheffing]", "staat aan beide kanten", "één kant")]
    [InlineData("analyseplan: groningen-2017", "analyseplan: oss-2017", "hoort bij 'oss-2017'", "'groningen-2017'")]
    [InlineData(
        "{code: begonnen, wie: begonnen}",
        "{code: begonnen, wie: begonnen, loting: groepen}",
        "heeft hier geen effect",
        "laat 'loting' weg"
    )]
    [InlineData(
        "{code: geloot, wie: iedereen_geloot",
        "{code: geloot, wie: effect_van_meedoen",
        "niet die van iedereen",
        "iedereen_geloot"
    )]
    [InlineData(
        "{kenmerk: geslacht}",
        "{kenmerk: geslacht, grenzen: [3]}",
        "heeft hier geen effect",
        "laat 'grenzen' weg"
    )]
    [InlineData("grenzen: [35, 50]", "grenzen: [50, 35]", "geen oplopende", "[27, 45]")]
    [InlineData(
        "uitkomst: uitstroom-werk, meting: uitstroom_werk_bruto",
        "uitkomst: geluk, meting: uitstroom_werk_bruto",
        "geen uitkomst 'geluk'",
        "uitstroom-werk"
    )]
    [InlineData("herhalingen: 2000", "herhalingen: 5", "5 bij 'herhalingen' kan niet", "99")]
    [InlineData(
        "onbekend: plan van aanpak, het onderzoeksplan",
        "onbekend: weet ik niet het onderzoeksplan",
        "geen bron met een reden",
        "bron, waarom"
    )]
    public void A_defect_is_refused_with_its_line(string from, string to, string wrong, string expected)
    {
        var source = ShippedProtocols.Text("groningen-2017").AnalysisPlan!;
        source.ShouldContain(from);
        var place = source.IndexOf(from, StringComparison.Ordinal);
        var line = source[..place].Count(c => c == '\n') + 1;
        var faults = Read("groningen-2017", text => text[..place] + to + text[(place + from.Length)..])
            .Why.OfType<YamlFault>()
            .ToList();
        faults.ShouldContain(
            f => f.Message.Contains(wrong) && f.Expected.Contains(expected),
            string.Join('\n', faults)
        );
        if (to.Length > 0)
        {
            faults.ShouldContain(f => Math.Abs(f.Line - line) <= 1, string.Join('\n', faults));
        }
    }

    [Fact]
    public void A_protocol_with_a_faulty_plan_is_refused_with_the_line_in_the_plan()
    {
        var text = ShippedProtocols.Text("groningen-2017");
        var faulty = text with
        {
            AnalysisPlan = text.AnalysisPlan!.Replace("correctie: holm", "correctie: hol", StringComparison.Ordinal),
        };
        ProtocolFile
            .Read(faulty)
            .Why.ShouldContain(w => w.Message.Contains("In het analyseplan, regel") && w.Message.Contains("'hol'"));
    }

    [Fact]
    public void Every_difference_between_two_plans_is_named()
    {
        var planned = Read("groningen-2017", _ => _).OrThrow();
        Deviations.Between(planned, planned).ShouldBeEmpty();
        var used = Read(
                "groningen-2017",
                t =>
                    t.Replace("correctie: holm", "correctie: geen", StringComparison.Ordinal)
                        .Replace("niveaus: [95%, 90%]", "niveaus: [90%]", StringComparison.Ordinal)
            )
            .OrThrow();
        Deviations
            .Between(planned, used)
            .Select(d => d.Message)
            .ShouldBe([
                "Anders dan vastgelegd: de niveaus. Vastgelegd: 95% en 90%. Nu: 90%.",
                "Anders dan vastgelegd: de correctie. Vastgelegd: Holm. Nu: geen correctie.",
            ]);
    }

    private static Outcome<PlannedAnalysis> Read(string slug, Func<string, string> change)
    {
        var text = ShippedProtocols.Text(slug);
        return AnalysisPlanFile.Read(change(text.AnalysisPlan!), ProtocolFile.Read(text).OrThrow());
    }
}
