// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Exchange.Yaml;

/// <summary>A piece of a YAML file with the place where it stands. <see cref="Supplement"/> is filled when the piece came from an overlay instead of the file itself.</summary>
public abstract record YamlNode(int Line, int Column)
{
    /// <summary>Why an overlay put this here; null for what stands in the file.</summary>
    public string? Supplement { get; init; }
}

/// <summary>One written value. <paramref name="Quoted"/> tells an empty text in quotes from a forgotten value.</summary>
public sealed record YamlScalar(int Line, int Column, string Text, bool Quoted) : YamlNode(Line, Column)
{
    public bool IsForgotten => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A list, in the order of the file.</summary>
public sealed record YamlList(int Line, int Column, IReadOnlyList<YamlNode> Items) : YamlNode(Line, Column);

/// <summary>A section with keys, in the order of the file; a key occurs once.</summary>
public sealed record YamlMap(int Line, int Column, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line, Column)
{
    public YamlEntry? Find(string key) =>
        Entries.FirstOrDefault(e => string.Equals(e.Key, key, StringComparison.Ordinal));
}

/// <summary>A key with its value and the line of the key.</summary>
public sealed record YamlEntry(int Line, int Column, string Key, YamlNode Value);
