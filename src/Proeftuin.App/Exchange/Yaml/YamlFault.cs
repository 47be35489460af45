// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Core;

namespace Proeftuin.App.Exchange.Yaml;

/// <summary>One thing that is wrong in a YAML file: the line and column (from 1), what is wrong and what is expected there, in plain Dutch.</summary>
public sealed record YamlFault(int Line, int Column, string Wrong, string Expected) : Refusal
{
    public override string Message =>
        string.Create(CultureInfo.InvariantCulture, $"Regel {Line}: {Wrong} Verwacht: {Expected}");
}

/// <summary>What was read from a YAML file, or everything that is wrong with it, in the order of the lines.</summary>
public static class YamlOutcome
{
    public static Outcome<T> Of<T>(T value, YamlFaults faults)
        where T : class => faults.Any ? new Outcome<T>.Refused([.. faults.InOrder]) : value;
}

/// <summary>Collects every fault of one file, so that the writer sees all of them at once.</summary>
public sealed class YamlFaults
{
    private readonly List<YamlFault> found = [];

    public bool Any => found.Count > 0;

    public IEnumerable<YamlFault> InOrder => found.OrderBy(f => f.Line).ThenBy(f => f.Column);

    public void Add(int line, int column, string wrong, string expected) =>
        found.Add(new(line, column, wrong, expected));

    public void Add(YamlNode at, string wrong, string expected) => Add(at.Line, at.Column, wrong, expected);
}
