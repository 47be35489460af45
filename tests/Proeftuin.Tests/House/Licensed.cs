// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Tests.House;

/// <summary>Which source files lack the licence line.</summary>
internal static class Licensed
{
    private const string Line = "// SPDX-License-Identifier: EUPL-1.2";

    public static List<string> Without(IEnumerable<(string Name, string Text)> files) =>
        [
            .. files
                .Where(f => !f.Text.TrimStart('\uFEFF').StartsWith(Line, StringComparison.Ordinal))
                .Select(f => f.Name),
        ];

    public static IEnumerable<(string Name, string Text)> Sources() =>
        new[] { "src", "tests", "benchmarks", "tools" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            )
            .Where(file => !Generated(file))
            .Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)));

    private static bool Generated(string file)
    {
        var parts = Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar);
        return parts.Contains("obj", StringComparer.Ordinal)
            || parts.Contains("bin", StringComparer.Ordinal)
            || parts.Contains("node_modules", StringComparer.Ordinal)
            || parts.Contains("Migrations", StringComparer.Ordinal);
    }
}
