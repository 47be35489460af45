// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>A planned division into subgroups, ready to be used: what each subgroup is called and who falls in it.</summary>
internal sealed class Division
{
    /// <summary>Words that have an order of their own in a table.</summary>
    private static readonly string[] Order =
    [
        "vrouw",
        "man",
        "anders",
        "basis",
        "laag",
        "midden",
        "hoog",
        "klein",
        "middel",
        "groot",
    ];

    private readonly string[] labels;

    public Division(PlannedSubgroup planned)
    {
        Planned = planned;
        labels = planned.Bounds.Count == 0 ? [] : [.. Enumerable.Range(0, planned.Bounds.Count + 1).Select(Label)];
    }

    public PlannedSubgroup Planned { get; }

    /// <summary>In which subgroup somebody falls; null when the trait is not known.</summary>
    public string? Of(StudyPerson person) =>
        Planned.Trait is Trait.Age or Trait.BenefitDuration
            ? TraitColumns.Number(person, Planned.Trait) is { } number
                ? labels[Planned.Bounds.Count(b => number >= b)]
                : null
            : TraitColumns.Word(person, Planned.Trait);

    /// <summary>The subgroups in which somebody falls, in the order of a table.</summary>
    public IReadOnlyList<string> Present(IReadOnlyList<StudyPerson> people)
    {
        var present = people.Select(Of).OfType<string>().Distinct(StringComparer.Ordinal);
        return labels.Length > 0
            ? [.. labels.Intersect(present, StringComparer.Ordinal)]
            : [.. present.OrderBy(w => Array.IndexOf(Order, w)).ThenBy(w => w, StringComparer.Ordinal)];
    }

    private string Label(int place)
    {
        var unit = Planned.Trait is Trait.Age ? "jaar" : "maanden";
        var bounds = Planned.Bounds;
        return place == 0 ? $"jonger of korter dan {Dutch.Count(bounds[0])} {unit}"
            : place == bounds.Count ? $"{Dutch.Count(bounds[^1])} {unit} of meer"
            : $"{Dutch.Count(bounds[place - 1])} tot {Dutch.Count(bounds[place])} {unit}";
    }
}
