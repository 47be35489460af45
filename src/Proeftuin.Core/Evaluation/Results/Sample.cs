// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>The people of one comparison, which side each stands on, and the outcome of each (null: missing).</summary>
internal sealed record Sample(
    IReadOnlyList<StudyPerson> People,
    IReadOnlyList<bool> First,
    IReadOnlyList<double?> Outcome
)
{
    /// <summary>Everyone an estimand counts in a comparison. A group that is left alone cannot begin, so beside participants it counts whole.</summary>
    public static Sample Of(
        StudyData data,
        Protocol protocol,
        Estimand estimand,
        PlannedComparison comparison,
        OutcomeMeasure measure,
        WhoStopped stopped
    )
    {
        var sinceStart = !estimand.IsByLot;
        var people = data.People.Where(p => p.Arm is { } arm && Counts(p, protocol.ArmOf(arm))).ToList();
        var first = people.ConvertAll(p => IsFirst(p));
        return new(people, first, people.ConvertAll(Outcome));

        bool Counts(StudyPerson person, Arm arm) =>
            estimand.Lottery is PlannedLottery.Places
                ? Among(comparison.Arms, arm.Code) && person.Places is not PlacesLot.None
                : (Among(comparison.Arms, arm.Code) || Among(comparison.Against, arm.Code))
                    && (estimand.IsByLot || !arm.TakesPart || person.Began)
                    && (estimand.Whom is not Whom.ParticipantsWhoDidNotStop || person.StoppedOn is null);

        bool IsFirst(StudyPerson person) =>
            estimand.Lottery is PlannedLottery.Places
                ? person.Places is PlacesLot.Admitted
                : Among(comparison.Arms, person.Arm!);

        double? Outcome(StudyPerson person) =>
            estimand.IsByLot && stopped is WhoStopped.OutcomeMissing && person.StoppedOn is not null
                ? null
                : Outcomes.Of(person, measure, sinceStart, data);
    }

    /// <summary>Only the people whose outcome is known.</summary>
    public Sample Known => Where(i => Outcome[i] is not null);

    public int Count => People.Count;

    public double[] Values =>
        [.. Outcome.Select(y => y ?? throw new InvalidOperationException("An outcome is missing."))];

    public bool[] Sides => [.. First];

    /// <summary>The number of the draw of each person, from 0 in ordinal order.</summary>
    public int[] Draws => Numbered(p => p.Draw ?? "");

    /// <summary>The draws as strata of a regression: draws with fewer than two people on a side are taken together with the largest, because nobody's error can be judged there.</summary>
    public int[] Strata
    {
        get
        {
            var draws = Draws;
            var sizes = Enumerable
                .Range(0, Count == 0 ? 0 : draws.Max() + 1)
                .Select(d => (Draw: d, First: InDraw(d, true), Second: InDraw(d, false)))
                .ToList();
            var largest = sizes.Count == 0 ? 0 : sizes.MaxBy(d => d.First + d.Second).Draw;
            var kept = sizes
                .Where(d => d.Draw == largest || (d.First >= 2 && d.Second >= 2))
                .Select((d, i) => (d.Draw, i))
                .ToDictionary(d => d.Draw, d => d.i);
            return Array.ConvertAll(draws, d => kept.TryGetValue(d, out var place) ? place : kept[largest]);

            int InDraw(int draw, bool first) =>
                Enumerable.Range(0, Count).Count(i => draws[i] == draw && First[i] == first);
        }
    }

    /// <summary>The number of the drawn unit of each person.</summary>
    public int[] Units => Numbered(p => p.Unit);

    /// <summary>Whether people were drawn together.</summary>
    public bool HasShared => People.Select(p => p.Unit).Distinct(StringComparer.Ordinal).Count() < People.Count;

    public Sample Where(Func<int, bool> keep)
    {
        int[] kept = [.. Enumerable.Range(0, Count).Where(keep)];
        return new(
            Array.ConvertAll(kept, i => People[i]),
            Array.ConvertAll(kept, i => First[i]),
            Array.ConvertAll(kept, i => Outcome[i])
        );
    }

    public Side SideOf(string name, bool first)
    {
        var all = Where(i => First[i] == first);
        var known = all.Known;
        return new(name, all.Count, known.Count, known.Count == 0 ? null : known.Values.Average());
    }

    private int[] Numbered(Func<StudyPerson, string> key)
    {
        var places = People
            .Select(key)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select((k, i) => (k, i))
            .ToDictionary(k => k.k, k => k.i, StringComparer.Ordinal);
        return [.. People.Select(p => places[key(p)])];
    }

    private static bool Among(IReadOnlyList<string> arms, string arm) => arms.Contains(arm, StringComparer.Ordinal);
}
