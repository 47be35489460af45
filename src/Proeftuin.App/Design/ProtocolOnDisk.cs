// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;

namespace Proeftuin.App.Design;

/// <summary>Opens a protocol file with the analysis plan it names, which stands beside it. A name with a folder in it is not followed.</summary>
public static class ProtocolOnDisk
{
    public static Outcome<ProtocolText> Open(string path, string? overlayPath = null)
    {
        foreach (var file in new[] { path, overlayPath }.OfType<string>().Where(f => !File.Exists(f)))
        {
            return new NoSuchFile(file);
        }

        var yaml = File.ReadAllText(path);
        return new ProtocolText(
            yaml,
            PlanBeside(path, yaml),
            overlayPath is null ? null : File.ReadAllText(overlayPath)
        );
    }

    private static string? PlanBeside(string path, string yaml)
    {
        if (
            YamlSyntax.Read(yaml, new YamlFaults())?.Find("analyseplan")?.Value
            is not YamlScalar { Text: { Length: > 0 } name }
        )
        {
            return null;
        }

        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(name));
        return string.Equals(Path.GetFileName(name), name, StringComparison.Ordinal) && File.Exists(beside)
            ? File.ReadAllText(beside)
            : null;
    }
}

/// <summary>The file is not there.</summary>
public sealed record NoSuchFile(string Path) : Refusal
{
    public override string Message => $"Het bestand '{Path}' bestaat niet. Controleer de naam en de map.";
}
