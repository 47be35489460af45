// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>
/// The households of a calculation over whole months, kept in columns by kind so that a rule runs through them in order. Carries no names and no
/// numbers of people. Refuses nobody at all, earnings below zero or above <see cref="MostNet"/> a month, ages outside 21 up to the state
/// pension, and persons that do not fit the type.
/// </summary>
public sealed class WhatIfPopulation
{
    /// <summary>The highest net pay of a person in a month; up to here the shares are exact.</summary>
    public static readonly Eur MostNet = Eur.OfEuros(20_000);

    /// <summary>From this age the state pension can begin, so nobody may become that old before the end.</summary>
    public const int OldestAge = 65;

    /// <summary>Younger people have other norms.</summary>
    public const int YoungestAge = 21;

    internal WhatIfPopulation(Month start, int months, IReadOnlyList<KindRange> kinds)
    {
        (Start, Months, Kinds) = (start, months, kinds);
        Households = kinds.Sum(k => k.Count);
        // couples stand at the end, so that partners have columns of their own without gaps
        FirstCouple = kinds.Where(k => !k.Kind.Couple).Sum(k => k.Count);
        Persons = new(Households, months);
        Partners = new(Households - FirstCouple, months);
        Children = new short[Households];
        Blocks = [.. kinds.SelectMany(KindBlock.Of)];
    }

    public Month Start { get; }

    public int Months { get; }

    public int Households { get; }

    /// <summary>The kinds that occur, in the order of the households.</summary>
    public IReadOnlyList<HouseholdKind> KindsPresent => [.. Kinds.Select(k => k.Kind)];

    /// <summary>In how many pieces the work is cut; every piece can be done on its own.</summary>
    public int Pieces => Blocks.Count;

    internal IReadOnlyList<KindRange> Kinds { get; }

    internal IReadOnlyList<KindBlock> Blocks { get; }

    internal int FirstCouple { get; }

    internal PersonColumns Persons { get; }

    internal PersonColumns Partners { get; }

    /// <summary>The month of birth of the youngest child; the least number there is where there is no child.</summary>
    internal short[] Children { get; }

    public static Outcome<WhatIfPopulation> Of(Month start, int months, IReadOnlyList<WhatIfHousehold> households)
    {
        if (households.Count == 0)
        {
            return new WhatIfNobody();
        }

        foreach (var (household, number) in households.Select((h, i) => (h, i + 1)))
        {
            if (HouseholdFits.Why(household, number, start, months) is { } why)
            {
                return why;
            }
        }

        var byKind = households
            .Select((h, i) => (Household: h, Order: i))
            .GroupBy(h => h.Household.Kind)
            .OrderBy(g => g.Key.Couple)
            .ThenBy(g => g.Min(h => h.Order))
            .ToList();
        var population = new WhatIfPopulation(start, months, KindRange.InOrder(byKind.Select(g => (g.Key, g.Count()))));
        var at = 0;
        foreach (var household in byKind.SelectMany(g => g.OrderBy(h => h.Order)))
        {
            population.Put(at++, household.Household);
        }

        return population;
    }

    /// <summary>The household at a place from 0, as facts that the explained settlement can take.</summary>
    public WhatIfHousehold Household(int at)
    {
        var kind = Kinds.First(k => at < k.Start + k.Count).Kind;
        return new(
            kind,
            Children[at] == short.MinValue ? null : MonthNumber.Back(Children[at]),
            Persons.Person(at),
            kind.Couple ? Partners.Person(at - FirstCouple) : null
        );
    }

    private void Put(int at, WhatIfHousehold household)
    {
        Children[at] = household.YoungestChild is { } born ? MonthNumber.Of(born) : short.MinValue;
        Persons.Put(at, household.Person);
        if (household.Partner is { } partner)
        {
            Partners.Put(at - FirstCouple, partner);
        }
    }
}

/// <summary>A stretch of households of one kind.</summary>
internal sealed record KindRange(HouseholdKind Kind, int Number, int Start, int Count)
{
    public static IReadOnlyList<KindRange> InOrder(IEnumerable<(HouseholdKind Kind, int Count)> kinds)
    {
        var ranges = new List<KindRange>();
        foreach (var (kind, count) in kinds)
        {
            ranges.Add(new(kind, ranges.Count, ranges.Count == 0 ? 0 : ranges[^1].Start + ranges[^1].Count, count));
        }

        return ranges;
    }
}

/// <summary>Some households of one kind after each other: few enough that what is counted of them stays close to the processor.</summary>
internal readonly record struct KindBlock(KindRange Range, int Start, int Count)
{
    public const int Most = 1024;

    public static IEnumerable<KindBlock> Of(KindRange range)
    {
        for (var done = 0; done < range.Count; done += Most)
        {
            yield return new(range, range.Start + done, Math.Min(Most, range.Count - done));
        }
    }
}

/// <summary>Months as numbers that count on, for columns.</summary>
internal static class MonthNumber
{
    public static short Of(Month month) => checked((short)(month.Year * 12 + month.Number - 1));

    public static Month Back(short number) => new(number / 12, number % 12 + 1);
}

/// <summary>The facts of many persons: net pay in cents by month and then by person, and the rest by person. A row is a little longer than it needs to be, so that eight can be read at once.</summary>
internal sealed class PersonColumns(int persons, int months)
{
    public const int Lanes = 8;

    public int Stride => persons;

    public int[] Net { get; } = new int[checked(persons * months + Lanes)];

    public short[] Born { get; } = new short[persons];

    public UsedMonths[] Used { get; } = new UsedMonths[persons];

    public void Put(int at, WhatIfPerson person)
    {
        (Born[at], Used[at]) = (MonthNumber.Of(person.Born), person.Used);
        for (var month = 0; month < months; month++)
        {
            Net[month * persons + at] = (int)person.Net[month].Cents;
        }
    }

    public WhatIfPerson Person(int at) =>
        new(
            MonthNumber.Back(Born[at]),
            Used[at],
            [.. Enumerable.Range(0, months).Select(month => new Eur(Net[month * persons + at]))]
        );
}
