// SPDX-License-Identifier: EUPL-1.2
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Proeftuin.App.Exchange.Yaml;

/// <summary>
/// Turns the text of one YAML file into nodes with line numbers. Only the plain part of YAML is accepted: one document, no anchors,
/// no references, no tags, no tabs, no key twice; so that what a reader sees is what the program reads.
/// </summary>
public static class YamlSyntax
{
    private const int MaximumCharacters = 1_000_000;
    private const int MaximumDepth = 24;

    /// <summary>The root section of the file, or null when the text cannot be read; everything wrong is added to <paramref name="faults"/>.</summary>
    public static YamlMap? Read(string text, YamlFaults faults)
    {
        text = text.TrimStart('\uFEFF');
        if (text.Length > MaximumCharacters)
        {
            faults.Add(1, 1, "Dit bestand is groter dan 1.000.000 tekens.", "een bestand van gewone lengte.");
            return null;
        }

        if (HasTabs(text, faults))
        {
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            return new Builder(parser, faults).Document();
        }
        catch (YamlException broken)
        {
            var (wrong, expected) = Explain(broken.Message);
            faults.Add(Math.Max(1, (int)broken.Start.Line), Math.Max(1, (int)broken.Start.Column), wrong, expected);
            return null;
        }
        catch (InvalidOperationException)
        {
            // the parser of the library gives this up on some unclosed brackets instead of naming them
            var (wrong, expected) = Explain("");
            faults.Add(
                (int)(parser.Current?.Start.Line ?? 1),
                (int)(parser.Current?.Start.Column ?? 1),
                wrong,
                expected
            );
            return null;
        }
    }

    private static bool HasTabs(string text, YamlFaults faults)
    {
        var any = false;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var indent = line.Length - line.TrimStart(' ', '\t').Length;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && tab < indent)
            {
                faults.Add(number, tab + 1, "Deze regel springt in met een tab.", "spaties, twee per stap.");
                any = true;
            }
        }

        return any;
    }

    private static (string Wrong, string Expected) Explain(string message) =>
        message.Contains("apping values are not allowed", StringComparison.Ordinal)
        || message.Contains("invalid mapping", StringComparison.OrdinalIgnoreCase)
            ? (
                "Hier staat een dubbele punt midden in een tekst, of een sleutel springt verkeerd in.",
                "zet de tekst tussen aanhalingstekens, of maak de inspringing gelijk aan die van de regel erboven."
            )
        : message.Contains("quoted", StringComparison.OrdinalIgnoreCase)
            ? (
                "Deze tekst begint met een aanhalingsteken dat niet wordt afgesloten.",
                "een tweede aanhalingsteken aan het einde van de tekst."
            )
        : message.Contains("anchor", StringComparison.OrdinalIgnoreCase)
        || message.Contains("alias", StringComparison.OrdinalIgnoreCase)
            ? (
                "Deze tekst begint met & of *; dat betekent in YAML een verwijzing.",
                "de tekst tussen aanhalingstekens, zonder verwijzing."
            )
        : (
            "Deze regel is niet te lezen als YAML.",
            "'sleutel: waarde', of een lijst waarvan elke regel met '- ' begint, netjes ingesprongen met spaties."
        );

    private sealed class Builder(Parser parser, YamlFaults faults)
    {
        public YamlMap? Document()
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                faults.Add(1, 1, "Dit bestand is leeg.", "sleutels met waarden.");
                return null;
            }

            var root = Node(0);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
            {
                faults.Add(
                    (int)second.Start.Line,
                    1,
                    "Hier begint een tweede document ('---').",
                    "één document per bestand."
                );
            }

            if (root is YamlMap map)
            {
                return map;
            }

            faults.Add(root, "Het bestand begint niet met een sleutel.", "regels van de vorm 'sleutel: waarde'.");
            return null;
        }

        private YamlNode Node(int depth)
        {
            var at = (Line: (int)parser.Current!.Start.Line, Column: (int)parser.Current.Start.Column);
            if (depth > MaximumDepth)
            {
                throw new YamlException(parser.Current.Start, parser.Current.End, "too deep");
            }

            if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            {
                faults.Add(
                    at.Line,
                    at.Column,
                    "Ankers (&naam) en verwijzingen (*naam) mogen niet.",
                    "de waarde zelf, uitgeschreven."
                );
            }
            else if (parser.Current is NodeEvent { Tag.IsEmpty: false })
            {
                faults.Add(at.Line, at.Column, "Labels (!naam) mogen niet.", "de waarde zelf, zonder uitroepteken.");
            }

            if (parser.TryConsume<AnchorAlias>(out _))
            {
                return new YamlScalar(at.Line, at.Column, "*", Quoted: true);
            }

            if (parser.TryConsume<Scalar>(out var scalar))
            {
                return new YamlScalar(at.Line, at.Column, scalar.Value.Trim(), scalar.Style != ScalarStyle.Plain);
            }

            return parser.TryConsume<SequenceStart>(out _) ? List(at, depth) : Map(at, depth);
        }

        private YamlList List((int Line, int Column) at, int depth)
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node(depth + 1));
            }

            return new(at.Line, at.Column, items);
        }

        private YamlMap Map((int Line, int Column) at, int depth)
        {
            parser.Consume<MappingStart>();
            var entries = new List<YamlEntry>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Node(depth + 1);
                var value = Node(depth + 1);
                if (key is not YamlScalar { Text: { Length: > 0 } name })
                {
                    faults.Add(key, "Een sleutel is hier geen gewoon woord.", "een woord, dan een dubbele punt.");
                }
                else if (
                    entries.FirstOrDefault(e => string.Equals(e.Key, name, StringComparison.Ordinal)) is { } earlier
                )
                {
                    faults.Add(
                        key,
                        $"De sleutel '{name}' staat hier voor de tweede keer; de eerste keer is regel {earlier.Line}.",
                        "elke sleutel één keer."
                    );
                }
                else
                {
                    entries.Add(new(key.Line, key.Column, name, value));
                }
            }

            return new(at.Line, at.Column, entries);
        }
    }
}
