// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.Playwright;
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Settlement;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Browser;

/// <summary>Settling in a real browser: a missing slip, a letter that explains itself, and a late slip that corrects January. Every step is for everybody and fits a small screen.</summary>
public sealed class SettlingJourneyTests(Databases databases, Chromium chromium)
{
    private const string Name = "mevrouw-inkomen";

    [Fact]
    public async Task An_income_officer_settles_March_with_one_missing_slip()
    {
        await using var scene = await Scene();
        (await scene.Deliver(scene.Csv("2 2018-02 300,00 s2 2018-02-25"), "2018-02", new(2018, 3, 8))).OrThrow();
        (await scene.Settle("2018-02", new(2018, 3, 8))).OrThrow();
        await using var site = LiveSite.Start(scene.Store.Options, chromium);
        var officer = await site.SignIn(Name, Site.Password);
        await officer.GotoAsync("/verrekenen");
        await Good(officer);

        await Send(officer, "2018-03", scene.Csv("1 2018-03 -80,00 s3 2018-03-25"));
        await officer.GetByRole(AriaRole.Heading, new() { Name = "Er is niets opgeslagen" }).WaitForAsync();
        await Good(officer);
        await officer.GotoAsync("/verrekenen/keuzes");
        await Good(officer);
        await Deliver(officer, "2018-03", scene.Csv("1 2018-03 80,00 s3 2018-03-25"));
        await Settle(officer, "2018-03", "/verrekenen/maanden/2018-03");

        var attention = officer.GetByRole(AriaRole.Region, new() { Name = "Wat aandacht vraagt", Exact = true });
        await attention.GetByText("Geschat: loonstrook ontbreekt").WaitForAsync();
        (await officer.GetByText("Geen huishouden heeft inkomen").CountAsync()).ShouldBe(0);
        await Good(officer);
    }

