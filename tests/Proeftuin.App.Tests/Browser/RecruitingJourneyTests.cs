// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Playwright;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Participation;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Browser;

/// <summary>Taking part, in a real browser: from the first letter to the first day, stopping without consequence, and the own caseload. Every step is for everybody and fits a small screen.</summary>
public sealed class RecruitingJourneyTests(Databases databases, Chromium chromium)
{
    private const string Address = "/experimenten/groningen-2017/deelname";

    [Fact]
    public async Task A_project_leader_recruits_and_starts()
    {
        await using var scene = await RecruitScene.New(databases, DatabaseKind.Sqlite);
        await using var site = await Site(scene);
        var lead = await site.SignIn("mevrouw-lead", Web.Site.Password);
        await lead.GotoAsync($"{Address}/bijeenkomsten");
        await lead.GetByLabel("Datum", new() { Exact = true }).FillAsync("2017-10-09");
        await lead.GetByLabel("Tijd").FillAsync("19.30 uur");
        await lead.GetByLabel("Plaats", new() { Exact = true }).FillAsync("Buurthuis de Voorbeeldhof");
        await Press(lead, "Plan deze bijeenkomst");
        await Invite(lead);
        var person = (await scene.People("controle"))[0];
        await Enrol(lead, person);
        await CorrectTheStart(lead, person);

        await lead.GotoAsync($"{Address}/plaatsen");
        await lead.GetByLabel("Groep", new() { Exact = true }).SelectOptionAsync("controle");
        await lead.GetByLabel("Vanaf welke dag hebben zij een plaats?").FillAsync("2017-10-21");
        await Press(lead, "Geef plaatsen");
        await lead.GotoAsync(Address);
        await lead.GetByText("Van 1 mensen is de eigen startdatum bereikt.").WaitForAsync();
        await Press(lead, "Leg hun start vast");

        var started = (await scene.People("controle")).Single(p => p.Id == person.Id);
        started.State.ShouldBe(ParticipationState.Active);
        started.StartsOn.ShouldBe(new DateOnly(2017, 12, 1));
        await lead.GotoAsync($"{Address}/stroom?op=2017-12-02");
        await Accessible.ToEverybody(lead);
        await Pictures.Take(lead, "stroomschema");
    }

    [Fact]
    public async Task A_participant_stops_and_nothing_happens_to_them()
    {
        await using var scene = await RecruitScene.New(databases, DatabaseKind.Sqlite);
        (await scene.On("2017-10-05").Letters()).OrThrow();
        scene.On("2017-10-12");
        var person = (await scene.People("controle"))[0];
        (await scene.Consent(person)).OrThrow();
        await using var site = await Site(scene);
        var lead = await site.SignIn("mevrouw-lead", Web.Site.Password);

        await lead.GotoAsync($"{Address}/mensen/{person.Id}");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Vastleggen dat deze persoon stopt" }).ClickAsync();
        await lead.GetByText("Er gebeurt niets met de uitkering.").WaitForAsync();
        await Accessible.ToEverybody(lead);
        await lead.GetByLabel("Vanaf welke dag stopt deze persoon?").FillAsync("2017-10-20");
        await Press(lead, "Leg vast dat deze persoon stopt");
        await lead.GetByText("Leg vast wat deze persoon wil met de gegevens.").WaitForAsync();
        await lead.GetByLabel("Wat wil deze persoon met de gegevens?")
            .SelectOptionAsync(nameof(DataChoice.KeepFollowing));
        await Press(lead, "Leg vast dat deze persoon stopt");

        await lead.GetByText("Er verandert niets aan de uitkering").WaitForAsync();
        await Accessible.ToEverybody(lead);
        var stopped = (await scene.People("controle")).Single(p => p.Id == person.Id);
        stopped.State.ShouldBe(ParticipationState.Withdrawn);
        (await scene.Store.Rows<BenefitEventRow>()).ShouldBeEmpty();
        (await scene.Flow()).Flow.Together.Drawn.ShouldBe(36);
    }

