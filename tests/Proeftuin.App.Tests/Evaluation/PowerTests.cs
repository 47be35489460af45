// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Evaluation;

public sealed class PowerTests(Databases databases)
{
    [Fact]
    public async Task A_project_leader_sees_what_a_design_can_detect_and_plays_the_own_experiment()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open("/experimenten/nieuw");
        await lead.Submit("Experiment beginnen", ("Shipped", "groningen-2017"), ("Reason", "raadsbesluit"));

        await lead.Open("/groepsgrootte?per-groep=100&verwacht=10&verschil=10&experiment=groningen-2017");

        lead.Status.ShouldBe(HttpStatusCode.OK);
        // R: power.prop.test(n = 100, p1 = .1, p2 = .2, strict = TRUE) is 0.508, n for 80% is 198.96
        lead.Text.ShouldContain("Met 100 mensen per groep is de kans 51%");
        lead.Text.ShouldContain("199 mensen per groep nodig");
        lead.Text.ShouldContain("Groningen schreef de raad dat 700 mensen per groep");
        lead.Page.QuerySelectorAll("svg[role=img]").Length.ShouldBe(1);
        lead.Text.ShouldContain("200 geloot, 100 plaatsen");
        // four arms are approached beside the control group; the reference arm is not compared
        var played = lead.Page.QuerySelectorAll("table").Single(t => t.TextContent.Contains("Ten minste één"));
        played.QuerySelectorAll("thead th").Length.ShouldBe(6);
        played.QuerySelectorAll("tbody tr").Length.ShouldBe(11);
    }

    [Fact]
    public async Task Numbers_that_are_impossible_come_back_with_what_is_wrong()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);

        await lead.Open("/groepsgrootte?per-groep=honderd");
        lead.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        lead.Text.ShouldContain("'honderd' is geen getal");

        await lead.Open("/groepsgrootte?verwacht=95&verschil=10");
        lead.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        lead.Text.ShouldContain("Verwachte uitkomst met het verschil erbij moet liggen tussen 0 en 100.");

        await lead.Open("/groepsgrootte?experiment=bestaat-niet");
        lead.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_command_line_answers_the_same_and_plays_a_shipped_protocol()
    {
        var said = await Terminal.Run(
            "power",
            "--per-group",
            "100",
            "--expected",
            "10",
            "--difference",
            "10",
            "--protocol",
            "groningen-2017",
            "--replicates",
            "200"
        );

        said.ExitCode.ShouldBe(0);
        said.Output.ShouldContain("de kans 51%");
        said.Output.ShouldContain("200 keer nagespeeld");
        said.Error.ShouldContain("Naspelen: 11 van 11");
    }

    [Theory]
    [InlineData("Verschil mag niet nul zijn", "--difference", "0")]
    [InlineData("Vergelijkingen moet liggen tussen 1 en 100", "--comparisons", "0")]
    [InlineData("in dit experiment wordt niet geloot", "--protocol", "vlaardingen-2024")]
    [InlineData("hoe groot de groepen zijn", "--protocol", "wageningen-2017")]
    [InlineData("Het protocol 'nergens' is er niet", "--protocol", "nergens")]
    public async Task What_cannot_be_answered_is_refused_in_words(string message, params string[] args)
    {
        var said = await Terminal.Run(["power", .. args]);

        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain(message);
    }
}
