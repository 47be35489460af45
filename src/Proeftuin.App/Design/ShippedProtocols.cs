// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Exchange;

namespace Proeftuin.App.Design;

/// <summary>The protocols that travel with the program: the five experiments of the sources, each with its analysis plan and, where there is one, a demo overlay.</summary>
public static class ShippedProtocols
{
    private const string PlanEnding = ".analyseplan.yaml";

    /// <summary>The slugs, in ordinal order.</summary>
    public static IReadOnlyList<string> Slugs() =>
        [
            .. ShippedFiles
                .Names("protocols", ".yaml")
                .Where(n => !n.EndsWith(PlanEnding, StringComparison.Ordinal))
                .Select(n => n[..^".yaml".Length]),
        ];

    /// <summary>The texts of one protocol; <paramref name="withDemo"/> adds its overlay, when it has one.</summary>
    public static ProtocolText Text(string slug, bool withDemo = false) =>
        new(
            ShippedFiles.Text("protocols", slug + ".yaml"),
            TextOrNone(ShippedFiles.PathOf("protocols", slug + PlanEnding)),
            withDemo
                ? TextOrNone(ShippedFiles.PathOf(Path.Combine("protocols", "overlays"), slug + ".demo.yaml"))
                : null
        );

    private static string? TextOrNone(string path) => File.Exists(path) ? File.ReadAllText(path) : null;
}
