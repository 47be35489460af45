// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.Tests.House;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>proeftuin parameters and proeftuin settle explain, as a person types them.</summary>
public sealed class SettlementCommandTests
{
    [Fact]
    public async Task A_month_in_the_group_is_explained_line_by_line_with_article_and_link()
    {
        var said = await Terminal.Run(
            "settle",
            "explain",
            "--month",
            "2018-01",
            "--earnings",
            "450",
            "--group",
            "wageningen-2017/verdienen-loont"
        );
        said.ExitCode.ShouldBe(0);
        said.Error.ShouldBeEmpty();
        said.Output.ShouldContain("€ 691,51");
        said.Output.ShouldContain("U mag € 199,00 houden: 50% van € 450,00, met een maximum van € 199,00");
        said.Output.ShouldContain(
            "artikel 21 onder a Participatiewet - https://wetten.overheid.nl/BWBR0015703/2018-01-01#Artikel21"
        );
        said.Output.ShouldContain("Er is niets opgeslagen");
    }

    [Fact]
    public async Task After_the_experiment_the_usual_rules_hold_again_and_the_explanation_says_so()
    {
        var said = await Terminal.Run([
            .. "settle explain --month 2020-01 --earnings 450 --n-used 0 --helps --group wageningen-2017/verdienen-loont".Split(
                ' '
            ),
        ]);
        // norm 1,052.32, without allowance 999.70; 450 less 112.50
        said.Output.ShouldContain("€ 662,20");
        said.Output.ShouldContain("geldt 1 oktober 2017 tot en met 31 december 2019, dus niet in deze maand");
    }

    [Theory]
    [InlineData("--month 2018-01 --earnings 450 --helps", "Voor de aanvrager is niet bekend hoeveel maanden")]
    [InlineData(
        "--month 2026-11 --earnings 450 --helps --n-used 0",
        "Het maximum van artikel 31 lid 2 onder n per 1 juli 2026"
    )]
    [InlineData("--month 2018 --earnings 450", "'2018' bij --month is niet te begrijpen")]
    [InlineData("--month 2018-01 --earnings 4.5", "'4.5' bij --earnings is niet te begrijpen")]
    [InlineData("--month 2018-01 --earnings 450 --household gehuwd", "'gehuwd' bij --household")]
    [InlineData(
        "--month 2018-01 --earnings 450 --group oss-2017/regulier",
        "De groep 'oss-2017/regulier' heeft geen eigen regel"
    )]
    [InlineData("--month 2018-01 --earnings 450 --choice kleur=rood", "De keuze 'kleur: rood' bestaat niet")]
    [InlineData("--month 2018-01 --earnings 450 --choice vierwekenloon=soms", "Kies uit: dertien_twaalfde, werkdagen")]
    [InlineData("--file /bestaat/niet.yaml", "Het bestand niet.yaml bestaat niet")]
    [InlineData("", "Geef --month op")]
    public async Task What_cannot_be_settled_is_refused_in_plain_Dutch(string options, string says)
    {
        var said = await Terminal.Run([
            "settle",
            "explain",
            .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ]);
        said.ExitCode.ShouldBe(1);
        said.Output.ShouldBeEmpty();
        said.Error.ShouldContain(says);
    }

    /// <summary>The example that the handbook shows.</summary>
    private static readonly string Couple = File.ReadAllText(
            Path.Combine(Drawing.Root, "docs", "handleiding", "verrekening.md")
        )
        .Split("```yaml\n")[1]
        .Split("```")[0];

    [Fact]
    public async Task A_couple_from_a_file_is_settled_and_what_the_partner_s_counter_is_does_not_matter_without_earnings()
    {
        var said = await OnFile(Couple);
        said.Error.ShouldBeEmpty();
        said.ExitCode.ShouldBe(0);
        // 1,346.45 - (450 - 112.50) - 200
        said.Output.ShouldContain("€ 808,95");
        said.Output.ShouldContain("Ziektewetuitkering: UWV");
        said.Output.ShouldContain("Ieder krijgt de helft");
    }

    [Theory]
    [InlineData("maand: 2018-01", "maand: januari", "'januari' bij 'maand' is geen maand")]
    [InlineData("leefvorm: gehuwd", "leefvorm: samen", "'samen' bij 'leefvorm' is geen keuze")]
    [InlineData("    maanden_n: 2\n", "", "mist de sleutel 'maanden_n'")]
    [InlineData("soort: loon,", "soort: fooi,", "'fooi' bij 'soort' is geen keuze")]
    [InlineData("netto: \"450,00\"", "netto: -450", "'-450' bij 'netto' is geen bedrag")]
    [InlineData("soort: loon,", "soort: loon_bij_ziekte,", "ontbreekt de eerste ziektedag")]
    [InlineData("soort: loon,", "soort: stage,", "staat niet of zij feitelijk loon is")]
    [InlineData("soort: loon,", "soort: ontslagvergoeding,", "heeft nog niet gekozen")]
    [InlineData(
        "vanaf: 2018-01-01, netto: \"450",
        "vanaf: 2018-01-02, netto: \"450",
        "Geef een maandloon op vanaf de eerste"
    )]
    [InlineData(
        "leefvorm: gehuwd",
        "leefvorm: alleenstaande",
        "Een alleenstaande (ouder) is één persoon; hier staan er 2"
    )]
    [InlineData("  - wie: uw partner", "  - wie: u", "Dezelfde persoon staat twee keer")]
    [InlineData("geboren: 1982-03-03", "geboren: 2001-03-03", "is op 1 januari 2018 nog geen 18 jaar")]
    [InlineData("maanden_n: 2", "maanden_n: 2\n    kleur: rood", "De sleutel 'kleur' bestaat hier niet")]
    public async Task A_file_that_cannot_be_right_is_refused(string from, string to, string says)
    {
        Couple.ShouldContain(from);
        var said = await OnFile(Couple.Replace(from, to, StringComparison.Ordinal));
        said.ExitCode.ShouldBe(1);
        said.Output.ShouldBeEmpty();
        said.Error.ShouldContain(says);
    }

    [Fact]
    public async Task The_amounts_of_a_day_and_one_amount_through_time_are_shown_with_their_sources()
    {
        var day = await Terminal.Run("parameters", "--on", "2018-01-01");
        day.ExitCode.ShouldBe(0);
        day.Output.ShouldContain("€ 992,12 per maand");
        var one = await Terminal.Run("parameters", "vrijlating-n-maximum", "--on", "2018-06-30");
        one.ExitCode.ShouldBe(0);
        one.Output.ShouldContain("Op 30 juni 2018: € 202,00 per maand");
        one.Output.ShouldContain("niet bekend");
        one.Output.ShouldContain("regulation/nl/wet/participatiewet/2018-01-01.yaml");
        var unknown = await Terminal.Run("parameters", "vrijlating-n-maximum", "--on", "2026-08-01");
        unknown.ExitCode.ShouldBe(1);
        unknown.Error.ShouldContain("per 1 juli 2026 is niet bekend");
        (await Terminal.Run("parameters", "bestaat-niet")).Error.ShouldContain(
            "De parameter 'bestaat-niet' bestaat niet"
        );
    }

    private static async Task<Terminal> OnFile(string text)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        var said = await Terminal.Run("settle", "explain", "--file", path);
        File.Delete(path);
        return said;
    }
}
