// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>
/// The month of single persons who have one exemption whose months count when it is given and nothing else: most people. The same steps as
/// the general way in one pass without a branch, so that everything stays in registers; the tests hold the two ways and the explained
/// settlement together.
/// </summary>
internal readonly ref struct PlainMonth
{
    private readonly ref readonly int net;
    private readonly ref readonly int born;
    private readonly ref int used;
    private readonly ref int cost;
    private readonly int count;

    public PlainMonth(ReadOnlySpan<int> net, ReadOnlySpan<int> born, Span<int> used, Span<int> cost, int count)
    {
        this.net = ref MemoryMarshal.GetReference(net);
        this.born = ref MemoryMarshal.GetReference(born);
        this.used = ref MemoryMarshal.GetReference(used);
        this.cost = ref MemoryMarshal.GetReference(cost);
        this.count = count;
    }

    /// <summary>Settles the month; <paramref name="always"/> is all ones where an exemption also counts without benefit.</summary>
    /// <remarks>Optimised at the first call: one calculation is over before a second compilation would come.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MonthTotals Settle(Rung rung, int compared, int bornAtLatest, ScaledShare holiday, Vector256<int> always)
    {
        var (norm, limit) = (Vector256.Create(compared), Vector256.Create(rung.Limit));
        var (maximum, oldEnough) = (Vector256.Create(rung.Maximum), Vector256.Create(bornAtLatest));
        var (times, half, shift) = rung.Share.Lanes;
        var (holidayTimes, holidayHalf, holidayShift) = holiday.Lanes;
        var zero = Vector256<int>.Zero;
        var (benefits, reserves, exempts, households, persons) = (zero, zero, zero, zero, zero);
        ref readonly var pay = ref net;
        ref readonly var births = ref born;
        ref var months = ref used;
        ref var total = ref cost;
        var at = (nuint)0;
        for (var rest = count; rest > 0; rest -= PersonColumns.Lanes, at += PersonColumns.Lanes)
        {
            // only the last eight can hold less than eight households
            var live = Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(rest));
            var earned = Vector256.LoadUnsafe(in pay, at) & live;
            var before = Vector256.LoadUnsafe(ref months, at);
            var holds =
                Vector256.LessThan(before, limit)
                & Vector256.LessThanOrEqual(Vector256.LoadUnsafe(in births, at), oldEnough);
            // who earns nothing has nothing exempt, so earnings need no condition of their own
            var exempt = Vector256.Min(ScaledShare.Of(earned, times, half, shift), maximum) & holds;
            var left = Vector256.Max(norm - earned + exempt, zero) & live;
            var paid = Vector256.GreaterThan(left, zero);
            exempt &= paid | always;
            var given = Vector256.GreaterThan(exempt, zero);
            var reserve = ScaledShare.Of(left, holidayTimes, holidayHalf, holidayShift);
            (before - given).StoreUnsafe(ref months, at);
            (Vector256.LoadUnsafe(ref total, at) + left + reserve).StoreUnsafe(ref total, at);
            benefits += left;
            reserves += reserve;
            exempts += exempt;
            households -= paid;
            persons -= given;
        }

        return new(Sum(benefits), Sum(reserves), Sum(exempts), Sum(households), Sum(persons));
    }

    /// <summary>The lanes together, in numbers that cannot be too large.</summary>
    internal static long Sum(Vector256<int> lanes)
    {
        var (low, high) = Vector256.Widen(lanes);
        return Vector256.Sum(low + high);
    }
}
