// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Statistics.Regression;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>Background traits as numbers: a number as it is (missing: the mean, with a column that says so), a word as one column per word after the first. A column on which nobody differs is left out.</summary>
internal static class TraitColumns
{
    private const string Unknown = "onbekend";

    public static IReadOnlyList<(string Name, double[] Values)> Of(
        IReadOnlyList<StudyPerson> people,
        IReadOnlyList<Trait> traits
    ) => [.. traits.SelectMany(t => Of(people, t)).Where(c => Array.Exists(c.Values, v => !v.Equals(c.Values[0])))];

    public static DesignMatrix Design(DesignMatrix from, IReadOnlyList<(string Name, double[] Values)> columns) =>
        columns.Aggregate(from, (design, column) => design.With(column.Name, column.Values));

    /// <summary>In which subgroup of a division somebody falls; null when the trait is not known.</summary>
    public static string? Subgroup(StudyPerson person, PlannedSubgroup division) =>
        Number(person, division.Trait) is { } number ? Between(number, division)
        : division.Trait is Trait.Age or Trait.BenefitDuration ? null
        : Word(person, division.Trait);

    /// <summary>The subgroups of a division in the order of a table.</summary>
    public static IReadOnlyList<string> Subgroups(IReadOnlyList<StudyPerson> people, PlannedSubgroup division)
    {
        var present = people.Select(p => Subgroup(p, division)).OfType<string>().Distinct(StringComparer.Ordinal);
        return division.Bounds.Count > 0
            ?
            [
                .. Enumerable
                    .Range(0, division.Bounds.Count + 1)
                    .Select(i => Label(i, division))
                    .Intersect(present, StringComparer.Ordinal),
            ]
            : [.. present.OrderBy(w => Array.IndexOf(Order, w)).ThenBy(w => w, StringComparer.Ordinal)];
    }

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

    private static IEnumerable<(string Name, double[] Values)> Of(IReadOnlyList<StudyPerson> people, Trait trait)
    {
        var name = PlanWords.Of(trait);
        if (trait is Trait.Age or Trait.BenefitDuration)
        {
            var numbers = people.Select(p => Number(p, trait)).ToList();
            var mean = numbers.Exists(n => n is not null) ? numbers.Average(n => (double?)n)!.Value : 0;
            yield return (name, [.. numbers.Select(n => n ?? mean)]);
            yield return ($"{name} {Unknown}", [.. numbers.Select(n => n is null ? 1.0 : 0)]);
            yield break;
        }

        var words = people.Select(p => Word(p, trait) ?? Unknown).ToList();
        foreach (var word in words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Skip(1))
        {
            yield return (
                $"{name} {word}",
                [.. words.Select(w => string.Equals(w, word, StringComparison.Ordinal) ? 1.0 : 0)]
            );
        }
    }

    private static int? Number(StudyPerson person, Trait trait) =>
        trait switch
        {
            Trait.Age => person.Traits.Age,
            Trait.BenefitDuration => person.Traits.MonthsOnBenefit,
            Trait.Sex or Trait.Education or Trait.DistanceToWork => null,
        };

    private static string? Word(StudyPerson person, Trait trait) =>
        trait switch
        {
            Trait.Sex => person.Traits.Sex,
            Trait.Education => person.Traits.Education,
            Trait.DistanceToWork => person.Traits.DistanceToWork,
            Trait.Age or Trait.BenefitDuration => null,
        };

    private static string Between(int number, PlannedSubgroup division) =>
        Label(division.Bounds.Count(b => number >= b), division);

    private static string Label(int place, PlannedSubgroup division)
    {
        var unit = division.Trait is Trait.Age ? "jaar" : "maanden";
        var bounds = division.Bounds;
        return place == 0 ? $"jonger of korter dan {Dutch.Count(bounds[0])} {unit}"
            : place == bounds.Count ? $"{Dutch.Count(bounds[^1])} {unit} of meer"
            : $"{Dutch.Count(bounds[place - 1])} tot {Dutch.Count(bounds[place])} {unit}";
    }
}
