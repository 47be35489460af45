// SPDX-License-Identifier: EUPL-1.2
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.App.Tests.Web;

/// <summary>One endpoint of the real application: its address, who may use it, and the forms it takes.</summary>
public sealed class Door(RouteEndpoint endpoint)
{
    private readonly PageActionDescriptor? page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();

    public string Template => endpoint.RoutePattern.RawText ?? "";

    public Permission? Permission => Declared<RequiresAttribute>()?.Permission;

    public bool IsPublic => Declared<PublicAttribute>() is not null;

    public bool IsSignedIn => Declared<SignedInAttribute>() is not null;

    /// <summary>The address with something in each place that has the right form; it need not exist.</summary>
    public string Path =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(Sample))));

    /// <summary>Every handler that a form can be sent to. The page that explains an error takes every method and changes nothing.</summary>
    public IEnumerable<Form> Forms =>
        (Template.Contains("fout/", StringComparison.Ordinal) ? [] : Model?.GetMethods() ?? [])
            .Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal))
            .Select(m => new Form(this, Regex.Replace(m.Name, "^OnPost(.*?)(Async)?$", "$1")));

    public bool IsAt(string path) =>
        Regex.IsMatch(
            path.Split('?')[0],
            "^/" + Regex.Replace(Template.Trim('/'), @"\{[^}]*\}", "[^/]+") + "/?$",
            RegexOptions.IgnoreCase
        );

    /// <summary>Pages are compiled on first use; the page model has the name of its folder.</summary>
    private TypeInfo? Model =>
        page switch
        {
            null => null,
            CompiledPageActionDescriptor compiled => compiled.ModelTypeInfo,
            _ => typeof(RequiresAttribute)
                .Assembly.GetType(
                    "Proeftuin.Web.Pages" + page.ViewEnginePath.Replace('/', '.') + "Model",
                    throwOnError: true
                )!
                .GetTypeInfo(),
        };

    private TAttribute? Declared<TAttribute>()
        where TAttribute : Attribute =>
        Model?.GetCustomAttributes<TAttribute>(inherit: true).FirstOrDefault()
        ?? endpoint.Metadata.GetMetadata<TAttribute>();

    private static string Sample(RoutePatternPart part) =>
        part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => parameter
                .ParameterPolicies.Select(p => p.Content)
                .FirstOrDefault() switch
            {
                "guid" => "00000000-0000-0000-0000-000000000001",
                "int" or "long" => "404",
                _ => "bestaat-niet",
            },
            _ => "",
        };
}

/// <summary>A form of a page: where it is sent.</summary>
public sealed record Form(Door Door, string Handler)
{
    public string Address => Handler.Length == 0 ? Door.Path : $"{Door.Path}?handler={Handler}";

    public bool IsAt(string posted) =>
        Door.IsAt(posted)
        && string.Equals(
            Regex.Match(posted, @"[?&]handler=([^&]*)").Groups[1].Value,
            Handler,
            StringComparison.OrdinalIgnoreCase
        );

    public override string ToString() => $"{Door.Template} {Handler}".TrimEnd();
}

public static class Doors
{
    public static IReadOnlyList<Door> Of(Site site)
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
                .DistinctBy(e => e.RoutePattern.RawText)
                .Select(e => new Door(e)),
        ];
    }
}
