// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Exchange;

/// <summary>The protocols and parameters that travel with the program, beside its assemblies.</summary>
public static class ShippedFiles
{
    public static string Text(string folder, string name) => File.ReadAllText(PathOf(folder, name));

    public static string PathOf(string folder, string name) => Path.Combine(AppContext.BaseDirectory, folder, name);

    /// <summary>The names of the files of a kind directly in a folder, in ordinal order.</summary>
    public static IReadOnlyList<string> Names(string folder, string extension) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*" + extension)
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal),
        ];
}
