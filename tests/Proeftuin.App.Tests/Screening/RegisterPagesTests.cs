// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Proeftuin.App.Demo;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Screening;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Screening;

/// <summary>The journey from a delivery to a household's explanation, over HTTP, without script, and what the ledger says of it.</summary>
public sealed class RegisterPagesTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_project_lead_reads_in_a_register_screens_it_and_sees_why_a_household_is_excluded(
        DatabaseKind kind
    )
    {
        await using var store = await databases.New(kind);
        await using var site = new Site(store);
        await store.StartGroningen();
        var lead = await site.SignIn(Role.ProjectLead);

        await Deliver(lead, RegisterFile.Csv(RegisterMaker.Make(Scene.Groningen, 120, 7)));

        lead.Text.ShouldContain("Deze levering is helemaal gecontroleerd en opgeslagen.");
        lead.Text.ShouldContain("120 huishoudens");
        (await store.Ledger())[^1].Action.ShouldBe("register.ingelezen");

        await lead.Open("/experimenten/groningen-2017/screening");
        var snapshot = (await store.Rows<RegisterSnapshotRow>()).ShouldHaveSingleItem();
        await lead.Submit("Voer de screening uit", ("Snapshot", snapshot.Id.ToString()), ("On", "2017-07-01"));
        await lead.Follow();
        var row = (await store.Rows<ScreeningRow>()).ShouldHaveSingleItem();
        lead.Text.ShouldContain(row.Sha256);
        lead.Text.ShouldContain($"Doelgroep {row.TargetUnits} {row.TargetPersons}");
        lead.Text.ShouldContain($"Totaal 120 {snapshot.Persons}");

        await lead.Open($"{lead.Path}/huishoudens?uitkomst=Excluded&grond=b");
        var couples = (await store.Rows<ScreenedUnitRow>()).Where(u => u.Grounds.Split(' ').Contains("b")).ToList();
        lead.Text.ShouldContain($"{couples.Count} gevonden");
        (await store.Ledger())[^1].Action.ShouldBe("huishoudens.bekeken");

        await lead.Open($"/experimenten/groningen-2017/screening/{row.Id}/huishouden/{couples[0].HouseholdId}");
        lead.Text.ShouldContain("is uitgesloten");
        lead.Text.ShouldContain("Het huishouden is gehuwd of voert een gezamenlijke huishouding.");
        (await store.Ledger()).Count(e => e.Action == "dossier.gelezen").ShouldBe(2);
        site.Log.ShouldNotContain(line => line.Contains("Testpersoon", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_delivery_with_defects_ends_at_its_report_and_nothing_is_stored(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);

        await Deliver(lead, RegisterFile.Csv(PlantedDefects.Into(RegisterMaker.Make(Scene.Groningen, 200, 7), 30, 7)));

        lead.Path.ShouldStartWith("/register/meldingen/");
        lead.Text.ShouldContain("Er is niets opgeslagen");
        lead.Text.ShouldContain("BSN-ELFPROEF");
        lead.Html.ShouldNotContain("123456789");
        (await store.Rows<RegisterSnapshotRow>()).ShouldBeEmpty();
        (await store.Ledger())[^1].Action.ShouldBe("register.geweigerd");

        await lead.Open(lead.Path + "?handler=Csv");
        lead.Status.ShouldBe(HttpStatusCode.OK);
        lead.Html.ShouldContain("\"BSN-ELFPROEF\"");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_delivery_again_is_refused_and_says_that_nothing_was_stored(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        var file = RegisterFile.Csv(RegisterMaker.Make(Scene.Groningen, 20, 7));
        await Deliver(lead, file);

        await Deliver(lead, file);

        lead.Path.ShouldStartWith("/register/voortgang/");
        lead.Text.ShouldContain("Er is niets opgeslagen");
        lead.Text.ShouldContain("Precies dit bestand is al ingelezen");
        (await store.Rows<RegisterSnapshotRow>()).ShouldHaveSingleItem();
        // what the script listens to
        await lead.Open(lead.Path + "?handler=Events");
        lead.Html.ShouldStartWith("event: klaar\ndata: {");
    }

    [Fact]
    public async Task Work_that_died_with_its_server_says_that_nothing_is_half_stored()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        var id = Guid.NewGuid();
        store.Sql(
            $"INSERT INTO Job (Id, MunicipalityId, Kind, Done, Total, Text, State, StartedBy, StartedAt, TouchedAt) VALUES ('{id.ToString().ToUpperInvariant()}', '{store.Municipality.ToString().ToUpperInvariant()}', 'register inlezen', 5, 9, 'Bezig', 'Running', '{Guid.Empty}', 0, 0)"
        );

        await lead.Open($"/register/voortgang/{id}");

        lead.Text.ShouldContain("Inlezen is afgebroken");
        lead.Text.ShouldContain("Een levering wordt helemaal opgeslagen of helemaal niet.");
    }

    [Fact]
    public async Task An_incomplete_form_says_which_fields_are_missing()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open("/register/inlezen");

        await lead.Submit("Controleer en lees in");

        lead.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        lead.Text.ShouldContain("Kies een bestand.");
        lead.Text.ShouldContain("Vul de peildatum in.");
        lead.Text.ShouldContain("Vul in uit welk systeem de uitdraai komt.");
    }

    [Fact]
    public async Task Who_sees_no_persons_sees_the_counts_but_not_the_households()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        await store.StartGroningen();
        var screening = (await store.Screen((await store.Import(Scene.Delivery(30))).OrThrow().SnapshotId)).OrThrow();
        var household = (await store.Rows<ScreenedUnitRow>()).First(u => u.Verdict == Verdict.Excluded).HouseholdId;
        var officer = await site.SignIn(Role.DrawOfficer);

        await officer.Open($"/experimenten/groningen-2017/screening/{screening}");
        officer.Status.ShouldBe(HttpStatusCode.OK);
        officer.Html.ShouldNotContain("/huishoudens");

        foreach (var hidden in new[] { "huishoudens", $"huishouden/{household}" })
        {
            await officer.Open($"/experimenten/groningen-2017/screening/{screening}/{hidden}");
            officer.Status.ShouldNotBe(HttpStatusCode.OK);
        }

        await officer.Open("/register");
        officer.Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wageningens_page_says_why_it_cannot_screen_and_offers_no_form()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        await store.StartGroningen("wageningen-2017");
        var lead = await site.SignIn(Role.ProjectLead);

        await lead.Open("/experimenten/wageningen-2017/screening");

        lead.Text.ShouldContain("de uitsluitingen zijn onbekend");
        lead.Text.ShouldNotContain("Voer de screening uit");
    }

    private static async Task Deliver(Visitor lead, byte[] file)
    {
        await lead.Open("/register/inlezen");
        await lead.Upload(
            "Controleer en lees in",
            [("Delivery", "register.csv", System.Text.Encoding.UTF8.GetString(file))],
            ("ReferenceDate", "2017-06-01"),
            ("Source", "uitdraai voor de test"),
            ("Municipalities", "Groningen, Ten Boer")
        );
        // Without script the page refreshes itself until the job is done.
        await lead.Follow();
        for (
            var i = 0;
            i < 300 && lead.SentTo is null && lead.Html.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal);
            i++
        )
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await lead.Open(lead.Path);
        }

        if (lead.SentTo is not null)
        {
            await lead.Follow();
        }
    }
}
