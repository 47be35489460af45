// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>Days of a month with one norm: the household as it is then, the norm, and from which to which day.</summary>
internal sealed record MonthPart(
    SettledHousehold Household,
    IReadOnlyList<AgedPerson> Persons,
    BenefitNorm Norm,
    DateOnly First,
    DateOnly Last,
    int Days
)
{
    /// <summary>"van 1 tot en met 14 maart", "op 31 maart".</summary>
    public string InWords => Days == 1 ? $"op {Day(Last)}" : $"van {Dutch.Count(First.Day)} tot en met {Day(Last)}";

    /// <summary>
    /// The parts of a month, in order of time; one where nothing changes. A month without a day of right has one part of no days. Ages are
    /// those on the first day of a part; where the municipality chose so, a birthday that gives another norm begins a part of its own.
    /// </summary>
    public static Outcome<IReadOnlyList<MonthPart>> Of(
        SettledHousehold household,
        Month month,
        OnDay day,
        SettlementRules rules
    )
    {
        var parts = new List<MonthPart>();
        foreach (var piece in Pieces(household, month))
        {
            var found = Within(piece, month, day, rules);
            if (found is not Outcome<IReadOnlyList<MonthPart>>.Done { Value: var some })
            {
                return found;
            }

            parts.AddRange(some);
        }

        return parts;
    }

    /// <summary>One household per stretch with a day in the month; the first of all when there is no such day.</summary>
    private static List<SettledHousehold> Pieces(SettledHousehold household, Month month)
    {
        if (household.Stretches.Count == 0)
        {
            return [household];
        }

        var all = household.Stretches.Select(household.During).ToList();
        var some = all.Where(p => DaysOf(p, month) is var (first, last) && first <= last).ToList();
        return some.Count == 0 ? [all[0]] : some;
    }

    private static Outcome<IReadOnlyList<MonthPart>> Within(
        SettledHousehold piece,
        Month month,
        OnDay day,
        SettlementRules rules
    )
    {
        var (first, last) = DaysOf(piece, month);
        return first > last
            ? AgesOn(piece, month.FirstDay, rules)
                .Then(persons => One(piece, persons, day, month.FirstDay, month.FirstDay.AddDays(-1)))
            : From(piece, first, last, day, rules);
    }

    private static Outcome<IReadOnlyList<MonthPart>> From(
        SettledHousehold piece,
        DateOnly first,
        DateOnly last,
        OnDay day,
        SettlementRules rules
    ) =>
        AgesOn(piece, first, rules)
            .Then(persons =>
                Birthday(piece, persons, first, last, rules) is not { } turn
                    ? One(piece, persons, day, first, last)
                    : One(piece, persons, day, first, turn.AddDays(-1))
                        .Then(before =>
                            From(piece, turn, last, day, rules)
                                .Map(after => (IReadOnlyList<MonthPart>)[.. before, .. after])
                        )
            );

    private static Outcome<IReadOnlyList<MonthPart>> One(
        SettledHousehold piece,
        IReadOnlyList<AgedPerson> persons,
        OnDay day,
        DateOnly first,
        DateOnly last
    ) =>
        BenefitNorm
            .Of(piece, persons, day)
            .Map(norm =>
                (IReadOnlyList<MonthPart>)[new(piece, persons, norm, first, last, last.DayNumber - first.DayNumber + 1)]
            );

    /// <summary>The first day after <paramref name="first"/> on which somebody's age gives another norm; null when there is none, or when the next month is early enough.</summary>
    private static DateOnly? Birthday(
        SettledHousehold piece,
        IReadOnlyList<AgedPerson> persons,
        DateOnly first,
        DateOnly last,
        SettlementRules rules
    )
    {
        if (rules.Choices.AgeChange is not AgeChange.FromTheDay)
        {
            return null;
        }

        for (var on = first.AddDays(1); on <= last; on = on.AddDays(1))
        {
            if (AgesOn(piece, on, rules).Match(now => IsOtherNorm(persons, now), _ => false))
            {
                return on;
            }
        }

        return null;
    }

    private static bool IsOtherNorm(IReadOnlyList<AgedPerson> one, IReadOnlyList<AgedPerson> other) =>
        one.Zip(other).Any(p => p.First.Young != p.Second.Young || p.First.StatePension != p.Second.StatePension);

    private static Outcome<IReadOnlyList<AgedPerson>> AgesOn(
        SettledHousehold household,
        DateOnly on,
        SettlementRules rules
    ) => AgedPerson.Of(household, on, rules.PensionAges, rules.KnownOn);

    /// <summary>The first and last day of the month with a right; the first lies after the last when there is none.</summary>
    private static (DateOnly First, DateOnly Last) DaysOf(SettledHousehold household, Month month)
    {
        if (household.Entitled is not { } right)
        {
            return (month.FirstDay, month.LastDay);
        }

        var first = right.From > month.FirstDay ? right.From : month.FirstDay;
        var last = right.Before is { } before && before <= month.LastDay ? before.AddDays(-1) : month.LastDay;
        return (first, last);
    }

    private static string Day(DateOnly on) => $"{Dutch.Count(on.Day)} {Dutch.MonthOf(on.Year, on.Month).Split(' ')[0]}";
}
