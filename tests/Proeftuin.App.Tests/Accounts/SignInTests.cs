// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Accounts;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Accounts;

public sealed class SignInTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Who_signs_in_sees_own_tasks_and_the_ledger_says_so(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await using var site = new Site(store);

        var lead = await site.SignIn(Role.ProjectLead);
        lead.SentTo.ShouldBe("/");
        await lead.Follow();

        lead.Status.ShouldBe(HttpStatusCode.OK);
        lead.Text.ShouldContain("Mijn taken");
        lead.Html.ShouldContain("Voorbeeldstad");
        (await store.Ledger()).Select(e => e.Action).TakeLast(2).ShouldBe(["aanmelden.gelukt", "gemeente.geopend"]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await using var site = new Site(store);
        await store.AddAccount("anna", Site.Password, [Role.Auditor]);

        var wrong = await site.SignIn("anna", "iets heel anders");
        var unknown = await site.SignIn("bestaat-niet", "iets heel anders");

        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong
            .Page.QuerySelector(".pt-errors")!
            .TextContent.ShouldBe(unknown.Page.QuerySelector(".pt-errors")!.TextContent);
        (await store.Ledger())[^1].Action.ShouldBe("aanmelden.mislukt");
        (await store.Ledger(Guid.Empty))[^1].Subject.ShouldBe("account/onbekend");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_five_failures_also_the_right_password_waits_a_quarter(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await store.AddAccount("anna", Site.Password, [Role.Auditor]);
        for (var i = 0; i < 5; i++)
        {
            await store.Use((SignIn signIn) => signIn.Handle("anna", "fout wachtwoord", CancellationToken.None));
        }

        var outcome = await store.Use((SignIn signIn) => signIn.Handle("anna", Site.Password, CancellationToken.None));

        outcome.Why.ShouldHaveSingleItem().ShouldBeOfType<SignInFailed>();
        var actions = (await store.Ledger()).Select(e => e.Action).ToList();
        actions.Count(a => string.Equals(a, "aanmelden.mislukt", StringComparison.Ordinal)).ShouldBe(4);
        actions[^2..].ShouldBe(["aanmelden.account-geblokkeerd", "aanmelden.geblokkeerd"]);
    }

    [Fact]
    public async Task A_real_municipality_opens_only_with_the_second_step()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        await store.AddAccount("anna", Site.Password, [Role.Auditor, Role.Administrator]);
        store.MakeReal(store.Municipality);

        var anna = await site.SignIn("anna", Site.Password);
        anna.SentTo.ShouldBe("/tweede-stap/instellen");
        await anna.Open("/accounts");
        anna.SentTo.ShouldBe("/tweede-stap/instellen");

        await anna.Follow();
        var key = anna.Page.QuerySelector("code")!.TextContent;
        anna.Page.QuerySelector("svg[role=img]").ShouldNotBeNull();
        var code = AuthenticatorApp.Code(key, DateTimeOffset.UtcNow);
        await anna.Submit("Instellen", ("Code", code));
        anna.Status.ShouldBe(HttpStatusCode.OK);
        var recovery = anna.Page.QuerySelectorAll("li code").Select(c => c.TextContent).ToList();
        recovery.Count.ShouldBe(10);
        await anna.Open("/accounts");
        anna.Status.ShouldBe(HttpStatusCode.OK);

        var again = await site.SignIn("anna", Site.Password);
        again.SentTo!.ShouldStartWith("/tweede-stap");
        await again.Follow();
        await again.Submit("Verder", ("Code", code));
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "a code works once");
        await again.Submit("Verder", ("Code", recovery[3]));
        again.SentTo.ShouldBe("/");
        await again.Open("/accounts");
        again.Status.ShouldBe(HttpStatusCode.OK);

        var third = await site.SignIn("anna", Site.Password);
        await third.Follow();
        await third.Submit("Verder", ("Code", recovery[3]));
        third.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "a recovery code works once");
        await third.Open("/accounts");
        third.SentTo!.ShouldContain("/inloggen");
    }

    [Fact]
    public async Task Lost_recovery_codes_are_replaced_with_a_code_and_the_old_ones_stop()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        await store.AddAccount("anna", Site.Password, [Role.Auditor]);
        var anna = await site.SignIn("anna", Site.Password);
        await anna.Open("/mijn-account");
        anna.Text.ShouldContain("Tweede stap instellen");
        await anna.Open("/tweede-stap/instellen");
        var key = anna.Page.QuerySelector("code")!.TextContent;
        await anna.Submit("Instellen", ("Code", AuthenticatorApp.Code(key, DateTimeOffset.UtcNow)));
        var old = anna.Page.QuerySelectorAll("li code").Select(c => c.TextContent).ToList();

        await anna.Open("/tweede-stap/instellen");
        anna.Text.ShouldContain("al ingesteld");
        await anna.Open("/mijn-account");
        anna.Page.QuerySelector("main a[href='/tweede-stap/herstelcodes']").ShouldNotBeNull();
        await anna.Open("/tweede-stap/herstelcodes");
        await anna.Submit("Nieuwe codes maken", ("Code", "000000"));
        anna.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await anna.Submit("Nieuwe codes maken", ("Code", old[0]));
        anna.Status.ShouldBe(HttpStatusCode.OK);
        var recovery = anna.Page.QuerySelectorAll("li code").Select(c => c.TextContent).ToList();
        recovery.Count.ShouldBe(10);
        recovery.Intersect(old).ShouldBeEmpty();

        var again = await site.SignIn("anna", Site.Password);
        await again.Follow();
        await again.Submit("Verder", ("Code", old[1]));
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "the old codes stopped");
        await again.Submit("Verder", ("Code", recovery[1]));
        again.SentTo.ShouldBe("/");
    }

    [Fact]
    public async Task A_recovery_code_with_six_digits_among_its_letters_is_not_taken_for_a_code_of_the_app()
    {
        const string SixDigits = "2345B-67CDF";
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var anna = await store.AddAccount("anna", Site.Password, [Role.Auditor]);
        var visitor = await site.SignIn("anna", Site.Password);
        await visitor.Open("/tweede-stap/instellen");
        var key = visitor.Page.QuerySelector("code")!.TextContent;
        await visitor.Submit("Instellen", ("Code", AuthenticatorApp.Code(key, DateTimeOffset.UtcNow)));
        await store.Do<bool>(
            store.Actor(Role.Administrator),
            Permission.ManageAccounts,
            async (db, entry) =>
            {
                var account = await db.Set<AccountRow>().SingleAsync(a => a.Id == anna);
                var keys = store.Services.GetRequiredService<KeyRing>();
                await new AccountStore(db, keys).ReplaceCodesAsync(account, [SixDigits], CancellationToken.None);
                entry.Record("account.proef", $"account/{anna}", Store.Because());
                return true;
            }
        );

        var again = await site.SignIn("anna", Site.Password);
        await again.Follow();
        await again.Submit("Verder", ("Code", SixDigits));
        again.SentTo.ShouldBe("/");
    }

    [Fact]
    public async Task A_one_time_password_must_be_changed_before_anything_else()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var made = (
            await store.Use(
                (CreateMunicipality create) =>
                    create.Handle("Nieuwstad", "eerste", isFictional: true, CancellationToken.None)
            )
        ).OrThrow();

        var first = await site.SignIn("eerste", made.Administrator.OneTimePassword);
        first.SentTo.ShouldBe("/wachtwoord");
        await first.Open("/accounts");
        first.SentTo.ShouldNotBeNull();
        await first.Open("/wachtwoord");
        await first.Submit(
            "Wijzigen",
            ("Current", made.Administrator.OneTimePassword),
            ("Next", "kort"),
            ("Again", "kort")
        );
        first.Text.ShouldContain("12 tot 128 tekens");
        await first.Submit(
            "Wijzigen",
            ("Current", made.Administrator.OneTimePassword),
            ("Next", Site.Password),
            ("Again", Site.Password)
        );
        first.SentTo.ShouldBe("/");
        await first.Open("/accounts");
        first.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Changing_the_password_ends_other_sessions()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        await store.AddAccount("anna", Site.Password, [Role.Administrator]);
        var here = await site.SignIn("anna", Site.Password);
        var elsewhere = await site.SignIn("anna", Site.Password);

        await here.Open("/wachtwoord");
        const string Next = "groene giraf in de trein";
        await here.Submit("Wijzigen", ("Current", Site.Password), ("Next", Next), ("Again", Next));

        (await here.Open("/accounts")).Status.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Open("/accounts")).SentTo!.ShouldContain("/inloggen");
    }

    [Fact]
    public async Task Who_has_roles_in_two_municipalities_chooses_one_and_sees_only_that_one()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var id = await store.AddAccount("anna", Site.Password, [Role.Administrator]);
        var other = Store.ActorIn(store.OtherMunicipality, Role.Administrator);
        (
            await store.Use(
                (GrantRole grant) => grant.Handle(id, Role.Auditor, "Ook hier", other, CancellationToken.None)
            )
        ).OrThrow();

        var anna = await site.SignIn("anna", Site.Password);
        anna.SentTo.ShouldBe("/gemeente");
        await anna.Follow();
        await anna.Submit("Andersdorp openen");
        await anna.Open("/logboek");
        anna.Status.ShouldBe(HttpStatusCode.OK);
        await anna.Open("/accounts");
        anna.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_address_of_another_site_is_not_followed_after_signing_in()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        await store.AddAccount("anna", Site.Password, [Role.Auditor]);
        foreach (
            var (back, expected) in new[]
            {
                ("//kwaad.example/", "/"),
                ("https://kwaad.example/", "/"),
                ("/logboek", "/logboek"),
            }
        )
        {
            var visitor = site.Visit();
            await visitor.Open("/inloggen?terug=" + Uri.EscapeDataString(back));
            await visitor.Submit("Inloggen", ("Name", "anna"), ("Password", Site.Password));
            visitor.SentTo.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task After_signing_out_the_session_is_gone()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var anna = await site.SignIn(Role.Auditor);

        await anna.Open("/uitloggen");
        await anna.Submit("Uitloggen");

        (await anna.Open("/logboek")).SentTo!.ShouldContain("/inloggen");
        (await store.Ledger())[^1].Action.ShouldBe("afmelden");
    }
}
