// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Exchange.Yaml;

/// <summary>A key that a reader asked for: its path (list items without a number), what it holds in Dutch, and whether it may be left out. The handbook's list of keys is tested against these.</summary>
public sealed record KeyUse(string Path, string Holds, bool Required);

/// <summary>What is shared while one file is read: the faults found and the keys asked for.</summary>
public sealed class YamlReading
{
    private readonly Dictionary<string, KeyUse> keys = new(StringComparer.Ordinal);

    private readonly HashSet<string> mayBeUnknown = new(StringComparer.Ordinal);
    private readonly HashSet<string> optional = new(StringComparer.Ordinal);
    private readonly List<OpenValue> unknowns = [];
    private readonly List<DemoValue> demos = [];

    public YamlFaults Faults { get; } = new();

    /// <summary>Every key the reader knows in the sections it met, sorted by path.</summary>
    public IReadOnlyList<KeyUse> Keys =>
        [
            .. keys
                .Values.Select(k =>
                    k with
                    {
                        Required = k.Required && !optional.Contains(k.Path),
                        Holds = mayBeUnknown.Contains(k.Path) ? k.Holds + ", of onbekend" : k.Holds,
                    }
                )
                .OrderBy(k => k.Path, StringComparer.Ordinal),
        ];

    internal void MayBeUnknown(string path) => mayBeUnknown.Add(path);

    internal void MayBeLeftOut(string path) => optional.Add(path);

    /// <summary>Every value that was left open, in the order of reading.</summary>
    public IReadOnlyList<OpenValue> Unknowns => unknowns;

    /// <summary>Every value that an overlay filled in, in the order of reading.</summary>
    public IReadOnlyList<DemoValue> DemoValues => demos;

    internal void Open(OpenValue value) => unknowns.Add(value);

    internal void Demo(DemoValue value) => demos.Add(value);

    /// <summary>The key 'onbekend' is no key of its own: it is one of the values another key may have.</summary>
    internal void Asked(KeyUse use)
    {
        if (!use.Path.EndsWith("/onbekend", StringComparison.Ordinal))
        {
            keys.TryAdd(use.Path, use);
        }
    }

    /// <summary>Reads a whole file with <paramref name="read"/>; refuses with every fault.</summary>
    public Outcome<T> Read<T>(string text, Func<MapReader, T> read)
        where T : class
    {
        var root = YamlSyntax.Read(text, Faults);
        return root is null ? new Outcome<T>.Refused([.. Faults.InOrder]) : Read(root, read);
    }

    /// <summary>Reads a tree that was parsed (and perhaps supplemented) before; refuses with every fault.</summary>
    public Outcome<T> Read<T>(YamlMap root, Func<MapReader, T> read)
        where T : class => YamlOutcome.Of(MapReader.Whole(root, this, "", "", read), Faults);
}
