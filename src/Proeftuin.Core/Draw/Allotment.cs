// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Draw;

/// <summary>From an order to places: the declared stages and strata, whatever gave the order. The draw uses tickets; the inference engine redraws the same plan with a fast generator.</summary>
public static class Allotment
{
    /// <summary>The key that decides which slot gets a unit of the remainder; slots count from 1.</summary>
    public delegate Hash256 SlotKey(int stratum, int arm, int slot);

    /// <summary>Per unit the index of its arm in the plan, or -1 when it is not sampled. <paramref name="stratumOf"/> gives per unit the index of its stratum in the plan; <paramref name="order"/> the units from first to last.</summary>
    public static int[] Of(DrawPlan plan, IReadOnlyList<int> stratumOf, IReadOnlyList<int> order, SlotKey slotKey)
    {
        var sampled = Sampled(plan, stratumOf, order);
        var places = new int[order.Count];
        Array.Fill(places, -1);
        switch (plan.Assignment)
        {
            case Assignment.Complete complete:
                Fill(places, sampled, [.. complete.Arms.Select(a => a.Size)]);
                break;
            case Assignment.Lottery lottery:
                Fill(places, sampled, [lottery.Places, sampled.Count - lottery.Places]);
                break;
            case Assignment.Weighted weighted:
                var own = plan.Strata.Select(_ => new List<int>()).ToArray();
                sampled.ForEach(unit => own[stratumOf[unit]].Add(unit));
                for (var stratum = 0; stratum < own.Length; stratum++)
                {
                    Fill(places, own[stratum], Sizes(weighted.Arms, own[stratum].Count, stratum, slotKey));
                }

                break;
        }

        return places;
    }

    private static List<int> Sampled(DrawPlan plan, IReadOnlyList<int> stratumOf, IReadOnlyList<int> order)
    {
        switch (plan.Sample)
        {
            case Sample.Overall overall:
                return [.. order.Take(overall.Size)];
            case Sample.PerStratum perStratum:
                var left = perStratum
                    .Sizes.OrderBy(s => s.Stratum, StringComparer.Ordinal)
                    .Select(s => s.Size)
                    .ToArray();
                return [.. order.Where(unit => left[stratumOf[unit]]-- > 0)];
            default:
                return [.. order];
        }
    }

    private static void Fill(int[] places, List<int> units, int[] sizes)
    {
        var next = 0;
        for (var arm = 0; arm < sizes.Length; arm++)
        {
            for (var i = 0; i < sizes[arm]; i++)
            {
                places[units[next++]] = arm;
            }
        }
    }

    /// <summary>Every arm gets its weight times the whole number of rounds; the rest goes to the slots with the lowest keys. No rounding by largest remainder: with many tiny strata that can give a small arm nothing.</summary>
    private static int[] Sizes(IReadOnlyList<ArmWeight> arms, int n, int stratum, SlotKey slotKey)
    {
        var total = arms.Sum(a => a.Weight);
        var sizes = arms.Select(a => a.Weight * (n / total)).ToArray();
        var rest = n - total * (n / total);
        if (rest == 0)
        {
            return sizes;
        }

        var slots = new List<(Hash256 Key, int Arm)>(total);
        for (var arm = 0; arm < arms.Count; arm++)
        {
            for (var slot = 1; slot <= arms[arm].Weight; slot++)
            {
                slots.Add((slotKey(stratum, arm, slot), arm));
            }
        }

        foreach (var (_, arm) in slots.OrderBy(s => s.Key).ThenBy(s => s.Arm).Take(rest))
        {
            sizes[arm]++;
        }

        return sizes;
    }
}
