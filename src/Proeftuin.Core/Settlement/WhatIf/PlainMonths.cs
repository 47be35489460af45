// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>
/// The months of single persons who have one exemption whose months count when it is given and nothing else: most people. The same steps as
/// the general way, sixteen households in one pass without a branch, so that everything stays in registers; the tests hold the two ways and
/// the explained settlement together.
/// </summary>
internal sealed class PlainMonths
{
    private const int Lanes = PersonColumns.Spare;

    private readonly int[] used = new int[KindBlock.Most + Lanes];
    private short youngest;

    /// <summary>Whether a ladder is one exemption that asks nothing but its months and an age.</summary>
    public static bool Fit(Ladder ladder) =>
        ladder.Rungs
            is [{ Kind: ExemptionKind.N, Clock: Clock.Given, Open: true, ChildBelow: null, AnewWithJob: false }];

    /// <summary>Puts the months that were used before the start in place.</summary>
    public void Begin(PersonBlock persons, bool nothingUsed)
    {
        Array.Clear(used);
        var before = nothingUsed ? [] : persons.Columns.Used.AsSpan(persons.Start, persons.Count);
        for (var i = 0; i < before.Length; i++)
        {
            used[i] = before[i].N;
        }

        // who stands just behind the last person may count too: then ages are only looked at where it was not needed
        var latest = Vector256.Create(short.MinValue);
        ref var births = ref MemoryMarshal.GetArrayDataReference(persons.Columns.Born);
        for (var i = 0; i < persons.Count; i += Vector256<short>.Count)
        {
            latest = Vector256.Max(latest, Vector256.LoadUnsafe(ref births, (nuint)(persons.Start + i)));
        }

        youngest = short.MinValue;
        for (var lane = 0; lane < Vector256<short>.Count; lane++)
        {
            youngest = Math.Max(youngest, latest[lane]);
        }
    }

    /// <summary>Settles one month of a piece and adds what it costs to <paramref name="cost"/>, which has room for sixteen more.</summary>
    /// <remarks>Optimised at the first call: one calculation is over before a second compilation would come.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MonthTotals Settle(PersonBlock persons, int month, Rung rung, Terms terms, int[] cost)
    {
        var (norm, limit) = (Vector512.Create(terms.Compared), Vector512.Create(rung.Limit));
        var (maximum, oldEnough) = (Vector512.Create(rung.Maximum), Vector512.Create(terms.BornAtLatest));
        var (share, holiday) = (new ShareLanes(rung.Share), new ShareLanes(terms.Holiday));
        var (ages, ifPaid) = (youngest > terms.BornAtLatest, !terms.ExemptWithoutBenefit);
        var (zero, one) = (Vector512<int>.Zero, Vector512<int>.One);
        var (benefits, reserves, exempts, households, given) = (zero, zero, zero, zero, zero);
        ref var pay = ref MemoryMarshal.GetArrayDataReference(persons.Columns.Net);
        ref var births = ref MemoryMarshal.GetArrayDataReference(persons.Columns.Born);
        ref var months = ref MemoryMarshal.GetArrayDataReference(used);
        ref var total = ref MemoryMarshal.GetArrayDataReference(cost);
        var (row, person, count) = ((nuint)persons.Place(0, month), (nuint)persons.Start, persons.Count);
        for (var i = 0; i < count; i += Lanes)
        {
            var at = (nuint)i;
            Ahead(ref pay, row + at + (nuint)count);
            var earned = Vector512.LoadUnsafe(ref pay, row + at);
            var before = Vector512.LoadUnsafe(ref months, at);
            var exempt = Vector512.ConditionalSelect(
                Vector512.LessThan(before, limit),
                Vector512.Min(share.Of(earned), maximum),
                zero
            );
            if (ages)
            {
                var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref births, person + at));
                exempt &= Vector512.LessThanOrEqual(Vector512.Create(lower, upper), oldEnough);
            }

            var left = Vector512.Max(norm - earned + exempt, zero);
            if (count - i < Lanes)
            {
                // only the last sixteen can hold less than sixteen households
                var live = Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count - i));
                (left, exempt) = (left & live, exempt & live);
            }

            if (ifPaid)
            {
                exempt = Vector512.ConditionalSelect(Vector512.GreaterThan(left, zero), exempt, zero);
            }

            // who earns nothing has nothing exempt, so earnings need no condition of their own
            var some = Vector512.GreaterThan(exempt, zero);
            var reserve = holiday.Of(left);
            Vector512.ConditionalSelect(some, before + one, before).StoreUnsafe(ref months, at);
            (Vector512.LoadUnsafe(ref total, at) + left + reserve).StoreUnsafe(ref total, at);
            benefits += left;
            reserves += reserve;
            exempts += exempt;
            households = Vector512.ConditionalSelect(Vector512.GreaterThan(left, zero), households + one, households);
            given = Vector512.ConditionalSelect(some, given + one, given);
        }

        return new(Sum(benefits), Sum(reserves), Sum(exempts), Sum(households), Sum(given));
    }

    /// <summary>Asks for the pay of the month after this one while this one is calculated: memory is slower than the rule. A hint that reads nothing, so it may point past the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Ahead(ref int pay, nuint at)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0((int*)Unsafe.AsPointer(ref pay) + at);
        }
    }

    /// <summary>The lanes together, in numbers that cannot be too large.</summary>
    private static long Sum(Vector512<int> lanes)
    {
        var (low, high) = Vector512.Widen(lanes);
        return Vector512.Sum(low + high);
    }
}

/// <summary>What holds in a month for everybody of a kind: the norm in cents, the last month of birth that is old enough, the share of the holiday allowance, and whether an exemption also counts where no benefit is left.</summary>
internal readonly record struct Terms(int Compared, int BornAtLatest, ScaledShare Holiday, bool ExemptWithoutBenefit);
