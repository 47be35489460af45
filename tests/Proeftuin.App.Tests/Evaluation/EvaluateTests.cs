// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.App.Evaluation;
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.Tests.House;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Evaluation;

public sealed class EvaluateTests
{
    private static readonly string Published = Path.Combine(
        Drawing.Root,
        "reference",
        "wageningen_published_counts.csv"
    );

    [Fact]
    public async Task Wageningens_published_counts_come_out_with_what_is_wrong_in_them()
    {
        var said = await Terminal.Run("evaluate", "--counts", Published);
        said.ExitCode.ShouldBe(0);
        said.Error.ShouldBeEmpty();
        string[] lines =
        [
            "de 18 die stopten zijn uit de noemers weggelaten",
            "(intention-to-treat) is niet te berekenen: per groep is nooit gepubliceerd",
            "er staat 9,5%, maar de aantallen geven 38/382 = 9,9%",
            "er staat 124, maar de aantallen geven 30 + 35 + 37 + 32 = 134",
            "er staat 98%, maar de aantallen geven 391/(106 + 98 + 113 + 93) = 95,4%",
            "niet geloot",
        ];
        foreach (var line in lines)
        {
            said.Output.ShouldContain(line);
        }
    }

    [Fact]
    public async Task The_json_holds_all_digits_of_the_witness()
    {
        var said = await Terminal.Run("evaluate", "--counts", Published, "--format", "json");
        using var report = JsonDocument.Parse(said.Output);
        using var witness = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Drawing.Root, "reference", "01-wageningen-two-proportions.json"))
        );
        var expected = witness
            .RootElement.GetProperty("values")
            .EnumerateArray()
            .Single(v => v.GetProperty("name").ValueEquals("gross/EXP12_vs_EXP4"))
            .GetProperty("value");
        var mine = report
            .RootElement.GetProperty("comparisons")
            .EnumerateArray()
            .Single(c =>
                c.GetProperty("measure").ValueEquals("gross")
                && c.GetProperty("first").GetProperty("codes").GetArrayLength() == 2
                && c.GetProperty("randomised").GetBoolean()
            );
        mine.GetProperty("difference")
            .GetProperty("value")
            .GetDouble()
            .ShouldBe(expected.GetProperty("difference").GetDouble(), 1e-12);
        mine.GetProperty("difference")
            .GetProperty("upper")
            .GetDouble()
            .ShouldBe(expected.GetProperty("ci").GetProperty("level_95").GetProperty("newcombe")[1].GetDouble(), 1e-12);
        mine.GetProperty("fisher")
            .GetProperty("p")
            .GetDouble()
            .ShouldBe(expected.GetProperty("p_fisher_two_sided").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task The_csv_has_a_row_for_every_comparison()
    {
        var said = await Terminal.Run("evaluate", "--counts", Published, "--format", "csv", "--level", "90");
        var rows = said.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        rows.Length.ShouldBe(25);
        rows[1].ShouldStartWith("gross,EXP1,EXP4,true,26,98,15,91,0.1004709576138");
        rows[1].ShouldContain(",0.9,");
    }

    [Fact]
    public void The_publication_that_travels_with_the_program_holds_the_witness_counts()
    {
        var shipped = Publications.Named("wageningen-2017").ShouldNotBeNull();
        var witnessed = File.ReadLines(Published)
            .Skip(1)
            .Select(l => l.Replace("\"", "", StringComparison.Ordinal).Split(','));
        shipped
            .Counts.Groups.Select(g => $"{g.Code} {g.Name} {g.Size} {g.Gross} {g.Net} {g.Started} {g.Stopped}")
            .ShouldBe(witnessed.Select(r => string.Join(' ', r[..7]).Replace("NA", "", StringComparison.Ordinal)));
        shipped.Claims.Count.ShouldBe(36);
    }

    [Fact]
    public async Task Roles_on_the_command_line_go_before_those_of_the_file()
    {
        var said = await Terminal.Run(
            "evaluate",
            "--counts",
            Published,
            "--format",
            "csv",
            "--control",
            "EXP1",
            "--not-randomised",
            "GD",
            "--pool",
            "samen=EXP2+EXP3"
        );
        said.ExitCode.ShouldBe(0);
        said.Output.ShouldContain("gross,EXP2,EXP1,true");
        said.Output.ShouldContain("gross,EXP2+EXP3,EXP1,true");
        said.Output.ShouldNotContain("gross,EXP1+EXP2");
    }

    [Theory]
    [InlineData("--control", "EXP9", "De groep 'EXP9' staat niet in de tabel")]
    [InlineData("--not-randomised", "GX", "De groep 'GX' staat niet in de tabel")]
    [InlineData("--pool", "EXP1+EXP2", "'EXP1+EXP2' is niet te begrijpen")]
    [InlineData("--pool", "x=EXP1", "'x=EXP1' is niet te begrijpen")]
    [InlineData("--pool", "x=EXP1+EXP1", "'EXP1' is niet te begrijpen")]
    [InlineData("--claims", "/bestaat/niet", "Het bestand /bestaat/niet is niet te openen")]
    public async Task An_option_that_does_not_fit_the_table_is_refused(string option, string value, string says)
    {
        var said = await Terminal.Run("evaluate", "--counts", Published, option, value);
        said.ExitCode.ShouldBe(1);
        said.Output.ShouldBeEmpty();
        said.Error.ShouldContain(says);
    }

    [Theory]
    [InlineData("", "is leeg")]
    [InlineData("code,name,n,gross,net,role\n", "is leeg")]
    [InlineData("code,name,n,gross,role\na,A,1,0,arm\n", "de kolom 'net' ontbreekt")]
    [InlineData("code,name,n,gross,net,role,kleur\na,A,1,0,0,arm,rood\n", "de kolom 'kleur' is niet bekend")]
    [InlineData("code,name,n,gross,net,net\na,A,1,0,0,0\n", "de kolom 'net' staat er twee keer in")]
    [InlineData("code,name,n,gross,net,role\na,A,1,0\n", "regel 2: er staan 4 waarden, de kop heeft 6 kolommen")]
    [InlineData("code,name,n,gross,net,role\na,A,tien,0,0,arm\n", "regel 2, kolom 'n': 'tien' is geen heel getal")]
    [InlineData("code,name,n,gross,net,role\na,A,10,1.5,0,arm\n", "kolom 'gross': '1.5' is geen heel getal")]
    [InlineData("code,name,n,gross,net,role\na,A,10,-1,0,arm\n", "kolom 'gross': '-1' is geen heel getal")]
    [InlineData("code,name,n,gross,net,role\na,A,99999999999,1,0,arm\n", "'99999999999' is geen heel getal")]
    [InlineData("code,name,n,gross,net,role\na,A,10,NA,0,arm\n", "de kolom 'gross' is niet ingevuld")]
    [InlineData("code,name,n,gross,net,role\n,A,10,1,0,arm\n", "de kolom 'code' is niet ingevuld")]
    [InlineData("code,name,n,gross,net,role\na,A,10,1,0,baas\n", "de rol 'baas' is niet bekend")]
    [InlineData("code,name,n,gross,net,role\na,A,10,1,0,arm\na,A,10,1,0,arm\n", "De code a staat twee keer")]
    [InlineData(
        "code,name,n,gross,net,role\na,A,10,11,0,arm\nb,B,10,1,0,arm\n",
        "meer mensen uitgestroomd dan er in de groep zitten"
    )]
    [InlineData("code,name,n,gross,net,role\na,A,10,1,0,control\nb,B,10,1,0,control\n", "meer controlegroepen")]
    [InlineData("code,name,n,gross,net,role\na,A,10,1,0,control\n", "minder dan twee groepen")]
    [InlineData(
        "code,name,n,gross,net\na,A,10,1,0\nb,B,10,1,0\n",
        "Het bestand zegt niet welke groep de controlegroep is"
    )]
    public async Task A_table_that_cannot_be_is_refused_in_plain_Dutch(string table, string says)
    {
        var said = await Refused(table);
        said.Error.ShouldContain(says);
    }

    [Theory]
    [InlineData("code;name;n;gross;net;role\r\na;A;10;2;1;arm\r\nb;B;10;3;2;control\r\n")]
    [InlineData("\uFEFFcode\tname\tn\tgross\tnet\trole\na\tA\t10\t2\t1\tarm\nb\tB\t10\t3\t2\tcontrol\n")]
    [InlineData("code,name,n,gross,net,role\na,\"A, met een komma\",10,2,1,arm\nb,B,10,3,2,control")]
    public async Task Separators_line_endings_and_a_byte_order_mark_are_recognised(string table)
    {
        var said = await On(table);
        said.Error.ShouldBeEmpty();
        said.ExitCode.ShouldBe(0);
        said.Output.ShouldContain("-10,0");
    }

    [Theory]
    [InlineData("where,quote,printed,computed\nh,w,veel,n.*\n", "regel 2: 'veel' is geen getal")]
    [InlineData("where,quote,printed,computed\nh,w,9.5%,net.GD / n.GD\n", "regel 2: '9.5%' is geen getal")]
    [InlineData("where,quote,printed,computed\nh,w,1,n\n", "regel 2: De berekening 'n' is niet te begrijpen")]
    [InlineData("where,quote,printed,computed\nh,w,1,n.X\n", "n.X staat niet in de tabel")]
    [InlineData("where,quote,printed,computed\nh,,1,n.*\n", "de kolom 'quote' is niet ingevuld")]
    public async Task A_claim_that_cannot_be_read_is_refused_with_its_line(string claims, string says)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, claims, TestContext.Current.CancellationToken);
        var said = await Terminal.Run("evaluate", "--counts", Published, "--claims", path);
        File.Delete(path);
        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain(says);
    }

    private static async Task<Terminal> Refused(string table)
    {
        var said = await On(table);
        said.ExitCode.ShouldBe(1);
        said.Output.ShouldBeEmpty();
        return said;
    }

    private static async Task<Terminal> On(string table)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, table, TestContext.Current.CancellationToken);
        var said = await Terminal.Run("evaluate", "--counts", path);
        File.Delete(path);
        return said;
    }
}
