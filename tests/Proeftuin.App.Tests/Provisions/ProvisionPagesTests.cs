// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Browser;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Provisions;

/// <summary>The provisions over HTTP, without script: every form does its work, the figures follow, mistakes are named, and nobody sees more than the role allows.</summary>
public sealed class ProvisionPagesTests(Databases databases)
{
    private const string Address = $"/experimenten/{ProvisionScene.Experiment}/voorzieningen";

    [Fact]
    public async Task From_application_to_figures_every_step_is_a_page_and_the_ledger_has_each_of_them()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store) { Clock = TravellingClock.InKnownLaw() };
        await new ProvisionForms(site, store).Play();

        var researcher = await site.SignIn(Role.Researcher);
        await researcher.Open(Address);
        researcher.Text.ShouldContain("Gebruikt: 1 van 1 (100,0%)");
        researcher.Text.ShouldContain("Binnen een dag besloten: 1 van 1 (100,0%)");
        researcher.Text.ShouldContain("Deel deze aantallen niet op elkaar.");
        researcher.Text.ShouldContain("Bedrag betaald€ 1.500,00");
        await researcher.Open($"{Address}?Op=2024-01-01");
        researcher.Text.ShouldContain("Gebruikt: 0 van 0");
        (await researcher.Open($"{Address}/uitstroompremie")).Status.ShouldBe(HttpStatusCode.Forbidden);
        await researcher.Open($"/experimenten/{ProvisionScene.Experiment}");
        researcher.Html.ShouldContain($"href=\"{Address}\"");

        (await store.Ledger())
            .Select(e => e.Action)
            .Where(a => a.Split('.')[0] is "premie" or "garantie" or "eendag" or "begeleiding" or "bijzonderebijstand")
            .ShouldBe([
                "premie.aangevraagd",
                "premie.aangevraagd",
                "premie.ingetrokken",
                "premie.beoordeeld",
                "premie.besloten",
                "premie.betaald",
                "garantie.vastgelegd",
                "garantie.gebruikt",
                "garantie.besloten",
                "eendag.gemeld",
                "eendag.besloten",
                "begeleiding.begonnen",
                "begeleiding.gemeten",
                "begeleiding.contact",
                "begeleiding.verbeterd",
                "begeleiding.contact",
                "begeleiding.beëindigd",
                "bijzonderebijstand.geleverd",
            ]);
    }

    [Fact]
    public async Task A_file_of_another_kind_or_of_somebody_else_is_not_found_and_an_empty_form_says_what_is_missing()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store) { Clock = TravellingClock.InKnownLaw() };
        await new ProvisionForms(site, store).Play();
        var other = await site.SignIn(Role.CaseManager);
        var officer = await site.SignIn(Role.IncomeOfficer);
        var guidance = (await store.Rows<GuidanceRow>()).ShouldHaveSingleItem();

        await officer.Open($"{Address}/begeleiding/{guidance.Id}/overdragen");
        await officer.Submit("Draag het dossier over", ("Why", ""));
        officer.Text.ShouldContain("Kies een collega.");
        foreach (
            var (who, path) in new[]
            {
                (officer, $"uitstroompremie/{guidance.Id}/overdragen"),
                (other, $"iets/{guidance.Id}/intrekken"),
                (other, $"begeleiding/{guidance.Id}/overdragen"),
                (other, $"begeleiding/{guidance.Id}/vervallen/2"),
            }
        )
        {
            (await who.Open($"{Address}/{path}")).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        await other.Open($"{Address}/begeleiding/{guidance.Id}/intrekken");
        await other.Submit("Trek in", ("Why", "Niet van mij"));
        other.Text.ShouldContain("een ander begeleidt deze persoon");
    }

    [Fact]
    public async Task A_form_with_mistakes_says_under_which_field_and_stores_nothing()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store) { Clock = TravellingClock.InKnownLaw() };
        await new ProvisionForms(site, store).Play();
        var manager = await site.SignIn(Role.CaseManager);

        await manager.Open($"{Address}/uitstroompremie/nieuw");
        await manager.Submit("Leg de aanvraag vast", ("Bsn", "12"), ("WorkFrom", "gisteren"));
        manager.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        manager.Text.ShouldContain("Vul de dag van de aanvraag in.");
        manager.Text.ShouldContain("'gisteren' kan niet worden gelezen");
        await manager.Open($"{Address}/bijstand-in-1-dag/nieuw");
        await manager.Submit("Leg de melding vast", ("Day", "2025-02-03"), ("Time", "half tien"));
        manager.Text.ShouldContain("Vul de tijd in, zoals 09:30.");
        (await manager.Open($"{Address}/bestaat-niet")).Status.ShouldBe(HttpStatusCode.NotFound);

        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open($"{Address}/bijzondere-bijstand/inlezen");
        await lead.Upload(
            "Controleer en lees in",
            [("Delivery", "fout.csv", "maand;aantal\n2024-07;3\n")],
            ("Source", "test")
        );
        lead.Text.ShouldContain("de kolom 'soort' ontbreekt");
    }

    [Fact]
    public async Task Deadlines_are_tasks_with_a_number_and_a_day_and_without_names()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store) { Clock = TravellingClock.InKnownLaw() };
        await new ProvisionForms(site, store).Play();
        var lead = store.Actor(Role.ProjectLead);
        var manager = await site.SignIn(Role.CaseManager);
        var bsns = await ProvisionScene.Register(site.Services, lead, 41, seed: 29);
        await manager.Open($"{Address}/uitstroompremie/nieuw");
        await manager.Submit(
            "Leg de aanvraag vast",
            ("Bsn", bsns[0]),
            ("AppliedOn", "2025-02-07"),
            ("WorkFrom", "2024-07-15"),
            ("WorkProvenUpTo", "2025-01-31"),
            ("Evidence", "contract")
        );
        await manager.Open($"{Address}/begeleiding/nieuw");
        await manager.Submit("Begin de begeleiding", ("Bsn", bsns[1]), ("On", "2024-09-02"));

        await manager.Open("/");
        manager.Text.ShouldContain("Doe de nulmeting (1)");
        var officer = await site.SignIn(Role.IncomeOfficer);
        await officer.Open("/");
        officer.Text.ShouldContain("Beslis over de uitstroompremie (1; de eerste uiterlijk 4 april 2025)");
    }
}
