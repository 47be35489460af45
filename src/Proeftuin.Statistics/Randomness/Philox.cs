// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Randomness;

/// <summary>Philox 4×64 with ten rounds: a block of four random words straight from a key and a counter, so that the thousandth stream needs no walk past the first 999. Reference: Salmon, Moraes, Dror, Shaw (2011), Parallel random numbers: as easy as 1, 2, 3. Witness: reference 20 (numpy).</summary>
public static class Philox
{
    private const ulong FirstMultiplier = 0xD2E7470EE14C6C93;
    private const ulong SecondMultiplier = 0xCA5A826395121157;
    private const ulong FirstWeyl = 0x9E3779B97F4A7C15;
    private const ulong SecondWeyl = 0xBB67AE8584CAA73B;
    private const int Rounds = 10;

    /// <summary>Four words (the length of <paramref name="block"/>) that belong to this key and this counter.</summary>
    public static void Block(
        (ulong Low, ulong High) key,
        (ulong A, ulong B, ulong C, ulong D) counter,
        Span<ulong> block
    )
    {
        var (a, b, c, d) = counter;
        var (low, high) = key;
        for (var round = 0; round < Rounds; round++)
        {
            var firstHigh = Math.BigMul(FirstMultiplier, a, out var firstLow);
            var secondHigh = Math.BigMul(SecondMultiplier, c, out var secondLow);
            (a, b, c, d) = (secondHigh ^ b ^ low, secondLow, firstHigh ^ d ^ high, firstLow);
            low += FirstWeyl;
            high += SecondWeyl;
        }

        block[3] = d;
        block[2] = c;
        block[1] = b;
        block[0] = a;
    }
}
