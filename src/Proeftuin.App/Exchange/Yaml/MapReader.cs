// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;

namespace Proeftuin.App.Exchange.Yaml;

/// <summary>
/// Reads one section strictly: every key is asked for by name and kind, a wrong or forgotten value is noted with its line, and a key that
/// nobody asked for is an error. A method that notes a fault returns a harmless stand-in; the file as a whole is then refused.
/// </summary>
public sealed partial class MapReader
{
    private readonly YamlMap map;
    private readonly YamlReading reading;
    private readonly string path;
    private readonly List<string> asked = [];
    private readonly List<(string Key, string Holds)> missing = [];

    private readonly string place;

    private MapReader(YamlMap map, YamlReading reading, string path, string place) =>
        (this.map, this.reading, this.path, this.place) = (map, reading, path, place);

    /// <summary>The line on which the section begins.</summary>
    public int Line => map.Line;

    /// <summary>Why an overlay put this section here; null when it stands in the file.</summary>
    public string? Supplement => map.Supplement;

    internal static T Whole<T>(YamlMap map, YamlReading reading, string path, string place, Func<MapReader, T> read)
    {
        var reader = new MapReader(map, reading, path, place);
        var value = read(reader);
        reader.ReportUnknownAndMissingKeys();
        return value;
    }

    public bool Has(string key) => map.Find(key) is not null;

    /// <summary>The part of the file under a key, unread; null (and a fault) when it is not there.</summary>
    public YamlNode? Node(string key) => Find(key, "waarde, lijst of onderdeel", required: true);

