// SPDX-License-Identifier: EUPL-1.2
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>A <see cref="ScaledShare"/> of sixteen amounts at a time, with everything it needs in registers.</summary>
internal readonly struct ShareLanes(ScaledShare share)
{
    private readonly Vector512<ulong> times = share.Lanes;
    private readonly Vector512<ulong> half = Vector512.Create(ScaledShare.Half);
    private readonly Vector512<int> even = Vector512.Create((ulong)uint.MaxValue).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> Of(Vector512<int> amounts)
    {
        var low = Product(amounts.AsUInt64()) + half;
        var high = Product(amounts.AsUInt64() >>> ScaledShare.Bits) + half;
        return Vector512.ConditionalSelect(even, (low >>> ScaledShare.Bits).AsInt32(), high.AsInt32());
    }

    /// <summary>The low halves of the lanes, multiplied to 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<ulong> Product(Vector512<ulong> amounts) =>
        Avx512F.IsSupported
            ? Avx512F.Multiply(amounts.AsUInt32(), times.AsUInt32())
            : Vector512.Create(
                ScaledShare.Product(amounts.GetLower(), times.GetLower()),
                ScaledShare.Product(amounts.GetUpper(), times.GetUpper())
            );
}
