// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
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

        var silent = Endpoints(site)
            .Where(e => Permission(e) is null && !IsPublic(e) && !IsSignedIn(e))
            .Select(e => e.RoutePattern.RawText)
            .ToList();

        silent.ShouldBeEmpty("give the page [Requires(Permission.X)], [SignedIn] or [Public]");
        Endpoints(site).Count.ShouldBeGreaterThan(8, "the probe: the pages were found");
    }

    [Fact]
    public async Task Every_role_reaches_exactly_the_pages_of_its_permissions()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var endpoints = Endpoints(site);
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = await site.SignIn(role);
            foreach (var endpoint in endpoints)
            {
                var path = PathOf(endpoint);
                await visitor.Open(path);
                var expected =
                    Permission(endpoint) is not { } permission || Permissions.RolesFor(permission).Contains(role);
                var isSentAway =
                    !IsPublic(endpoint) && visitor.SentTo?.Contains("/inloggen", StringComparison.Ordinal) is true;
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
        foreach (var endpoint in Endpoints(site).Where(e => !IsPublic(e)))
        {
            var visitor = await site.Visit().Open(PathOf(endpoint));
            visitor.Status.ShouldBe(HttpStatusCode.Redirect, PathOf(endpoint));
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
            foreach (var endpoint in Endpoints(site).Where(e => Permission(e) is not null))
            {
                await visitor.Open(PathOf(endpoint));
                visitor.Status.ShouldBe(HttpStatusCode.Redirect, $"{role} {PathOf(endpoint)}");
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

    private static List<RouteEndpoint> Endpoints(Site site)
    {
        site.CreateClient().Dispose();
        return
        [
            .. site
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                // Our own style sheets, fonts and scripts; in development they have one more endpoint for files added while running.
                .Where(e =>
                    e.Metadata.GetMetadata<StaticAssetDescriptor>() is null
                    && e.RoutePattern.RawText is not "{**path:file}"
                )
                .DistinctBy(e => e.RoutePattern.RawText),
        ];
    }

    private static Permission? Permission(RouteEndpoint endpoint) =>
        ModelAttribute<RequiresAttribute>(endpoint)?.Permission
        ?? endpoint.Metadata.GetMetadata<RequiresAttribute>()?.Permission;

    private static bool IsPublic(RouteEndpoint endpoint) =>
        ModelAttribute<PublicAttribute>(endpoint) is not null
        || endpoint.Metadata.GetMetadata<PublicAttribute>() is not null;

    private static bool IsSignedIn(RouteEndpoint endpoint) =>
        ModelAttribute<SignedInAttribute>(endpoint) is not null
        || endpoint.Metadata.GetMetadata<SignedInAttribute>() is not null;

    private static TAttribute? ModelAttribute<TAttribute>(RouteEndpoint endpoint)
        where TAttribute : Attribute
    {
        var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
        var model = page is CompiledPageActionDescriptor compiled ? compiled.ModelTypeInfo : ModelOf(page);
        return model?.GetCustomAttributes(typeof(TAttribute), inherit: true).OfType<TAttribute>().FirstOrDefault();
    }

    /// <summary>Pages are compiled on first use; the page model has the name of its folder.</summary>
    private static System.Reflection.TypeInfo? ModelOf(PageActionDescriptor? page) =>
        page is null
            ? null
            : System.Reflection.IntrospectionExtensions.GetTypeInfo(
                typeof(RequiresAttribute).Assembly.GetType(
                    "Proeftuin.Web.Pages" + page.ViewEnginePath.Replace('/', '.') + "Model"
                ) ?? throw new InvalidOperationException($"no page model for {page.ViewEnginePath}")
            );

    /// <summary>The address with something in each place that has the right form; it need not exist.</summary>
    private static string PathOf(RouteEndpoint endpoint) =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(s =>
                string.Concat(
                    s.Parts.Select(p =>
                        p switch
                        {
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Sample(
                                parameter
                            ),
                            _ => "",
                        }
                    )
                )
            )
        );

    private static string Sample(Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Select(p => p.Content).FirstOrDefault() switch
        {
            "guid" => "00000000-0000-0000-0000-000000000001",
            "int" or "long" => "404",
            _ => "bestaat-niet",
        };
}
