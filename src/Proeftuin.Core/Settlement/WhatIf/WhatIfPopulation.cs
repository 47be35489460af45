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

    private readonly int firstCouple;
    private readonly PersonColumns persons;
    private readonly PersonColumns partners;

    internal WhatIfPopulation(Month start, int months, IReadOnlyList<KindRange> kinds)
    {
        (Start, Months, Kinds) = (start, months, kinds);
        Households = kinds.Sum(k => k.Count);
        // couples stand at the end, so that partners have columns of their own without gaps
        firstCouple = kinds.Where(k => !k.Kind.Couple).Sum(k => k.Count);
        persons = new(Households, months);
        partners = new(Households - firstCouple, months);
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
        var block = BlockOf(at);
        var kind = block.Range.Kind;
        return new(
            kind,
            Children[at] == short.MinValue ? null : MonthNumber.Back(Children[at]),
            PersonsOf(block).Person(at - block.Start),
            kind.Couple ? PartnersOf(block).Person(at - block.Start) : null
        );
    }

    private void Put(int at, WhatIfHousehold household)
    {
        Children[at] = household.YoungestChild is { } born ? MonthNumber.Of(born) : short.MinValue;
        var block = BlockOf(at);
        PersonsOf(block).Put(at - block.Start, household.Person);
        if (household.Partner is { } partner)
        {
            PartnersOf(block).Put(at - block.Start, partner);
        }
    }

    internal PersonBlock PersonsOf(KindBlock block) => new(persons, block.Start, block.Count);

    /// <summary>The partners in a block of couples.</summary>
    internal PersonBlock PartnersOf(KindBlock block) => new(partners, block.Start - firstCouple, block.Count);

    private KindBlock BlockOf(int at)
    {
        var range = Kinds.First(k => at < k.Start + k.Count);
        return KindBlock.Of(range, (at - range.Start) / KindBlock.Most);
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
        for (var number = 0; number * Most < range.Count; number++)
        {
            yield return Of(range, number);
        }
    }

    public static KindBlock Of(KindRange range, int number) =>
        new(range, range.Start + number * Most, Math.Min(Most, range.Count - number * Most));
}

/// <summary>Months as numbers that count on, for columns.</summary>
internal static class MonthNumber
{
    public static short Of(Month month) => checked((short)(month.Year * 12 + month.Number - 1));

    public static Month Back(short number) => new(number / 12, number % 12 + 1);
}