    /// <summary>Declares keys that have an effect only in another case. When one is there, that is a fault: an option without effect is not accepted.</summary>
    public void NotHere(string why, string expected, params IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            asked.Add(key);
            if (Has(key))
            {
                Wrong(key, $"'{key}' heeft hier geen effect: {why}", expected);
            }
        }
    }

    /// <summary>Notes a fault at a key (or at the section when the key is not there).</summary>
    public void Wrong(string key, string wrong, string expected)
    {
        var entry = map.Find(key);
        reading.Faults.Add(entry?.Line ?? map.Line, entry?.Column ?? map.Column, wrong, expected);
    }

    public string Text(string key) => Scalar(key, "tekst", required: true)?.Text ?? "";

    public string? TextOrNone(string key) => Scalar(key, "tekst", required: false)?.Text;

    public DateOnly Date(string key) => DateOf(Scalar(key, "datum", required: true), key) ?? DateOnly.MinValue;

    public DateOnly? DateOrNone(string key) => DateOf(Scalar(key, "datum", required: false), key);

    public int Integer(string key, int least = 0, int most = int.MaxValue) =>
        IntegerOf(Scalar(key, "geheel getal", required: true), key, least, most) ?? least;

    public int? IntegerOrNone(string key, int least = 0, int most = int.MaxValue) =>
        IntegerOf(Scalar(key, "geheel getal", required: false), key, least, most);

    public Eur Euro(string key) => EuroOf(Scalar(key, "bedrag in euro", required: true), key) ?? Eur.Zero;

    public Eur? EuroOrNone(string key) => EuroOf(Scalar(key, "bedrag in euro", required: false), key);

    /// <summary>In tenths of a per cent: "12,5%" is 125.</summary>
    public int PercentTenths(string key) => PercentOf(Scalar(key, "percentage", required: true), key) ?? 0;

    public Month Month(string key) =>
        Convert(
            Scalar(key, "maand", required: true),
            s => ScalarRules.MonthOf(s.Text),
            s => $"'{s.Text}' bij '{key}' is geen maand.",
            "een maand als 2017-07."
        ) ?? Core.Month.Of(DateOnly.MinValue.AddYears(1));

    /// <summary>A day, or a month where no day is known; then its last day.</summary>
    public (DateOnly Last, bool MonthOnly) DateOrMonth(string key)
    {
        var scalar = Scalar(key, "datum of maand", required: true);
        if (scalar is not null && ScalarRules.MonthOf(scalar.Text) is { } month)
        {
            return (month.LastDay, true);
        }

        return (DateOf(scalar, key) ?? DateOnly.MinValue, false);
    }

    public bool YesNo(string key) => Choice(key, YesOrNo);

    public bool YesNoOr(string key, bool otherwise)
    {
        var scalar = Scalar(key, "ja of nee", required: false);
        return scalar is null ? otherwise : OneOf(scalar, key, YesOrNo);
    }

    public T Choice<T>(string key, Words<T> words) =>
        Scalar(key, words.Holds, required: true) is { } scalar ? OneOf(scalar, key, words) : words.First;

    public T? ChoiceOrNone<T>(string key, Words<T> words)
        where T : struct => Scalar(key, words.Holds, required: false) is { } scalar ? OneOf(scalar, key, words) : null;

    /// <summary>A list of texts; one text without a dash is not a list.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [.. Items(key, "lijst van teksten", required: true).Select(i => TextOf(i, key))];

    public IReadOnlyList<string> TextsOrNone(string key) =>
        [.. Items(key, "lijst van teksten", required: false).Select(i => TextOf(i, key))];

    public IReadOnlyList<T> Choices<T>(string key, Words<T> words) =>
        [.. Items(key, "lijst: " + words.Holds, required: true).OfType<YamlScalar>().Select(s => OneOf(s, key, words))];

    public T Section<T>(string key, Func<MapReader, T> read)
        where T : class => SectionAt(Find(key, "onderdeel", required: true), key, read)!;

    public T? SectionOrNone<T>(string key, Func<MapReader, T> read)
        where T : class => SectionAt(Find(key, "onderdeel", required: false), key, read);

    public IReadOnlyList<T> Sections<T>(string key, Func<MapReader, T> read)
        where T : class =>
        [
            .. Items(key, "lijst van onderdelen", required: true)
                .Select((item, i) => SectionAt(item, key, read, i + 1))
                .OfType<T>(),
        ];

    public IReadOnlyList<T> SectionsOrNone<T>(string key, Func<MapReader, T> read)
        where T : class =>
        [
            .. Items(key, "lijst van onderdelen", required: false)
                .Select((item, i) => SectionAt(item, key, read, i + 1))
                .OfType<T>(),
        ];

    private T? SectionAt<T>(YamlNode? node, string key, Func<MapReader, T> read, int? number = null)
        where T : class
    {
        switch (node)
        {
            case null:
                return null;
            case YamlMap section:
                return Whole(section, reading, Path(key), Place(key, node, number), read);
            default:
                reading.Faults.Add(
                    node,
                    $"Bij '{key}' staat geen onderdeel met eigen sleutels.",
                    "regels van de vorm 'sleutel: waarde', één stap verder ingesprongen."
                );
                return null;
        }
    }

    private IReadOnlyList<YamlNode> Items(string key, string holds, bool required)
    {
        switch (Find(key, holds, required))
        {
            case null:
                return [];
            case YamlList { Items.Count: > 0 } list:
                return list.Items;
            case YamlList empty:
                reading.Faults.Add(
                    empty,
                    $"De lijst bij '{key}' is leeg.",
                    "ten minste één regel; laat de sleutel weg als er niets is."
                );
                return [];
            case var other:
                reading.Faults.Add(
                    other,
                    $"Bij '{key}' staat geen lijst.",
                    "een lijst waarvan elke regel met '- ' begint."
                );
                return [];
        }
    }

    private YamlScalar? Scalar(string key, string holds, bool required)
    {
        switch (Find(key, holds, required))
        {
            case null:
                return null;
            case YamlScalar { IsForgotten: false, Text.Length: > 0 } scalar:
                return scalar;
            case YamlScalar:
                Wrong(
                    key,
                    $"Bij '{key}' staat niets.",
                    required
                        ? $"een waarde ({holds}), of 'onbekend: bron, waarom' als de sleutel dat toelaat."
                        : $"een waarde ({holds}), of laat de sleutel weg."
                );
                return null;
            default:
                Wrong(key, $"Bij '{key}' staat een lijst of onderdeel.", $"één waarde ({holds}).");
                return null;
        }
    }

    private YamlNode? Find(string key, string holds, bool required)
    {
        asked.Add(key);
        reading.Asked(new(Path(key), holds, required));
        if (map.Find(key) is { } entry)
        {
            return entry.Value;
        }

        if (required)
        {
            missing.Add((key, holds));
        }

        return null;
    }

    /// <summary>The place as a reader names it: a list item by its code, or by its number when it has none.</summary>
    private string Place(string key, YamlNode node, int? number = null)
    {
        var here = place.Length == 0 ? key : $"{place}/{key}";
        if (number is not { } n)
        {
            return here;
        }

        var code = ((node as YamlMap)?.Find("code") ?? (node as YamlMap)?.Find("wie"))?.Value
            is YamlScalar { Text.Length: > 0 } scalar
            ? scalar.Text
            : null;
        return $"{here}/{code ?? n.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    private string Path(string key) => path.Length == 0 ? key : $"{path}/{key}";

    /// <summary>A misspelled key is one fault, not two: the unknown key is reported with what was meant, and not also as missing.</summary>
    private void ReportUnknownAndMissingKeys()
    {
        var explained = new List<string>();
        foreach (var entry in map.Entries.Where(e => !asked.Contains(e.Key, StringComparer.Ordinal)))
        {
            var meant = asked
                .Where(a => !Has(a))
                .FirstOrDefault(a => entry.Key.Length <= 64 && Distance(a, entry.Key) <= 2);
            var hint = meant is null ? "" : $" Bedoelt u '{meant}'?";
            var known = string.Join(", ", asked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            reading.Faults.Add(
                entry.Line,
                entry.Column,
                $"De sleutel '{entry.Key}' bestaat hier niet.{hint}",
                $"een van: {known}."
            );
            explained.AddRange(meant is null ? [] : [meant]);
        }

        var section = path.Length == 0 ? "Het bestand" : $"Het onderdeel '{path}'";
        foreach (var (key, holds) in missing.Where(m => !explained.Contains(m.Key, StringComparer.Ordinal)))
        {
            reading.Faults.Add(map, $"{section} mist de sleutel '{key}'.", $"'{key}:' met een waarde ({holds}).");
        }
    }

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
