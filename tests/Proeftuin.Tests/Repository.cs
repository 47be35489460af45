// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Tests;

/// <summary>Where the repository's files are; tests read witnesses and documents from it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
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
