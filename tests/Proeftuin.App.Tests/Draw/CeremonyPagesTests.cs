// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Draw;

/// <summary>The ceremony over HTTP, without script, by the people who may take each step.</summary>
public sealed class CeremonyPagesTests(Databases databases)
{
    private const string Draws = "/experimenten/groningen-2017/lotingen";

    [Fact]
    public async Task A_project_lead_plans_and_an_officer_freezes_and_commits()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        await store.StartGroningen();
        var (lead, officer) = (await site.SignIn(Role.ProjectLead), await site.SignIn(Role.DrawOfficer));

        await lead.Open($"{Draws}/nieuw");
        await lead.Submit("Verder", ("Year", "2017"), ("Number", "1"));
        lead.Text.ShouldContain("GRONINGEN-2017-01");
        lead.Text.ShouldContain("ontheffing 200, begeleiding 200");
        await lead.Submit("Plan deze loting", ("Why", "Besluit van het college"));
        await lead.Follow();
        lead.Text.ShouldContain("Loting GRONINGEN-2017-01 is gepland.");

        await officer.Open($"{Draws}/GRONINGEN-2017-01/bevriezen");
        officer.Text.ShouldContain("Er is nog geen screening");
        await officer.Submit("Bevries de lijst", ("Why", "De screening is klaar"));
        officer.Text.ShouldContain("Kies een screening van dit experiment.");
        (await store.Ledger())[^1].Action.ShouldBe("loting.gepland");
    }

    [Fact]
    public async Task An_officer_commits_over_a_check_page_and_a_wrong_commitment_is_explained()
    {
        await using var scene = await DrawScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var id = await scene.Planned(
            DrawScene.Plan(new Sample.All(), new Assignment.Weighted([new("a", 1), new("b", 1)]))
        );
        await scene.Frozen(id, 12);
        var officer = await site.SignIn(Role.DrawOfficer);
        var day = DateTime.UtcNow.AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        await officer.Open($"{Draws}/{id}/vastleggen");
        await officer.Submit(
            "Verder",
            ("Holder1", "griffier"),
            ("Commitment1", "geen"),
            ("Day", day),
            ("Time", "12:00")
        );
        officer.Text.ShouldContain("Een toezegging is 64 tekens");
        await officer.Submit(
            "Verder",
            ("Holder1", "griffier"),
            ("Commitment1", scene.Secrets[0].Commitment.ToString()),
            ("Day", day),
            ("Time", "12:00")
        );
        officer.Text.ShouldContain("Controleer uw antwoorden");
        await officer.Submit("Leg de loting vast", ("Why", "Alles staat klaar"));
        await officer.Follow();
        officer.Text.ShouldContain("De loting is vastgelegd als nummer 1.");
        await officer.Open($"{Draws}/{id}/publicatie");
        await officer.Submit("Noteer de publicatie", ("Place", "Gemeenteblad 2026, nr. 1"));
        await officer.Follow();
        officer.Text.ShouldContain("Gemeenteblad 2026, nr. 1");

        var citizen = site.Visit();
        await citizen.Open($"/lotingen/{id}");
        citizen.Text.ShouldContain("De uitkomst is nog niet gepubliceerd.");
    }

    [Fact]
    public async Task After_the_moment_the_draw_goes_from_secrets_to_a_ticket_that_a_citizen_checks()
    {
        await using var scene = await DrawScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var id = await scene.Planned(
            DrawScene.Plan(new Sample.All(), new Assignment.Weighted([new("a", 1), new("b", 1)]))
        );
        await scene.Frozen(id, 12);
        await scene.Commit(id);
        await scene.Publicise(id);
        var (lead, officer, signer) = (
            await site.SignIn(Role.ProjectLead),
            await site.SignIn(Role.DrawOfficer),
            await site.SignIn(Role.SecondSigner)
        );

        for (var i = 0; i < 2; i++)
        {
            await officer.Open($"{Draws}/{id}/geheimen");
            await officer.Submit(
                "Open het geheim",
                ("Holder", $"houder {i + 1}"),
                ("Secret", scene.Secrets[i].ToHex())
            );
            await officer.Follow();
            officer.Text.ShouldContain($"Het geheim van houder {i + 1} is geopend");
        }

        foreach (var person in new[] { officer, signer })
        {
            await person.Open($"{Draws}/{id}/openbare-waarde");
            await person.Submit("Voer de waarde in", ("Value", DrawScene.Entropy));
            await person.Follow();
        }

        signer.Text.ShouldContain("De waarde staat vast.");
        await officer.Open($"{Draws}/{id}/trekken");
        await officer.Submit("Trek de loting");
        await officer.Follow();
        officer.Text.ShouldContain("De loting is getrokken.");
        var digest = (await scene.Store.Rows<DrawRow>()).Single().AssignmentSha256!;
        await signer.Open($"{Draws}/{id}");
        signer.Html.ShouldNotContain(digest, Case.Insensitive, "the second signer must find it with another program");
        await signer.Open($"{Draws}/{id}/controleren");
        await signer.Submit("Leg de controle vast", ("Digest", digest), ("With", "verify_draw.py"));
        await signer.Follow();
        signer.Text.ShouldContain("De loting is gecontroleerd.");
        await officer.Open($"{Draws}/{id}/publiceren");
        await officer.Submit("Publiceer de loting");
        await officer.Follow();
        officer.Text.ShouldContain("De loting is gepubliceerd.");

        var code = (await scene.Store.Rows<FrameUnitRow>())[0].Pseudonym;
        await lead.Open($"{Draws}/{id}/markeren");
        await lead.Submit("Markeer deze plaatsing", ("Code", code), ("Why", "Was al verhuisd"));
        await lead.Follow();
        lead.Text.ShouldContain("De plaatsing is gemarkeerd.");
        await lead.Open(Draws);
        lead.Text.ShouldContain("gepubliceerd");

        var citizen = site.Visit();
        await citizen.Open("/lotingen");
        citizen.Text.ShouldContain(id);
        await citizen.Open($"/lotingen/{id}");
        citizen.Text.ShouldContain("Aantal per groep");
        await citizen.Open("/lot");
        await citizen.Submit("Controleer", ("DrawId", id), ("Code", TicketCode.Grouped(code).ToLowerInvariant()));
        await citizen.Follow();
        citizen.Text.ShouldContain("Uw lot");
        citizen.Html.ShouldContain((await scene.Store.Rows<PlacementRow>()).Single(p => p.Pseudonym == code).Ticket);
        await citizen.Open("/lot");
        await citizen.Submit("Controleer", ("DrawId", id), ("Code", "0000"));
        citizen.Text.ShouldContain("Deze lotcode hoort niet bij deze loting");
    }

    [Fact]
    public async Task Two_persons_annul_and_a_new_attempt_is_planned()
    {
        await using var scene = await DrawScene.New(databases, DatabaseKind.Sqlite);
        await using var site = new Site(scene.Store);
        var id = await scene.Planned(
            DrawScene.Plan(new Sample.All(), new Assignment.Weighted([new("a", 1), new("b", 1)]))
        );
        var (lead, signer) = (await site.SignIn(Role.ProjectLead), await site.SignIn(Role.SecondSigner));

        await lead.Open($"{Draws}/{id}/nietig");
        await lead.Submit("Vraag nietigverklaring", ("Why", "Verkeerd protocol"));
        await lead.Follow();
        await lead.Open($"{Draws}/{id}/nietig");
        await lead.Submit("Keur de nietigverklaring goed", ("Why", "Akkoord"));
        lead.Text.ShouldContain("Een tweede persoon moet haar goedkeuren.");
        await signer.Open($"{Draws}/{id}/nietig");
        await signer.Submit("Keur de nietigverklaring goed", ("Why", "Akkoord"));
        await signer.Follow();
        signer.Text.ShouldContain("De loting is nietig.");
        await lead.Open($"{Draws}/{id}");
        await lead.Submit("Plan een nieuwe poging");
        await lead.Follow();
        lead.Text.ShouldContain($"Loting {id}-a2 is gepland.");
    }
}
