// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Exchange.Yaml;

/// <summary>The words a file may use for a choice, each with its meaning, in the order in which a reader should see them.</summary>
public sealed record Words<T>(params (string Word, T Meaning)[] All)
{
    public T First => All[0].Meaning;

    public string Holds => string.Join(" | ", All.Select(w => w.Word));

    /// <summary>The word for a meaning; every meaning has one.</summary>
    public string For(T meaning) => All.First(w => EqualityComparer<T>.Default.Equals(w.Meaning, meaning)).Word;
}

public sealed partial class MapReader
{
    private static readonly Words<bool> YesOrNo = new(("ja", true), ("nee", false));

    /// <summary>
    /// A value that the source may leave open: the value itself, or a section with the one key <c>onbekend: bron, waarom</c>. What an
    /// overlay filled in stays marked as such.
    /// </summary>
    public Knowable<T> Knowable<T>(string key, Func<MapReader, string, T> read)
    {
        reading.MayBeUnknown(Path(key));
        var node = map.Find(key)?.Value;
        if (node is YamlMap { Entries: [{ Key: "onbekend" }] } open)
        {
            asked.Add(key);
            var unknown = Whole(open, reading, Path(key), Place(key, open), UnknownValue<T>);
            reading.Open(new(Place(key, open), unknown.Source, unknown.Why, open.Line));
            return unknown;
        }

        var value = read(this, key);
        if (node?.Supplement is { } note)
        {
            reading.Demo(new(Place(key, node), note));
        }

        return new Knowable<T>.Known(value) { DemoNote = node?.Supplement };
    }

    /// <summary>The same for a key that may be left out; null when it is.</summary>
    public Knowable<T>? KnowableOrNone<T>(string key, Func<MapReader, string, T> read)
    {
        reading.MayBeLeftOut(Path(key));
        if (Has(key))
        {
            return Knowable(key, read);
        }

        asked.Add(key);
        return null;
    }

    private static Knowable<T>.Unknown UnknownValue<T>(MapReader section)
    {
        var text = section.Text("onbekend");
        var comma = text.IndexOf(", ", StringComparison.Ordinal);
        if (comma > 0 && comma + 2 < text.Length)
        {
            return new(text[..comma], text[(comma + 2)..]);
        }

        if (text.Length > 0)
        {
            section.Wrong(
                "onbekend",
                "Bij 'onbekend' staat geen bron met een reden.",
                "'onbekend: bron, waarom', met een komma tussen de bron en de reden."
            );
        }

        return new("", "");
    }

    private DateOnly? DateOf(YamlScalar? scalar, string key) =>
        Convert(
            scalar,
            s => ScalarRules.Date(s.Text),
            s =>
                ScalarRules.LooksLikeDate(s.Text)
                    ? $"De datum '{s.Text}' bij '{key}' bestaat niet of ligt niet tussen 1900 en 2200."
                    : $"'{s.Text}' bij '{key}' is geen datum.",
            "een datum als 2017-07-01 (jaar, maand, dag)."
        );

    private int? IntegerOf(YamlScalar? scalar, string key, int least, int most)
    {
        var value = Convert(
            scalar,
            s => ScalarRules.Integer(s.Text),
            s => $"'{s.Text}' bij '{key}' is geen geheel getal.",
            "een getal zonder punt of komma, zoals 1200."
        );
        if (value is not { } number || (number >= least && number <= most))
        {
            return value;
        }

        var bounds =
            most == int.MaxValue ? $"een getal van {least} of hoger." : $"een getal van {least} tot en met {most}.";
        reading.Faults.Add(scalar!, $"{number} bij '{key}' kan niet.", bounds);
        return least;
    }

    private Eur? EuroOf(YamlScalar? scalar, string key) =>
        Convert(
            scalar,
            s => ScalarRules.Euro(s.Text),
            s => $"'{s.Text}' bij '{key}' is geen bedrag.",
            "een bedrag in euro zonder punt, zoals 875000 of 124,20."
        );

    private int? PercentOf(YamlScalar? scalar, string key) =>
        Convert(
            scalar,
            s => ScalarRules.PercentTenths(s.Text),
            s => $"'{s.Text}' bij '{key}' is geen percentage.",
            "een percentage van 0% tot en met 100%, zoals 50% of 12,5%."
        );

    private T? Convert<T>(
        YamlScalar? scalar,
        Func<YamlScalar, T?> convert,
        Func<YamlScalar, string> wrong,
        string expected
    )
        where T : struct
    {
        if (scalar is null)
        {
            return null;
        }

        var value = convert(scalar);
        if (value is null)
        {
            reading.Faults.Add(scalar, wrong(scalar), expected);
        }

        return value;
    }

    private T OneOf<T>(YamlScalar scalar, string key, Words<T> words)
    {
        foreach (var (word, meaning) in words.All)
        {
            if (string.Equals(word, scalar.Text, StringComparison.Ordinal))
            {
                return meaning;
            }
        }

        reading.Faults.Add(
            scalar,
            $"'{scalar.Text}' bij '{key}' is geen keuze.",
            $"een van: {string.Join(", ", words.All.Select(w => w.Word))}."
        );
        return words.First;
    }

    private string TextOf(YamlNode node, string key)
    {
        if (node is YamlScalar { IsForgotten: false, Text.Length: > 0 } scalar)
        {
            return scalar.Text;
        }

        reading.Faults.Add(
            node,
            $"Een regel van de lijst bij '{key}' is leeg of geen tekst.",
            "een tekst na '- '; zet hem tussen aanhalingstekens als er een dubbele punt in staat."
        );
        return "";
    }
}
