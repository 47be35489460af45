// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>One person of each household of a piece, eight at a time: which rung of the ladder holds this month, how much is exempt, and how the months move on.</summary>
internal sealed class PersonLanes
{
    private const int MostRungs = 5;

    private readonly int[] born = new int[KindBlock.Most + PersonColumns.Lanes];
    private readonly int[] child = new int[KindBlock.Most + PersonColumns.Lanes];
    private readonly int[][] used =
    [
        .. Enumerable.Range(0, MostRungs).Select(_ => new int[KindBlock.Most + PersonColumns.Lanes]),
    ];
    private readonly RungLanes[] rungs = new RungLanes[MostRungs];
    private int count;
    private int[] net = [];
    private int row;
    private int rowBefore;
    private int stride;
    private int start;
    private int begin;
    private bool anew;

    public void Begin(PersonBlock persons, Ladder ladder, WhatIfPopulation population, int household, bool nothingUsed)
    {
        (net, stride, start) = (persons.Columns.Net, persons.Count, persons.Place(0, 0));
        begin = MonthNumber.Of(population.Start);
        count = ladder.Rungs.Count;
        anew = ladder.Rungs.Any(r => r.AnewWithJob);
        for (var i = 0; i < persons.Count; i++)
        {
            born[i] = persons.Columns.Born[persons.Start + i];
            child[i] = population.Children[household + i];
        }

        for (var r = 0; r < count; r++)
        {
            var rung = ladder.Rungs[r];
            rungs[r] = new(rung);
            for (var i = 0; i < persons.Count; i++)
            {
                used[r][i] = nothingUsed
                    ? 0
                    : Math.Min(rung.Limit, persons.Columns.Used[persons.Start + i].Of(rung.Kind));
            }
        }
    }

    /// <summary>Turns to the next month: which people are old enough by then, and whose child is still young enough.</summary>
    public void Month(int month)
    {
        (row, rowBefore) = (month * stride + start, (month - 1) * stride + start);
        for (var r = 0; r < count; r++)
        {
            rungs[r].Turn(begin + month);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Net(int i) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(net), (nuint)(row + i));

    /// <summary>What is exempt of these earnings by the first rung that holds, before anybody looks whether benefit is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Exempt(int i, Vector256<int> earned)
    {
        var open = Vector256.GreaterThan(earned, Vector256<int>.Zero);
        if (anew)
        {
            BeginAnew(i, open);
        }

        var exempt = Vector256<int>.Zero;
        for (var r = 0; r < count; r++)
        {
            var holds = Holds(r, i) & open;
            rungs[r].Chosen = holds;
            exempt = Vector256.ConditionalSelect(holds, rungs[r].Of(earned), exempt);
            open = Vector256.AndNot(open, holds);
        }

        return exempt;
    }

    /// <summary>What would be exempt of other earnings by the rungs that hold now.</summary>
    public Vector256<int> ExemptNow(Vector256<int> earned)
    {
        var exempt = Vector256<int>.Zero;
        for (var r = 0; r < count; r++)
        {
            exempt = Vector256.ConditionalSelect(rungs[r].Chosen, rungs[r].Of(earned), exempt);
        }

        return exempt;
    }

    /// <summary>The months used after this month, in which so much was really exempt.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Move(int i, Vector256<int> exempt)
    {
        var something = Vector256.GreaterThan(exempt, Vector256<int>.Zero);
        for (var r = 0; r < count; r++)
        {
            if (rungs[r].Clock is Clock.None)
            {
                continue;
            }

            ref var months = ref MemoryMarshal.GetArrayDataReference(used[r]);
            var before = Vector256.LoadUnsafe(ref months, (nuint)i);
            var given = rungs[r].Chosen & something;
            if (rungs[r].Clock is Clock.Run)
            {
                // a run that began goes on until it is over, given or not
                given |=
                    Vector256.GreaterThan(before, Vector256<int>.Zero) & Vector256.LessThan(before, rungs[r].Limit);
            }

            (before - given).StoreUnsafe(ref months, (nuint)i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<int> Holds(int r, int i)
    {
        ref var rung = ref rungs[r];
        var holds = rung.Open;
        if (rung.Clock is not Clock.None)
        {
            holds &= Vector256.LessThan(Used(r, i), rung.Limit);
        }

        if (rung.AfterFirst)
        {
            holds &= Vector256.GreaterThanOrEqual(Used(0, i), rungs[0].Limit);
        }

        if (rung.HasAge)
        {
            holds &= Vector256.LessThanOrEqual(Load(born, i), rung.BornAtLatest);
        }

        if (rung.HasChild)
        {
            holds &= Vector256.GreaterThan(Load(child, i), rung.ChildBornAfter);
        }

        return holds;
    }

    /// <summary>Whose pay begins this month after a month without: months that were all used begin anew.</summary>
    private void BeginAnew(int i, Vector256<int> earns)
    {
        if (rowBefore < start)
        {
            return;
        }

        var before = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(net), (nuint)(rowBefore + i));
        var begins = earns & Vector256.Equals(before, Vector256<int>.Zero);
        for (var r = 0; r < count; r++)
        {
            if (rungs[r].AnewWithJob)
            {
                ref var months = ref MemoryMarshal.GetArrayDataReference(used[r]);
                var now = Vector256.LoadUnsafe(ref months, (nuint)i);
                var over = begins & Vector256.GreaterThanOrEqual(now, rungs[r].Limit);
                Vector256.AndNot(now, over).StoreUnsafe(ref months, (nuint)i);
            }
        }
    }

    private Vector256<int> Used(int r, int i) => Load(used[r], i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Load(int[] numbers, int i) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(numbers), (nuint)i);

    /// <summary>A rung spread over eight lanes.</summary>
    private struct RungLanes
    {
        private readonly ScaledShare share;
        private readonly Vector256<int> maximum;
        public readonly int? FromAge;
        private readonly int? childBelow;

        public RungLanes(Rung rung)
        {
            (share, maximum) = (rung.Share, Vector256.Create(rung.Maximum));
            (Clock, Limit) = (rung.Clock, Vector256.Create(rung.Limit));
            Open = rung.Open ? Vector256<int>.AllBitsSet : Vector256<int>.Zero;
            (AfterFirst, AnewWithJob) = (rung.AfterFirst, rung.AnewWithJob);
            (FromAge, childBelow) = (rung.FromAge, rung.ChildBelow);
        }

        public readonly Clock Clock;
        public readonly Vector256<int> Limit;
        public readonly Vector256<int> Open;
        public readonly bool AfterFirst;
        public readonly bool AnewWithJob;
        public readonly bool HasAge => FromAge is not null;
        public readonly bool HasChild => childBelow is not null;
        public Vector256<int> BornAtLatest;
        public Vector256<int> ChildBornAfter;

        /// <summary>Who this rung was chosen for in the month that is being settled.</summary>
        public Vector256<int> Chosen;

        public void Turn(int month)
        {
            BornAtLatest = Vector256.Create(month - 12 * (FromAge ?? 0));
            ChildBornAfter = Vector256.Create(month - 12 * (childBelow ?? 0));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Vector256<int> Of(Vector256<int> earned) => Vector256.Min(share.Of(earned), maximum);
    }
}
