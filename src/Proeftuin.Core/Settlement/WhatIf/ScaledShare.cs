// SPDX-License-Identifier: EUPL-1.2
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>
/// A share of an amount in cents, rounded to the nearest cent with halves up, as one multiplication of which the upper 32 bits count: exactly
/// <see cref="Rounding.HalfUp"/> for amounts from 0 up to the given most. With share p/d and multiplier ⌈p·2³²/d⌉ = (p·2³² + e)/d the product is
/// too large by less than the distance to the next half cent, 1/(2d), as long as 2·most·e is smaller than 2³²; that is checked when it is made.
/// </summary>
public readonly record struct ScaledShare
{
    internal const int Bits = 32;
    internal const ulong Half = 1UL << (Bits - 1);

    private readonly uint multiplier;

    private ScaledShare(uint multiplier) => this.multiplier = multiplier;

    /// <summary>Null when no multiplier of 32 bits is exact up to <paramref name="most"/>.</summary>
    public static ScaledShare? Of(long part, long whole, int most)
    {
        if (part == whole)
        {
            // everything: one less than 2³² loses less than the half that is added
            return new ScaledShare(uint.MaxValue);
        }

        var common = (long)BigInteger.GreatestCommonDivisor(part, whole);
        var (p, d) = ((UInt128)(ulong)(part / common) << Bits, (UInt128)(ulong)(whole / common));
        var factor = (p + d - 1) / d;
        var excess = factor * d - p;
        return factor <= uint.MaxValue && 2 * excess * (ulong)most < (UInt128)1 << Bits
            ? new ScaledShare((uint)factor)
            : null;
    }

    public int Of(int amount) => (int)(((ulong)amount * multiplier + Half) >> Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<int> Of(Vector256<int> amounts)
    {
        var (times, half) = (Vector256.Create((ulong)multiplier), Vector256.Create(Half));
        var even = Product(amounts.AsUInt64(), times) + half;
        var odd = Product(amounts.AsUInt64() >>> Bits, times) + half;
        return Vector256.ConditionalSelect(
            Vector256.Create((ulong)uint.MaxValue).AsInt32(),
            (even >>> Bits).AsInt32(),
            odd.AsInt32()
        );
    }

    /// <summary>The low halves of the lanes, multiplied to 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<ulong> Product(Vector256<ulong> amounts, Vector256<ulong> times) =>
        Avx2.IsSupported
            ? Avx2.Multiply(amounts.AsUInt32(), times.AsUInt32())
            : (amounts & Vector256.Create((ulong)uint.MaxValue)) * times;

    /// <summary>The multiplier, ready for sixteen amounts at a time.</summary>
    internal Vector512<ulong> Lanes => Vector512.Create((ulong)multiplier);
}
