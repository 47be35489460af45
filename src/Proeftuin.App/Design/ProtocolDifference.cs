// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;

namespace Proeftuin.App.Design;

/// <summary>One key whose value differs between two versions of a protocol; null where the key is not there.</summary>
public sealed record ProtocolDifference(string Key, string? Old, string? New)
{
    /// <summary>What differs, key by key in the order of the new text, then what was removed. Comments and layout are no difference.</summary>
    public static IReadOnlyList<ProtocolDifference> Between(string oldText, string newText)
    {
        var (before, after) = (Flat(oldText), Flat(newText));
        var was = before.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        var now = after.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        return
        [
            .. after
                .Where(p =>
                    !was.TryGetValue(p.Key, out var old) || !string.Equals(old, p.Value, StringComparison.Ordinal)
                )
                .Select(p => new ProtocolDifference(p.Key, was.GetValueOrDefault(p.Key), p.Value)),
            .. before.Where(p => !now.ContainsKey(p.Key)).Select(p => new ProtocolDifference(p.Key, p.Value, null)),
        ];
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Flat(string text)
    {
        var root = YamlSyntax.Read(text, new YamlFaults());
        var found = new List<KeyValuePair<string, string>>();
        if (root is not null)
        {
            Walk(root, "", found);
        }

        return found;
    }

    private static void Walk(YamlNode node, string path, List<KeyValuePair<string, string>> found)
    {
        switch (node)
        {
            case YamlMap map:
                foreach (var entry in map.Entries)
                {
                    Walk(entry.Value, path.Length == 0 ? entry.Key : $"{path}/{entry.Key}", found);
                }

                break;
            case YamlList list:
                var names = list.Items.Select(NameOf).ToList();
                var named =
                    names.All(n => n is not null) && names.Distinct(StringComparer.Ordinal).Count() == names.Count;
                for (var i = 0; i < list.Items.Count; i++)
                {
                    var number = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
                    Walk(list.Items[i], $"{path}/{(named ? names[i] : number)}", found);
                }

                break;
            case YamlScalar scalar:
                found.Add(new(path, scalar.Text));
                break;
        }
    }

    /// <summary>A list item is known by its code, so that moving it is not a change of everything after it.</summary>
    private static string? NameOf(YamlNode node) =>
        node is YamlMap map && (map.Find("code") ?? map.Find("wie") ?? map.Find("groep"))?.Value is YamlScalar scalar
            ? scalar.Text
            : null;
}
