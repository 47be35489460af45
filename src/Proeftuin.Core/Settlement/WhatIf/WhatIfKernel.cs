// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>
/// A rule for a whole population, eight or sixteen households at a time: exemption, counters, benefit and holiday allowance in exact cents, month after
/// month. One worker; several workers share the pieces. It is the same rule as the explained settlement, held by a differential test; it
/// knows no names, no lines and no reasons, and only the household types, exemptions and choices that a plan admits.
/// </summary>
public sealed class WhatIfKernel
{
    private readonly WhatIfPopulation population;
    private readonly RulePlan plan;
    private readonly MonthTotals[] totals;
    private readonly KeptOfExtra? kept;
    private readonly int[] cost = new int[KindBlock.Most + PersonColumns.Spare];
    private readonly PlainMonths plain = new();
    private readonly PersonLanes first = new();
    private readonly PersonLanes second = new();

    /// <summary>A worker; <paramref name="kept"/> counts how much of an extra euro is kept, and is null when nobody asks.</summary>
    public WhatIfKernel(WhatIfPopulation population, RulePlan plan, KeptOfExtra? kept = null)
    {
        (this.population, this.plan, this.kept) = (population, plan, kept);
        totals = new MonthTotals[population.Months];
    }

    /// <summary>What this worker's pieces add up to, by month.</summary>
    public MonthTotals[] Totals => totals;

    /// <summary>Does one piece: adds to <see cref="Totals"/> and writes the cost of each household of the piece.</summary>
    public void Piece(int number, int[] costCents)
    {
        var block = population.Blocks[number];
        var kind = plan.Kinds[block.Range.Number];
        var anew = plan.Rule.Restart is WhatIfRestart.AtStart;
        Array.Clear(cost);
        if (kind.Partner is null && kept is null && PlainMonths.Fit(kind.Person))
        {
            Plain(block, kind, anew);
        }
        else
        {
            Usual(block, kind, anew);
        }

        cost.AsSpan(0, block.Count).CopyTo(costCents.AsSpan(block.Start));
    }

    private void Plain(KindBlock block, KindPlan kind, bool anew)
    {
        var (persons, rung) = (population.PersonsOf(block), kind.Person.Rungs[0]);
        plain.Begin(persons, anew);
        for (var month = 0; month < population.Months; month++)
        {
            var born = MonthNumber.Of(population.Start) + month - 12 * (rung.FromAge ?? 0);
            var terms = new Terms(kind.Compared, born, plan.Holiday, plan.ExemptWithoutBenefit);
            totals[month] += plain.Settle(persons, month, rung, terms, cost);
        }
    }

    private void Usual(KindBlock block, KindPlan kind, bool anew)
    {
        first.Begin(population.PersonsOf(block), kind.Person, population, block.Start, anew);
        if (kind.Partner is { } partner)
        {
            second.Begin(population.PartnersOf(block), partner, population, block.Start, anew);
        }

        for (var month = 0; month < population.Months; month++)
        {
            first.Month(month);
            if (kind.Partner is null)
            {
                Singles(month, block.Count, kind.Compared);
            }
            else
            {
                second.Month(month);
                Couples(month, block.Count, kind.Compared);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Singles(int month, int count, int compared)
    {
        var sums = default(Sums);
        var norm = Vector256.Create(compared);
        ref var paid = ref MemoryMarshal.GetArrayDataReference(cost);
        for (var i = 0; i < count; i += PersonColumns.Lanes)
        {
            var live = Live(count - i);
            var net = first.Net(i) & live;
            var exempt = first.Exempt(i, net);
            var left = Vector256.Max(norm - net + exempt, Vector256<int>.Zero);
            kept?.Count(first, net, norm - net, left, live);
            exempt &= Clear(left);
            first.Move(i, exempt);
            sums.Add(left & live, plan.Holiday.Of(left) & live, exempt, Given(exempt), ref paid, i);
        }

        totals[month] += sums.Totals;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Couples(int month, int count, int compared)
    {
        var sums = default(Sums);
        var norm = Vector256.Create(compared);
        ref var paid = ref MemoryMarshal.GetArrayDataReference(cost);
        for (var i = 0; i < count; i += PersonColumns.Lanes)
        {
            var live = Live(count - i);
            var (net, partnerNet) = (first.Net(i) & live, second.Net(i) & live);
            var (own, partners) = (first.Exempt(i, net), second.Exempt(i, partnerNet));
            var left = Vector256.Max(norm - net - partnerNet + own + partners, Vector256<int>.Zero);
            if (kept is not null)
            {
                kept.Count(first, net, norm - net - partnerNet + partners, left, live);
                kept.Count(second, partnerNet, norm - net - partnerNet + own, left, live);
            }

            var clear = Clear(left);
            (own, partners) = (own & clear, partners & clear);
            first.Move(i, own);
            second.Move(i, partners);
            sums.Add(
                left & live,
                plan.Holiday.Of(left) & live,
                own + partners,
                Given(own) + Given(partners),
                ref paid,
                i
            );
        }

        totals[month] += sums.Totals;
    }

    /// <summary>Where something is exempt: minus one, elsewhere zero.</summary>
    private static Vector256<int> Given(Vector256<int> exempt) => Vector256.GreaterThan(exempt, Vector256<int>.Zero);

    /// <summary>Where benefit is left, or where an exemption counts without it.</summary>
    private Vector256<int> Clear(Vector256<int> left) =>
        plan.ExemptWithoutBenefit ? Vector256<int>.AllBitsSet : Vector256.GreaterThan(left, Vector256<int>.Zero);

    /// <summary>The lanes that hold a household; only the last eight of a piece can be short.</summary>
    private static Vector256<int> Live(int rest) => Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(rest));

    /// <summary>One month of one piece; a lane of a piece never holds more than fits.</summary>
    private struct Sums
    {
        private Vector256<int> benefit;
        private Vector256<int> holiday;
        private Vector256<int> exempt;
        private Vector256<int> households;
        private Vector256<int> persons;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(
            Vector256<int> left,
            Vector256<int> reserved,
            Vector256<int> kept,
            Vector256<int> given,
            ref int paid,
            int i
        )
        {
            benefit += left;
            holiday += reserved;
            exempt += kept;
            households -= Vector256.GreaterThan(left, Vector256<int>.Zero);
            persons -= given;
            (Vector256.LoadUnsafe(ref paid, (nuint)i) + left + reserved).StoreUnsafe(ref paid, (nuint)i);
        }

        public readonly MonthTotals Totals =>
            new(Sum(benefit), Sum(holiday), Sum(exempt), Sum(households), Sum(persons));

        /// <summary>The lanes together, in numbers that cannot be too large.</summary>
        private static long Sum(Vector256<int> lanes)
        {
            var (low, high) = Vector256.Widen(lanes);
            return Vector256.Sum(low + high);
        }
    }
}
