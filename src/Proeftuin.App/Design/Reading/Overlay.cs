// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;

namespace Proeftuin.App.Design.Reading;

/// <summary>
/// Demo values for what a source leaves open. An overlay may only fill a value that the protocol itself calls unknown, so it can never
/// change what a municipality wrote; what it fills stays marked.
/// </summary>
public sealed class Overlay
{
    private readonly YamlFaults faults = new();
    private readonly IReadOnlyList<Filling> fillings;

    private Overlay(string slug, string warning, IReadOnlyList<Filling> fillings) =>
        (Slug, Warning, this.fillings) = (slug, warning, fillings);

    private sealed record Filling(string Place, string Note, YamlNode Value, int Line);

    /// <summary>The protocol this overlay belongs to.</summary>
    public string Slug { get; }

    public string Warning { get; }

    public static Outcome<Overlay> Read(string text) =>
        new YamlReading().Read(
            text,
            file => new Overlay(
                file.Text("aanvulling_bij"),
                file.Text("waarschuwing"),
                file.Sections("aanvullingen", Fill)
            )
        );

    private static Filling Fill(MapReader item) =>
        new(
            item.Text("plaats"),
            item.Text("reden"),
            item.Node("waarde") ?? new YamlScalar(0, 0, "", Quoted: true),
            item.Line
        );

    /// <summary>The protocol's tree with the fillings in place.</summary>
    internal Outcome<YamlMap> On(YamlMap root)
    {
        if (
            root.Find("protocol")?.Value is not YamlScalar slug
            || !string.Equals(slug.Text, Slug, StringComparison.Ordinal)
        )
        {
            faults.Add(1, 1, $"Deze aanvulling hoort bij '{Slug}'.", "de aanvulling van dit protocol.");
        }

        var tree = (YamlNode)root;
        foreach (var filling in fillings)
        {
            tree = Put(tree, filling.Place.Split('/'), filling);
        }

        return YamlOutcome.Of((YamlMap)tree, faults);
    }

    private YamlNode Put(YamlNode node, ReadOnlySpan<string> place, Filling filling)
    {
        if (place.Length == 0)
        {
            if (node is YamlMap { Entries: [{ Key: "onbekend" }] })
            {
                return filling.Value with { Supplement = filling.Note };
            }

            faults.Add(
                filling.Line,
                1,
                $"Op de plaats '{filling.Place}' staat in het protocol al een waarde.",
                "een plaats waar het protocol 'onbekend' zegt."
            );
            return node;
        }

        switch (node)
        {
            case YamlMap map when map.Find(place[0]) is { } entry:
                var value = Put(entry.Value, place[1..], filling);
                return map with
                {
                    Entries = [.. map.Entries.Select(e => ReferenceEquals(e, entry) ? e with { Value = value } : e)],
                };
            case YamlList list when Item(list, place[0]) is { } found:
                var item = Put(found, place[1..], filling);
                return list with { Items = [.. list.Items.Select(i => ReferenceEquals(i, found) ? item : i)] };
            default:
                faults.Add(
                    filling.Line,
                    1,
                    $"De plaats '{filling.Place}' bestaat niet in het protocol.",
                    "een plaats uit de lijst van onbekende waarden, zoals 'groepen/verdienen/vrijlating/maximum_gehuwden'."
                );
                return node;
        }
    }

    private static YamlNode? Item(YamlList list, string code) =>
        list.Items.FirstOrDefault(i =>
            i is YamlMap map
            && (map.Find("code")?.Value ?? map.Find("wie")?.Value) is YamlScalar scalar
            && string.Equals(scalar.Text, code, StringComparison.Ordinal)
        )
        ?? (
            int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? Numbered(list, number)
                : null
        );

    /// <summary>An item without a code is named by its number, from 1, as in the list of unknown values.</summary>
    private static YamlNode? Numbered(YamlList list, int number) =>
        number >= 1
        && number <= list.Items.Count
        && list.Items[number - 1] is YamlMap map
        && map.Find("code") is null
        && map.Find("wie") is null
            ? map
            : null;
}