    [Fact]
    public async Task A_participant_understands_the_specification()
    {
        await using var scene = await Scene();
        (await scene.Deliver(scene.Csv("2 2018-01 450,00 s1 2018-01-25"), "2018-01", new(2018, 2, 8))).OrThrow();
        (await scene.Settle("2018-01", new(2018, 2, 8))).OrThrow();
        await using var site = LiveSite.Start(scene.Store.Options, chromium);
        var officer = await site.SignIn(Name, Site.Password);
        await officer.GotoAsync($"/verrekenen/huishouden/{await scene.HouseholdOf("2")}");
        await Good(officer);
        await officer.GetByRole(AriaRole.Link, new() { Name = "eerste van januari 2018" }).ClickAsync();
        await Good(officer);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Maak de brief" }).ClickAsync();
        await Good(officer);

        var letter = officer.Locator("article.pt-letter");
        var text = (await letter.InnerTextAsync()).Replace('\u00a0', ' ');
        // what comes in, what may be kept and why, what is left, and what to do about it
        text.ShouldContain("U krijgt over januari 2018 € 691,51 bijstand");
        text.ShouldContain("U kreeg € 450,00 (maandloon). Dit zijn inkomsten uit arbeid.");
        text.ShouldContain("U mag € 199,00 houden: 50% van € 450,00, met een maximum van € 199,00");
        text.ShouldContain("vakantietoeslag voor u opzij. U krijgt die in juni");
        text.ShouldContain("tot en met 22 maart 2018");
        (await letter.GetByRole(AriaRole.Link).AllAsync()).Count.ShouldBeGreaterThan(
            3,
            "every line leads to its article"
        );
        await officer.SetViewportSizeAsync(320, 800);
        (await letter.Locator(".pt-scroll").EvaluateAsync<bool>("r => r.scrollWidth <= r.clientWidth")).ShouldBeTrue(
            "on a phone the explanation is read without scrolling aside"
        );
        await letter.GetByRole(AriaRole.Cell, new() { Name = "Dit zijn inkomsten uit arbeid" }).WaitForAsync();
        await officer.EmulateMediaAsync(new() { Media = Media.Print });
        (await officer.GetByText("Kies in uw browser").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_late_slip_corrects_January()
    {
        await using var scene = await Scene();
        (await scene.Deliver(scene.Csv("2 2018-01 300,00 s1 2018-01-25"), "2018-01", new(2018, 2, 8))).OrThrow();
        (await scene.Settle("2018-01", new(2018, 2, 8))).OrThrow();
        await using var site = LiveSite.Start(scene.Store.Options, chromium);
        var officer = await site.SignIn(Name, Site.Password);

        await Deliver(
            officer,
            "2018-02",
            scene.Csv("2 2018-01 200,00 s1b 2018-02-20", "2 2018-02 200,00 s2 2018-02-25")
        );
        await Settle(officer, "2018-02", "/verrekenen/maanden/2018-02");
        await officer.GotoAsync($"/verrekenen/huishouden/{await scene.HouseholdOf("2")}");
        await officer.GetByRole(AriaRole.Link, new() { Name = "correctie 1 van januari 2018" }).ClickAsync();
        await Good(officer);

        // half of 300 was 150; half of 200 is 100: 50 less is taken off
        await officer.GetByText("Uitkering eerst € 792,51, nu € 842,51").WaitForAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = "Terug naar het huishouden" }).ClickAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = "eerste van januari 2018" }).ClickAsync();
        await officer.GetByText("Er is een latere verrekening van deze maand.").WaitForAsync();
        await officer.GotoAsync("/verrekenen/maanden/2018-02");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Brieven van wat veranderde" }).ClickAsync();
        await officer.GetByText("2 brieven").WaitForAsync();
        await Good(officer);
        await ByHand(scene, officer, await scene.HouseholdOf("2"));
    }

    /// <summary>The pages to take a fact back and to approve a change by hand, with something on them.</summary>
    private static async Task ByHand(SettleScene scene, IPage officer, Guid household)
    {
        await scene.Store.Use(
            (RecordSettlementFact use) =>
                use.Handle(
                    new(
                        household,
                        SettlementFactKind.NewJob,
                        1,
                        new(2018, 1, 2),
                        null,
                        null,
                        null,
                        Store.Because("Arbeidscontract gezien")
                    ),
                    scene.Second,
                    CancellationToken.None
                )
        );
        await scene.Store.Use(
            (AskChangeByHand use) =>
                use.Handle(
                    new(household, new(2018, 1), new(-25_00), Store.Because("Afspraak met de deelnemer")),
                    scene.Second,
                    CancellationToken.None
                )
        );
        await officer.GotoAsync($"/verrekenen/huishouden/{household}");
        await Good(officer);
        await officer.Locator("a[href*='/intrekken/']").First.ClickAsync();
        await Good(officer);
        await officer.GotoAsync("/verrekenen/met-de-hand");
        await Good(officer);
        await officer.Locator("a[href^='/verrekenen/met-de-hand/']").First.ClickAsync();
        await Good(officer);
    }

    private async Task<SettleScene> Scene()
    {
        var scene = await SettleScene.New(databases, DatabaseKind.Sqlite);
        await scene.Store.AddAccount(Name, Site.Password, [Role.IncomeOfficer]);
        return scene;
    }

    private static async Task Deliver(IPage page, string month, string csv)
    {
        await Send(page, month, csv);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Inkomsten ingelezen" }).WaitForAsync();
        await Good(page);
    }

    private static async Task Send(IPage page, string month, string csv)
    {
        await page.GotoAsync("/verrekenen/inkomsten/inlezen");
        await Good(page);
        await page.GetByLabel("Bestand")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "inkomsten.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(csv),
                }
            );
        await page.GetByLabel("Maand waarover u levert").FillAsync(month);
        await page.GetByLabel("Bron").FillAsync("salarisbestanden");
        await page.GetByRole(AriaRole.Button, new() { Name = "Controleer en lees in" }).ClickAsync();
    }

    private static async Task Settle(IPage page, string month, string result)
    {
        await page.GotoAsync("/verrekenen/maand");
        await Good(page);
        await page.GetByLabel("Maand", new() { Exact = true }).FillAsync(month);
        await page.GetByRole(AriaRole.Button, new() { Name = "Verreken de maand" }).ClickAsync();
        await page.WaitForURLAsync("**" + result);
        await Good(page);
    }

    private static async Task Good(IPage page)
    {
        await Accessible.Check(page);
        await Accessible.FitsASmallScreen(page);
        await page.SetViewportSizeAsync(1280, 900);
    }
}
