// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.Core;

namespace Proeftuin.Cli.Design;

/// <summary>A protocol as a person names it on the command line: a file, or one that comes with the program.</summary>
internal static class NamedProtocol
{
    /// <summary>With its analysis plan beside it, and its demonstration values when asked.</summary>
    public static Outcome<ProtocolText> Text(string name, bool withDemo)
    {
        if (File.Exists(name))
        {
            var plan = Path.ChangeExtension(name, ".analyseplan.yaml");
            var overlay = Path.Combine(
                Path.GetDirectoryName(Path.GetFullPath(name))!,
                "overlays",
                Path.GetFileNameWithoutExtension(name) + ".demo.yaml"
            );
            return new ProtocolText(
                File.ReadAllText(name),
                File.Exists(plan) ? File.ReadAllText(plan) : null,
                withDemo && File.Exists(overlay) ? File.ReadAllText(overlay) : null
            );
        }

        return ShippedProtocols.Slugs().Contains(name, StringComparer.Ordinal)
            ? ShippedProtocols.Text(name, withDemo)
            : new NoSuchProtocol(name);
    }
}

/// <summary>There is no file and no shipped protocol with this name.</summary>
internal sealed record NoSuchProtocol(string Name) : Refusal
{
    public override string Message =>
        $"Het protocol '{Name}' is er niet. Geef een bestand, of een van: {string.Join(", ", ShippedProtocols.Slugs())}.";
}
