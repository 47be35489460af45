// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Accounts;

public sealed class AccountPagesTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_administrator_makes_an_account_gives_it_a_role_and_that_person_signs_in(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await using var site = new Site(store);
        var admin = await site.SignIn(Role.Administrator);

        await admin.Open("/accounts/nieuw");
        await admin.Submit("Account maken", ("Name", "berend"), ("Reason", "Nieuwe collega"));
        admin.Status.ShouldBe(HttpStatusCode.OK);
        var password = admin.Page.QuerySelector("dd code")!.TextContent;
        await admin.Open(admin.Page.QuerySelector("a.pt-button")!.GetAttribute("href")!);
        var page = admin.Path;
        await admin.Submit("Rol geven", ("Role", nameof(Role.ProjectLead)), ("Reason", "Leidt het experiment"));
        admin.SentTo.ShouldBe(page);

        var actions = (await store.Ledger()).TakeLast(2).ToList();
        actions.Select(a => a.Action).ShouldBe(["account.aangemaakt", "rol.gegeven"]);
        actions[1].Reason.ShouldBe("Leidt het experiment");
        actions[0].Changes!.ShouldNotContain("berend", Case.Insensitive);
        (await site.SignIn("berend", password)).SentTo.ShouldBe("/wachtwoord");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_roles_that_must_be_kept_apart_are_refused(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await using var site = new Site(store);
        var id = await store.AddAccount("berend", Site.Password, [Role.ProjectLead]);
        var admin = await site.SignIn(Role.Administrator);

        await admin.Open($"/accounts/{id}");
        await admin.Submit("Rol geven", ("Role", nameof(Role.DrawOfficer)), ("Reason", "Handig"));

        admin.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        admin.Text.ShouldContain("Eén account mag niet tegelijk projectleider en lotingsfunctionaris zijn");
        (await store.Rows<RoleGrantRow>())
            .Where(g => g.AccountId == id)
            .ShouldHaveSingleItem()
            .Role.ShouldBe(Role.ProjectLead);
    }

    [Fact]
    public async Task Two_administrators_at_once_cannot_together_make_a_forbidden_pair()
    {
        await using var store = await databases.New(DatabaseKind.Postgres);
        for (var i = 0; i < 10; i++)
        {
            var id = await store.AddAccount($"berend-{i}", Site.Password, []);

            await Task.WhenAll(
                new[] { Role.ProjectLead, Role.DrawOfficer }.Select(role =>
                    Task.Run(() =>
                        store.Use(
                            (App.Accounts.GrantRole use) =>
                                use.Handle(
                                    id,
                                    role,
                                    "Tegelijk",
                                    store.Actor(Role.Administrator),
                                    CancellationToken.None
                                )
                        )
                    )
                )
            );

            (await store.Rows<RoleGrantRow>()).Count(g => g.AccountId == id).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Nobody_changes_their_own_roles()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var id = await store.AddAccount("admin", Site.Password, [Role.Administrator]);
        var admin = await site.SignIn("admin", Site.Password);

        await admin.Open($"/accounts/{id}");
        admin.Text.ShouldContain("Uw eigen rollen kan alleen een andere beheerder wijzigen");
        var outcome = await store.Use(
            (App.Accounts.GrantRole use) =>
                use.Handle(
                    id,
                    Role.Auditor,
                    "Voor mezelf",
                    new Core.Actor(id, "admin", store.Municipality, new HashSet<Role> { Role.Administrator }),
                    CancellationToken.None
                )
        );

        outcome.Why.ShouldHaveSingleItem().ShouldBeOfType<OwnRolesStay>();
    }

    [Fact]
    public async Task Posting_the_form_twice_makes_one_account()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var admin = await site.SignIn(Role.Administrator);
        await admin.Open("/accounts/nieuw");
        await admin.Submit("Account maken", ("Name", "berend"), ("Reason", "Nieuwe collega"));

        await admin.Repeat();

        admin.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        admin.Text.ShouldContain("al verstuurd");
        (await store.Rows<AccountRow>()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_auditor_searches_the_ledger_and_recomputes_it()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        await store.AddAccount("geheimzinnige-naam", Site.Password, [Role.Researcher]);
        var auditor = await site.SignIn(Role.Auditor);

        await auditor.Open("/logboek?What=account.aangemaakt");
        auditor.Status.ShouldBe(HttpStatusCode.OK);
        auditor.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        auditor.Page.QuerySelectorAll("tbody pre").ShouldAllBe(p => !p.TextContent.Contains("geheimzinnige"));
        await auditor.Submit("Reken na");
        auditor.Text.ShouldContain("regels kloppen");
        (await store.Ledger())[^1].Action.ShouldBe("logboek.nagerekend");

        store.Sql("DROP TRIGGER ledger_no_update");
        store.Sql(
            "UPDATE \"LedgerEntry\" SET \"Reason\" = 'Iets anders' WHERE \"Sequence\" = 2 AND \"Chain\" = '"
                + store.Municipality.ToString().ToUpperInvariant()
                + "'"
        );
        await auditor.Open("/logboek");
        await auditor.Submit("Reken na");
        auditor.Text.ShouldContain("Regel 2 van het logboek is gewijzigd");
    }
}
