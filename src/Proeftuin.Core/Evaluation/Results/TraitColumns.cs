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

    public static int? Number(StudyPerson person, Trait trait) =>
        trait switch
        {
            Trait.Age => person.Traits.Age,
            Trait.BenefitDuration => person.Traits.MonthsOnBenefit,
            Trait.Sex or Trait.Education or Trait.DistanceToWork => null,
        };

    public static string? Word(StudyPerson person, Trait trait) =>
        trait switch
        {
            Trait.Sex => person.Traits.Sex,
            Trait.Education => person.Traits.Education,
            Trait.DistanceToWork => person.Traits.DistanceToWork,
            Trait.Age or Trait.BenefitDuration => null,
        };
}
