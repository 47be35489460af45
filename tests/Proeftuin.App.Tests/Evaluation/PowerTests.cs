// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Evaluation;

public sealed class PowerTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

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
    public async Task A_grid_is_played_in_the_background_and_ends_as_a_picture_and_tables()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        await store.StartGroningen();
        var lead = await site.SignIn(Role.ProjectLead);
        const string grid = "/groepsgrootte/raster?verwacht=10&keer=100&experiment=groningen-2017";

        await lead.Open(grid);
        lead.Text.ShouldContain("van half zo groot tot zeven keer zo groot, met 4 groepen");
        await lead.Submit("Speel het raster");
        var job = lead.SentTo.ShouldNotBeNull();
        await lead.Open(job);
        while (lead.SentTo is null)
        {
            lead.Text.ShouldContain("Voortgang");
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await lead.Open(job);
        }

        await lead.Follow();
        lead.Page.QuerySelectorAll("svg[role=img]").Length.ShouldBe(1);
        var tables = lead.Page.QuerySelectorAll("table");
        tables.Length.ShouldBe(2);
        tables[0].QuerySelectorAll("tbody tr").Length.ShouldBe(7);
        tables[0].QuerySelectorAll("thead th").Length.ShouldBe(12);
        // seven times as large finds ten points more often than half as large
        var chances = tables[0]
            .QuerySelectorAll("tbody tr")
            .Select(r => int.Parse(r.Children[6].TextContent.TrimEnd('%'), CultureInfo.InvariantCulture))
            .ToList();
        chances[^1].ShouldBeGreaterThan(chances[0] + 20);
        await lead.Open("/groepsgrootte/raster?verwacht=10&keer=7&experiment=groningen-2017");
        lead.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        lead.Text.ShouldContain("Hoe vaak moet liggen tussen 100 en 10.000");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Work_that_is_asked_to_stop_stops_and_only_within_the_own_municipality(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var jobs = store.Services.GetRequiredService<Jobs>();
        var (lead, stranger) = (
            store.Actor(Role.ProjectLead),
            Store.ActorIn(store.OtherMunicipality, Role.ProjectLead)
        );
        var begun = new TaskCompletionSource();
        var job = await jobs.Start(
            lead,
            "proef",
            async (_, _, stop) =>
            {
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, stop);
                return "/";
            },
            TestContext.Current.CancellationToken
        );
        await begun.Task;

        (await jobs.Cancel(stranger, job, TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await jobs.Cancel(lead, job, TestContext.Current.CancellationToken)).ShouldBeTrue();
        while ((await jobs.Find(lead, job, TestContext.Current.CancellationToken))!.State == JobState.Running)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var status = (await jobs.Find(lead, job, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        status.State.ShouldBe(JobState.Refused);
        status.Text.ShouldBe("Op verzoek gestopt. Er is niets opgeslagen.");
        (await jobs.Cancel(lead, job, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_command_line_plays_the_same_grid_with_progress()
    {
        string[] asked = ["power", "--expected", "10", "--protocol", "groningen-2017", "--replicates", "100"];
        var said = await Terminal.Run([.. asked, "--sweep"]);

        said.ExitCode.ShouldBe(0, said.Error);
        said.Error.ShouldContain("Raster naspelen: 77 van 77");
        said.Output.ShouldContain("in de groep waar dat het moeilijkst is");
        (await Terminal.Run("power", "--sweep")).ExitCode.ShouldBe(2);
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
