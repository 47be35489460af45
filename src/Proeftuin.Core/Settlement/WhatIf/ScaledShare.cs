// SPDX-License-Identifier: EUPL-1.2
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>
/// A share of an amount in cents, rounded to the nearest cent with halves up, as one multiplication and one shift: exactly
/// <see cref="Rounding.HalfUp"/> for amounts from 0 up to the given most. With share p/d and multiplier ⌈p·2ᵏ/d⌉ = (p·2ᵏ + e)/d the product is
/// too large by less than the distance to the next half cent, 1/(2d), as long as 2·most·e is smaller than 2ᵏ; that is checked when it is made.
/// </summary>
public readonly record struct ScaledShare
{
    private readonly uint multiplier;
    private readonly int shift;

    private ScaledShare(uint multiplier, int shift) => (this.multiplier, this.shift) = (multiplier, shift);

    private ulong Half => 1UL << (shift - 1);

    /// <summary>Null when no multiplier of 32 bits is exact up to <paramref name="most"/>.</summary>
    public static ScaledShare? Of(long part, long whole, int most)
    {
        var common = (long)BigInteger.GreatestCommonDivisor(part, whole);
        var (p, d) = (part / common, whole / common);
        for (var k = 44; k >= 1; k--)
        {
            var scaled = (UInt128)(ulong)p << k;
            var factor = (scaled + (ulong)d - 1) / (ulong)d;
            var excess = factor * (ulong)d - scaled;
            if (factor <= uint.MaxValue)
            {
                // a smaller shift only makes the excess weigh more, except when there is none
                return 2 * excess * (ulong)most < (UInt128)1 << k ? new ScaledShare((uint)factor, k) : null;
            }
        }

        return null;
    }

    public int Of(int amount) => (int)(((ulong)amount * multiplier + Half) >> shift);

    /// <summary>The multiplier, the half that rounds and the shift, ready to be kept in registers.</summary>
    internal (Vector256<ulong> Times, Vector256<ulong> Half, int Shift) Lanes =>
        (Vector256.Create((ulong)multiplier), Vector256.Create(Half), shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<int> Of(Vector256<int> amounts) =>
        Of(amounts, Vector256.Create((ulong)multiplier), Vector256.Create(Half), shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Of(Vector256<int> amounts, Vector256<ulong> times, Vector256<ulong> half, int shift)
    {
        var pairs = amounts.AsUInt64();
        var even = (Product(pairs, times) + half) >>> shift;
        var odd = (Product(pairs >>> 32, times) + half) >>> shift;
        return (even | (odd << 32)).AsInt32();
    }

    /// <summary>The low halves of the lanes, multiplied to 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Product(Vector256<ulong> amounts, Vector256<ulong> times) =>
        Avx2.IsSupported
            ? Avx2.Multiply(amounts.AsUInt32(), times.AsUInt32())
            : (amounts & Vector256.Create((ulong)uint.MaxValue)) * times;
}
