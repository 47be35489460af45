// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Accounts;

/// <summary>Every endpoint of the real application × every role, against the one table in Core.</summary>
public sealed class RoleMatrixTests(Databases databases)
{
    [Fact]
    public async Task Every_endpoint_says_who_may_use_it()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);

        var silent = Doors
            .Of(site)
            .Where(e => e.Permission is null && !e.IsPublic && !e.IsSignedIn)
            .Select(e => e.Template)
            .ToList();

        silent.ShouldBeEmpty("give the page [Requires(Permission.X)], [SignedIn] or [Public]");
        Doors.Of(site).Count.ShouldBeGreaterThan(8, "the probe: the pages were found");
    }

    [Fact]
    public async Task Every_role_reaches_exactly_the_pages_of_its_permissions()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var endpoints = Doors.Of(site);
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = await site.SignIn(role);
            foreach (var endpoint in endpoints)
            {
                var path = endpoint.Path;
                await visitor.Open(path);
                var expected =
                    endpoint.Permission is not { } permission || Permissions.RolesFor(permission).Contains(role);
                var isSentAway =
                    !endpoint.IsPublic && visitor.SentTo?.Contains("/inloggen", StringComparison.Ordinal) is true;
                var isOpen = visitor.Status is not HttpStatusCode.Forbidden && !isSentAway;
                if (isOpen != expected || visitor.Status == HttpStatusCode.InternalServerError)
                {
                    wrong.Add($"{role} {path}: {(int)visitor.Status}, expected {(expected ? "open" : "forbidden")}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_not_signed_in_reaches_only_public_pages()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        foreach (var endpoint in Doors.Of(site).Where(e => !e.IsPublic))
        {
            var visitor = await site.Visit().Open(endpoint.Path);
            visitor.Status.ShouldBe(HttpStatusCode.Redirect, endpoint.Path);
            visitor.SentTo!.ShouldContain("/inloggen");
        }
    }

    [Fact]
    public async Task Without_the_second_step_no_page_of_a_real_municipality_opens()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        store.MakeReal(store.Municipality);
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = await site.SignIn(role);
            foreach (var endpoint in Doors.Of(site).Where(e => e.Permission is not null))
            {
                await visitor.Open(endpoint.Path);
                visitor.Status.ShouldBe(HttpStatusCode.Redirect, $"{role} {endpoint.Path}");
                visitor.SentTo.ShouldBe("/tweede-stap/instellen");
            }
        }
    }

    [Fact]
    public async Task A_withdrawn_role_ends_at_the_next_request()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var id = await store.AddAccount("anna", Site.Password, [Role.Auditor]);
        var anna = await site.SignIn("anna", Site.Password);
        (await anna.Open("/logboek")).Status.ShouldBe(HttpStatusCode.OK);
        (
            await store.Use(
                (App.Accounts.WithdrawRole use) =>
                    use.Handle(id, Role.Auditor, "Andere baan", store.Actor(Role.Administrator), CancellationToken.None)
            )
        ).OrThrow();

        await anna.Open("/logboek");

        anna.Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_role_may_send_exactly_the_forms_of_its_permissions()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var forms = Doors.Of(site).Where(d => d.Permission is not null).SelectMany(d => d.Forms).ToList();
        forms.Count.ShouldBeGreaterThan(20, "the probe: the forms were found");
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = await site.SignIn(role);
            foreach (var form in forms)
            {
                await visitor.Open("/wachtwoord");
                await visitor.PostTo(form.Address);
                var expected = Permissions.RolesFor(form.Door.Permission!.Value).Contains(role);
                var isOpen = visitor.Status is not HttpStatusCode.Forbidden;
                if (isOpen != expected || visitor.Status == HttpStatusCode.InternalServerError)
                {
                    wrong.Add($"{role} {form}: {(int)visitor.Status}, expected {(expected ? "open" : "forbidden")}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_form_asks_for_a_session_its_token_and_its_own_key()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var visitor = await site.SignIn(Enum.GetValues<Role>());
        foreach (var form in Doors.Of(site).SelectMany(d => d.Forms))
        {
            foreach (var missing in new[] { "__RequestVerificationToken", "__once" })
            {
                await visitor.Open("/wachtwoord");
                await visitor.PostTo(form.Address, (missing, null));
                visitor.Status.ShouldBe(HttpStatusCode.BadRequest, $"{form} without {missing}");
            }

            if (!form.Door.IsPublic)
            {
                var nobody = await site.Visit().Open("/inloggen");
                await nobody.PostTo(form.Address);
                nobody.Status.ShouldBe(HttpStatusCode.Redirect, form.ToString());
                nobody.SentTo!.ShouldContain("/inloggen");
            }
        }
    }
}