    [Fact]
    public async Task A_case_manager_sees_only_the_own_caseload()
    {
        await using var scene = await RecruitScene.New(databases, DatabaseKind.Sqlite);
        (await scene.On("2017-10-05").Letters()).OrThrow();
        await scene.Store.AddAccount("klantmanager.c", Web.Site.Password, [Role.CaseManager]);
        var people = (await scene.People("controle")).ToList();
        await using var site = await Site(scene);
        var lead = await site.SignIn("mevrouw-lead", Web.Site.Password);
        await lead.GotoAsync($"{Address}/mensen/{people[0].Id}");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Een klantmanager toewijzen" }).ClickAsync();
        await Accessible.ToEverybody(lead);
        await lead.GetByLabel("Klantmanager").SelectOptionAsync(new SelectOptionValue { Label = "klantmanager.c" });
        await Press(lead, "Wijs deze persoon toe");
        var who = await lead.Locator("h1").InnerTextAsync();

        var manager = await site.SignIn("klantmanager.c", Web.Site.Password);
        await manager.GotoAsync($"{Address}/mensen");
        await manager.GetByText("1 gevonden").WaitForAsync();
        await Accessible.ToEverybody(manager);
        await Pictures.Take(manager, "caseload");
        await manager.GetByRole(AriaRole.Link, new() { Name = who }).ClickAsync();
        await manager.GetByRole(AriaRole.Heading, new() { Name = who }).WaitForAsync();
        foreach (var page in new[] { $"/mensen/{people[1].Id}", $"/mensen/{people[1].Id}/stoppen", "/plaatsen", "" })
        {
            var answer = await manager.GotoAsync(Address + page);
            answer!.Status.ShouldBeOneOf([403, 404], page);
            (await manager.ContentAsync()).ShouldNotContain(people[1].Pseudonym);
        }
    }

    private static async Task Invite(IPage lead)
    {
        await lead.GotoAsync(Address);
        await Accessible.ToEverybody(lead);
        await lead.GetByRole(AriaRole.Link, new() { Name = "Maak brieven voor" }).ClickAsync();
        await lead.GetByLabel("Datum op de brief").FillAsync("2017-10-05");
        await lead.GetByLabel("Antwoord uiterlijk").FillAsync("2017-10-20");
        await Press(lead, "Maak de brieven");
        await lead.GetByText("30 brieven, één per bladzijde.").WaitForAsync();
        await Accessible.ToEverybody(lead);
        (await lead.Locator("article.pt-letter").CountAsync()).ShouldBe(30);
    }

    private static async Task Enrol(IPage lead, ParticipantRow person)
    {
        await lead.GotoAsync($"{Address}/mensen/{person.Id}");
        await Accessible.ToEverybody(lead);
        await lead.GetByRole(AriaRole.Link, new() { Name = "Een bijeenkomst noteren" }).ClickAsync();
        await Press(lead, "Noteer dit");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Aanmelding vastleggen" }).ClickAsync();
        await lead.GetByLabel("Datum op het formulier").FillAsync("2017-10-12");
        await lead.GetByLabel("Eigen start").FillAsync("2017-11-01");
        await Press(lead, "Leg de aanmelding vast");
        await lead.GetByText("De aanmelding is vastgelegd.").WaitForAsync();
    }

    private static async Task CorrectTheStart(IPage lead, ParticipantRow person)
    {
        await lead.GetByRole(AriaRole.Link, new() { Name = "Verbeter regel" }).ClickAsync();
        await Accessible.ToEverybody(lead);
        (await lead.GetByLabel("Datum op het formulier").InputValueAsync()).ShouldBe("2017-10-12");
        await lead.GetByLabel("Eigen start").FillAsync("2017-12-01");
        await Press(lead, "Leg de aanmelding vast");
        await lead.GetByText("De aanmelding is verbeterd").WaitForAsync();
        lead.Url.ShouldEndWith(person.Id.ToString());
        await Accessible.ToEverybody(lead);
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private async Task<LiveSite> Site(RecruitScene scene)
    {
        await scene.Store.AddAccount("mevrouw-lead", Web.Site.Password, [Role.ProjectLead]);
        return LiveSite.Start(scene.Store.Options, chromium);
    }
}
