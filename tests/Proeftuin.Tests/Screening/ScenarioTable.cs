// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Tests.Screening;

/// <summary>The tables of a scenario document in Dutch Markdown, by the heading above them.</summary>
internal static class ScenarioTable
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string document, string heading)
    {
        var lines = File.ReadLines(Path.Combine(Root(), "docs", "voorbeelden", document))
            .SkipWhile(line => line != $"## {heading}")
            .Skip(1)
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Select(Cells)
            .ToList();
        if (lines.Count < 3)
        {
            throw new InvalidOperationException($"No table with rows under '{heading}' in {document}.");
        }

        return
        [
            .. lines
                .Skip(2)
                .Select(cells =>
                    lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
                ),
        ];
    }

    private static List<string> Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "proeftuin.slnx")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The repository root was not found above the test program.");
    }
}
