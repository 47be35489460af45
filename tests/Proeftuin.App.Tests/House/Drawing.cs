// SPDX-License-Identifier: EUPL-1.2
using System.Text.RegularExpressions;

namespace Proeftuin.App.Tests.House;

/// <summary>The arrows of docs/architectuur.md, per heading.</summary>
public static class Drawing
{
    public static string Root { get; } = FindRoot();

    public static HashSet<(string From, string To)> Under(string heading)
    {
        var text = File.ReadAllText(Path.Combine(Root, "docs", "architectuur.md"));
        var start = text.IndexOf($"## {heading}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            throw new InvalidOperationException($"docs/architectuur.md has no heading '{heading}'.");
        }

        var block = text[start..].Split("```mermaid", 2)[1].Split("```", 2)[0];
        return Regex
            .Matches(
                block,
                @"^\s*(?<from>\w+) --> (?<to>\w+)\s*$",
                RegexOptions.Multiline | RegexOptions.ExplicitCapture
            )
            .Select(m => (m.Groups["from"].Value, m.Groups["to"].Value))
            .ToHashSet();
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "proeftuin.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository: proeftuin.slnx was not found.");
    }
}
