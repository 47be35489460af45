// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design.Reading;

/// <summary>For each group of people why, on which basis and how long they are followed.</summary>
internal static class FollowedSection
{
    public static IReadOnlyList<FollowedGroup> Read(MapReader file)
    {
        var groups = file.SectionsOrNone("volgen", Group);
        foreach (var who in groups.GroupBy(g => g.Who).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            file.Wrong(
                "volgen",
                $"'{ProtocolWords.Followed.For(who)}' staat er twee keer in.",
                "elke groep mensen één keer."
            );
        }

        return groups;
    }

    private static FollowedGroup Group(MapReader g) =>
        new()
        {
            Who = g.Choice("wie", ProtocolWords.Followed),
            Purpose = g.Knowable("doel", Words),
            Basis = g.Knowable("grondslag", Words),
            Notice = g.Knowable("kennisgeving", Words),
            Retention = g.Knowable("bewaartermijn", Words),
            Objection = g.Knowable("bezwaar", Words),
            Source = g.TextOrNone("bron"),
        };

    private static string Words(MapReader reader, string key) => reader.Text(key);
}
