// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Browser;
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Participation;

/// <summary>Taking part over HTTP, without script: who sees whom, and what a person reads. Every page passes the accessibility scan and fits 320 pixels.</summary>
public sealed class ParticipationPagesTests(Databases databases, Chromium chromium)
{
    private const string Address = "/experimenten/groningen-2017/deelname";

    [Fact]
    public async Task A_case_manager_sees_only_the_own_caseload()
    {
        await using var scene = await Invited();
        await using var site = new Site(scene.Store);
        var account = await scene.Store.AddAccount("klantmanager.c", Site.Password, [Role.CaseManager]);
        var people = (await scene.People()).Where(p => p.State == ParticipationState.Invited).ToList();
        await Assign(scene, account, people[0]);
        var manager = await site.SignIn("klantmanager.c", Site.Password);

        await manager.Open($"{Address}/mensen");
        manager.Text.ShouldContain("1 gevonden");
        manager.Page.QuerySelectorAll("tbody a").ShouldHaveSingleItem();
        await manager.Open($"{Address}/mensen/{people[0].Id}");
        manager.Status.ShouldBe(HttpStatusCode.OK);
        (await scene.Store.Ledger())[^1].DataSubject.ShouldBe(people[0].PersonId);
        foreach (var page in new[] { "", "/uitleg", "/aanmelden", "/stoppen" })
        {
            await manager.Open($"{Address}/mensen/{people[1].Id}{page}");
            manager.Status.ShouldBe(HttpStatusCode.NotFound, page);
        }

        foreach (var page in new[] { "", "/plaatsen", "/caseload", "/stroom", "/pseudoniemen" })
        {
            await manager.Open(Address + page);
            manager.Status.ShouldNotBe(HttpStatusCode.OK, page);
        }
    }

    [Fact]
    public async Task A_participant_stops_and_the_screen_says_that_nothing_happens()
    {
        await using var scene = await Invited();
        await using var site = new Site(scene.Store);
        scene.On("2017-10-12");
        var person = (await scene.People("controle"))[0];
        (await scene.Consent(person)).OrThrow();
        var lead = await site.SignIn(Role.ProjectLead);

        await lead.Open($"{Address}/mensen/{person.Id}/stoppen");
        lead.Text.ShouldContain("Er gebeurt niets met de uitkering.");
        await lead.Submit("Leg vast dat deze persoon stopt", ("On", "2017-10-20"), ("Data", ""));
        lead.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        lead.Text.ShouldContain("Leg vast wat deze persoon wil met de gegevens.");
        await lead.Submit(
            "Leg vast dat deze persoon stopt",
            ("On", "2017-10-20"),
            ("Data", nameof(DataChoice.KeepFollowing))
        );
        await lead.Follow();
        lead.Text.ShouldContain("Er verandert niets aan de uitkering");
        lead.Text.ShouldContain("gestopt");
        (await scene.Store.Ledger()).Count(e => e.Action == "deelname.gestopt").ShouldBe(1);
    }

    [Fact]
    public async Task A_researcher_sees_counts_and_codes_and_no_name()
    {
        await using var scene = await Invited();
        await using var site = new Site(scene.Store);
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open($"{Address}/mensen");
        var names = lead.Page.QuerySelectorAll("tbody th").Select(c => c.TextContent.Trim()).ToList();
        names.Count.ShouldBe(36);
        await lead.Open($"{Address}/mensen?naam={Uri.EscapeDataString(names[0])}");
        lead.Page.QuerySelectorAll("tbody th").Select(c => c.TextContent.Trim()).ShouldContain(names[0]);
        var researcher = await site.SignIn(Role.Researcher);

        await researcher.Open($"{Address}/pseudoniemen");
        researcher.Text.ShouldContain((await scene.People())[0].Pseudonym);
        names.ShouldAllBe(name => !researcher.Html.Contains(name, StringComparison.Ordinal));
        await researcher.Open($"{Address}/stroom");
        researcher.Text.ShouldContain("uitgenodigd: 6");
        await researcher.Open($"{Address}/stroom?op=2017-10-04");
        researcher.Text.ShouldContain("uitgenodigd: 0");
        await researcher.Open($"{Address}/stroom?op=2099-01-01");
        researcher.Text.ShouldContain("ligt in de toekomst");
        await researcher.Open($"{Address}/mensen");
        researcher.Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_page_of_taking_part_passes_the_accessibility_scan_and_fits_a_small_screen()
    {
        await using var scene = await Invited();
        await using var site = new Site(scene.Store);
        scene.On("2017-10-12");
        var person = (await scene.People("keuze"))[0];
        (await scene.Consent(person)).OrThrow();
        var batch = (await scene.Store.Rows<LetterBatchRow>()).Single().Id;
        var lead = await site.SignIn(Role.ProjectLead);
        var style = await File.ReadAllTextAsync(
            Path.Combine(House.Drawing.Root, "src", "Proeftuin.Web", "wwwroot", "css", "proeftuin.css")
        );
        string[] acts =
        [
            "",
            "/uitleg",
            "/keuze",
            "/stoppen",
            "/beeindigen",
            "/gegevens",
            "/intrekken/1",
            "/bijeenkomst",
        ];
        string[] pages = ["", "/mensen", "/stroom", "/bijeenkomsten", "/plaatsen", "/caseload", "/pseudoniemen"];
        foreach (
            var path in pages
                .Append($"/uitnodigen/{scene.DrawId}")
                .Append($"/brieven/{batch}")
                .Append($"/mensen/{(await scene.People("controle"))[0].Id}/aanmelden")
                .Concat(acts.Select(a => $"/mensen/{person.Id}{a}"))
        )
        {
            await lead.Open(Address + path);
            lead.Status.ShouldBe(HttpStatusCode.OK, path);
            var page = await chromium.NewWindow("http://localhost");
            await page.SetContentAsync(lead.Html);
            await page.AddStyleTagAsync(new() { Content = style });
            await Accessible.Check(page);
            await Accessible.FitsASmallScreen(page);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_command_line_gives_the_same_flow()
    {
        await using var scene = await Invited();
        await scene.Store.AddAccount("onderzoeker.d", Site.Password, [Role.Researcher]);
        string[] place = ["--db", scene.Store.Options.Connection, "--keys", scene.Store.Options.KeyFile];
        var told = await Terminal.RunAs(
            "onderzoeker.d",
            Site.Password,
            ["participation", "flow", RecruitScene.Experiment, "--csv", .. place]
        );

        told.ExitCode.ShouldBe(0, told.Error);
        told.Output.ShouldContain("referentie;6;0;0;0;0;0;0;0;0;0;0;0;0;6");
        told.Output.ShouldContain("samen;36;30;0;0;30;0;0;0;0;0;0;0;0;36");
    }

    private async Task<RecruitScene> Invited()
    {
        var scene = await RecruitScene.New(databases, DatabaseKind.Sqlite);
        scene.On("2017-10-05");
        (await scene.Letters()).OrThrow();
        return scene;
    }

    private static async Task Assign(RecruitScene scene, Guid account, ParticipantRow person) =>
        (
            await scene.Store.Use(
                (AssignCaseManagers use) =>
                    use.Handle(
                        new(RecruitScene.Experiment, account, null, person.Id),
                        scene.Lead,
                        CancellationToken.None
                    )
            )
        ).OrThrow();
}
