// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Proeftuin.Tests.House;

/// <summary>The packages the product contains, as restored and as THIRD-PARTY.md lists them.</summary>
internal static class ThirdParty
{
    public static HashSet<string> Restored() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src"), "packages.lock.json", SearchOption.AllDirectories)
                .Where(f => !f.Contains("node_modules", StringComparison.Ordinal))
                .SelectMany(Packages)
                .Where(p => !p.StartsWith("Meziantou.Analyzer ", StringComparison.Ordinal)),
            .. StyleSheets(),
        ];

    public static HashSet<string> Listed(string page)
    {
        var shipped = page.Split("## For building and testing only")[0];
        return
        [
            .. Regex
                .Matches(
                    shipped,
                    @"^\| (?<name>\S+) \| (?<version>[0-9]\S*) \| (?<licence>[^|]+) \|$",
                    RegexOptions.Multiline | RegexOptions.ExplicitCapture
                )
                .Select(m => $"{m.Groups["name"].Value} {m.Groups["version"].Value}"),
        ];
    }

    private static IEnumerable<string> Packages(string lockFile)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(lockFile));
        return
        [
            .. document
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(p => p.Value.GetProperty("type").GetString() is not "Project")
                .Select(p => $"{p.Name} {p.Value.GetProperty("resolved").GetString()}"),
        ];
    }

    private static IEnumerable<string> StyleSheets()
    {
        var file = Path.Combine(Repository.Root, "src", "Proeftuin.Web", "package.json");
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. document
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .Select(p => $"{p.Name} {p.Value.GetString()}"),
        ];
    }
}
