// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>
/// An invented population by assumptions and a seed: the same seed gives the same households. How many there are of each kind follows the
/// shares exactly (largest remainders); who works when, earns how much and used how many months is drawn.
/// </summary>
public static class SyntheticPopulation
{
    private const int Thousand = 1000;
    private const int OldestAtStart = 61;
    private const int AdultFrom = 27;
    private const int LongestRun = 30;
    private const int LongestZ = 12;
    private const int AllOfN = 6;

    /// <summary>Between one and three years of months, so that nobody reaches the state pension.</summary>
    public static WhatIfPopulation Of(WhatIfAssumptions a, int households, Month start, int months, ulong seed)
    {
        var population = new WhatIfPopulation(start, months, KindRange.InOrder(Kinds(a, households)));
        for (var piece = 0; piece < population.Pieces; piece++)
        {
            var block = population.Blocks[piece];
            var chance = Xoshiro256.Stream(seed, (ulong)piece);
            for (var at = 0; at < block.Count; at++)
            {
                population.Children[block.Start + at] =
                    block.Range.Kind.Type is HouseholdType.SingleParent
                        ? (short)(MonthNumber.Of(start) - chance.Below(12 * 18))
                        : short.MinValue;
                Person(population.PersonsOf(block), at, a, start, chance);
                if (block.Range.Kind.Couple)
                {
                    Person(population.PartnersOf(block), at, a, start, chance);
                }
            }
        }

        return population;
    }

    private static void Person(PersonBlock block, int at, WhatIfAssumptions a, Month start, Xoshiro256 chance)
    {
        var youngest = Draws(chance, a.Under27);
        var age = youngest
            ? 12 * WhatIfPopulation.YoungestAge + chance.Below(12 * (AdultFrom - WhatIfPopulation.YoungestAge))
            : 12 * AdultFrom + chance.Below(12 * (OldestAtStart - AdultFrom));
        block.Columns.Born[block.Start + at] = (short)(MonthNumber.Of(start) - age);
        var usedUp = Draws(chance, a.NUsedUp);
        block.Columns.Used[block.Start + at] = new(
            (byte)(usedUp ? AllOfN : chance.Below(AllOfN)),
            (byte)(usedUp ? chance.Below(LongestRun + 1) : 0),
            (byte)(usedUp ? chance.Below(LongestZ + 1) : 0),
            0
        );
        Pay(block, at, a, chance);
    }

    private static void Pay(PersonBlock block, int at, WhatIfAssumptions a, Xoshiro256 chance)
    {
        var works = Draws(chance, a.Works);
        var (pay, varies) = works ? Job(a, chance) : (0, false);
        // as many begin as stop: in millionths, because few of many begin
        var begins = a.Works >= Thousand ? 0 : (int)(1_000L * a.StopsEachMonth * a.Works / (Thousand - a.Works));
        for (var month = 0; month < block.Columns.Months; month++)
        {
            if (month > 0 && works && Draws(chance, a.StopsEachMonth))
            {
                works = false;
            }
            else if (month > 0 && !works && chance.Below(1_000_000) < begins)
            {
                works = true;
                (pay, varies) = Job(a, chance);
            }

            var now = works && varies ? (int)((long)pay * (800 + chance.Below(401)) / Thousand) : pay;
            block.Columns.Net[block.Place(at, month)] = works ? now : 0;
        }
    }

    private static (int Pay, bool Varies) Job(WhatIfAssumptions a, Xoshiro256 chance)
    {
        var tenth = chance.Below(a.Pay.Count - 1);
        var (low, high) = ((int)a.Pay[tenth].Cents, (int)a.Pay[tenth + 1].Cents);
        return (low + chance.Below(high - low + 1), Draws(chance, a.VaryingPay));
    }

    private static bool Draws(Xoshiro256 chance, int share) => chance.Below(Thousand) < share;

    /// <summary>Every combination of type, housemates and traits with its number of households; kinds without households are left out.</summary>
    private static IEnumerable<(HouseholdKind Kind, int Count)> Kinds(WhatIfAssumptions a, int households)
    {
        var shares = new List<(HouseholdKind Kind, long Share)>();
        foreach (var (type, ofType) in a.Types.OrderBy(t => t.Type is HouseholdType.Couple))
        {
            foreach (var (sharers, ofSharers) in CostSharers(a))
            {
                foreach (var (traits, ofTraits) in Traits(a))
                {
                    var partner =
                        type is HouseholdType.Couple ? WhatIfTraits.Usual with { Decided = traits.Decided } : null;
                    shares.Add((new(type, sharers, traits, partner), (long)ofType * ofSharers * ofTraits));
                }
            }
        }

        var all = shares.Sum(s => s.Share);
        var whole = shares.Select(s => (int)(households * (Int128)s.Share / all)).ToList();
        var missing = households - whole.Sum();
        var most = shares
            .Select((s, i) => (Over: households * (Int128)s.Share % all, At: i))
            .OrderByDescending(r => r.Over)
            .ThenBy(r => r.At)
            .Take(missing)
            .Select(r => r.At)
            .ToHashSet();
        return shares.Select((s, i) => (s.Kind, Count: whole[i] + (most.Contains(i) ? 1 : 0))).Where(k => k.Count > 0);
    }

    private static IEnumerable<(int Sharers, int Share)> CostSharers(WhatIfAssumptions a) =>
        [(0, Thousand - a.OneCostSharer - a.TwoCostSharers), (1, a.OneCostSharer), (2, a.TwoCostSharers)];

    private static IEnumerable<(WhatIfTraits Traits, int Share)> Traits(WhatIfAssumptions a)
    {
        var possible = Thousand - a.MoreHoursNotPossible;
        var plain = Thousand - a.HoursLimited - a.WageSubsidy;
        foreach (var (decided, share) in new[] { (true, a.Decided), (false, Thousand - a.Decided) })
        {
            yield return (new(decided, false, false, false), share * plain);
            yield return (new(decided, true, false, false), share * a.HoursLimited);
            yield return (new(decided, false, true, false), share * a.WageSubsidy * possible / Thousand);
            yield return (new(decided, false, true, true), share * a.WageSubsidy * a.MoreHoursNotPossible / Thousand);
        }
    }
}
