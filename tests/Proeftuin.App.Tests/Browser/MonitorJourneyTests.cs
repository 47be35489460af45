// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Microsoft.Playwright;
using Proeftuin.App.Tests.Monitoring;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Browser;

/// <summary>A late exit changes last month's table but not the frozen one, in a real browser; every step is for everybody and fits a small screen.</summary>
public sealed class MonitorJourneyTests(Databases databases, Chromium chromium)
{
    private const string Figures = "/experimenten/wageningen-2017/cijfers";

    [Fact]
    public async Task A_late_exit_changes_last_months_table_but_not_the_frozen_one()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite, people: 40, drawn: 32);
        await scene.Store.AddAccount("mevrouw-lead", Site.Password, [Role.ProjectLead]);
        await scene.Deliver($"bsn;maand;bedrag\n{scene.Of("1")};2018-02;450,00", new(2018, 4, 10));
        await scene.Deliver($"bsn;datum;doelen\n{scene.Of("1")};2017-10-05;werk", new(2018, 4, 10));
        await scene.Deliver($"bsn;begin baan;einde baan\n{scene.Of("0")};2018-01-01;", new(2018, 4, 10));
        await using var site = LiveSite.Start(scene.Store.Options, chromium);
        var lead = await site.SignIn("mevrouw-lead", Site.Password);
        await Deliver(lead, scene.Turns("0 uitstroom 2018-01-01 werk", "8 uitstroom 2018-02-01 verhuizing"));

        (await SeeGross(lead)).ShouldBe("1");
        await Freeze(lead);
        var frozen = lead.Url;
        await Deliver(lead, scene.Turns("4 uitstroom 2018-03-01 werk"));

        (await SeeGross(lead)).ShouldBe("2");
        await lead.GotoAsync(frozen);
        await lead.GetByText("Sinds het bevriezen zijn er feiten bijgekomen of gecorrigeerd.").WaitForAsync();
        (await Cells(lead, "Bevroren uitstroom: Iedereen die geloot is", "Zelf in actie"))[3].ShouldBe("1");
        await Accessible.ToEverybody(lead);
        await CorrectOnThePersonsPage(lead, scene);
        (await SeeGross(lead)).ShouldBe("1");
    }

    private static async Task Deliver(IPage page, string csv)
    {
        await page.GotoAsync("/feiten/inlezen");
        await Accessible.ToEverybody(page);
        await page.GetByLabel("Bestand")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "feiten.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(csv),
                }
            );
        await page.GetByLabel("Maand waarover u levert").FillAsync("2018-03");
        await page.GetByLabel("Bron").FillAsync("uitdraai uitkeringsadministratie");
        await page.GetByRole(AriaRole.Button, new() { Name = "Controleer en lees in" }).ClickAsync();
        await page.WaitForURLAsync("**/feiten/leveringen/*");
        await Accessible.ToEverybody(page);
        await page.GotoAsync("/feiten");
        await Accessible.ToEverybody(page);
    }

    private static async Task<string> SeeGross(IPage page)
    {
        await page.GotoAsync($"{Figures}?tel=2018-04-01&groep=geloot");
        await Accessible.ToEverybody(page);
        return (await Cells(page, "Tabel: uitstroom naar werk", "Zelf in actie"))[3];
    }

    private static async Task Freeze(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Bevries de cijfers op deze teldatum" }).ClickAsync();
        await Accessible.ToEverybody(page);
        await page.GetByLabel("Waarvoor bevriest u deze cijfers?").FillAsync("Eindrapportage");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bevries" }).ClickAsync();
        await page.GetByText("Er is sinds het bevriezen niets veranderd aan deze cijfers.").WaitForAsync();
    }

    private static async Task CorrectOnThePersonsPage(IPage page, FactScene scene)
    {
        await page.GotoAsync($"/feiten/{scene.Participants[4]}");
        await Accessible.ToEverybody(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Corrigeer uitstroom van 1 maart 2018" }).ClickAsync();
        await Accessible.ToEverybody(page);
        await page.GetByLabel("De juiste reden").SelectOptionAsync("verhuizing");
        await page.GetByLabel("Waarom corrigeert u dit?").FillAsync("De werkgever bleek niet te bestaan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Corrigeer" }).ClickAsync();
        await page.GetByText("Gecorrigeerd. Het oude feit blijft te zien.").WaitForAsync();
    }

    private static async Task<IReadOnlyList<string>> Cells(IPage page, string region, string group)
    {
        var row = page.GetByRole(AriaRole.Region, new() { Name = region, Exact = true })
            .GetByRole(AriaRole.Row)
            .Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = group, Exact = true }) })
            .First;
        return await row.GetByRole(AriaRole.Cell).AllInnerTextsAsync();
    }
}
