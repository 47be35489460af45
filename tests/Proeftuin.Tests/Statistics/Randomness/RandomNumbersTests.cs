// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Statistics.Randomness;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Randomness;

public sealed class RandomNumbersTests
{
    private static readonly Witness Twenty = Witness.Of("20-verifiable-draw.json");

    [Fact]
    public void Philox_gives_the_words_of_numpy()
    {
        // numpy counts up before it makes a block
        Blocks((20171001, 0), 1).ShouldBe(Words("philox4x64_10_key20171001_raw"));
        Blocks((42, 0xDEADBEEF), 8).ShouldBe(Words("philox4x64_10_key_hi_lo_counter7"));
        Twenty["philox_doubles"]
            .ShouldBe([.. Blocks((20171001, 0), 1).Take(5).Select(word => (word >> 11) / (double)(1UL << 53))]);
    }

    [Fact]
    public void Xoshiro_gives_the_published_words()
    {
        // state 0, 0, 0, 1: the table of the Fortran port; state 1, 2, 3, 4: the test vector of the reference program that the Rust port carries
        var one = new Xoshiro256(0, 0, 0, 1);
        ulong[] expected =
        [
            0x0000000000800000,
            0x0000000000800011,
            0x0002200000800011,
            0x0002200044000020,
            0x00022000448008A1,
            0x01102100802208A0,
            0x0114002284200880,
            0x0402896644A64095,
            0x8A14A0A244ACC891,
            0x8C88BA4680B20495,
        ];
        Enumerable.Range(0, 10).Select(_ => one.Next()).ShouldBe(expected);
        var filled = new ulong[10];
        new Xoshiro256(1, 2, 3, 4).Fill(filled);
        filled.ShouldBe([
            41943041,
            58720359,
            3588806011781223,
            3591011842654386,
            9228616714210784205,
            9973669472204895162,
            14011001112246962877,
            12406186145184390807,
            15849039046786891736,
            10450023813501588000,
        ]);
    }

    [Fact]
    public void A_stream_does_not_depend_on_the_streams_before_it()
    {
        Xoshiro256.Stream(7, 1000).Next().ShouldBe(Xoshiro256.Stream(7, 1000).Next());
        Enumerable.Range(0, 1000).Select(i => Xoshiro256.Stream(7, (ulong)i).Next()).Distinct().Count().ShouldBe(1000);
    }

    [Fact]
    public void Bounded_numbers_are_equally_frequent()
    {
        const int Draws = 70_000;
        var random = Xoshiro256.Stream(1, 0);
        var counts = new int[7];
        for (var i = 0; i < Draws; i++)
        {
            counts[random.Below(7)]++;
        }

        ChiSquareOf(counts, Draws / 7.0).ShouldBeLessThan(22.5); // P(χ²₆ > 22.46) = 0.001
    }

    [Fact]
    public void All_orders_of_a_shuffle_are_equally_frequent()
    {
        const int Draws = 24_000;
        var random = Xoshiro256.Stream(2, 0);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Draws; i++)
        {
            char[] letters = ['a', 'b', 'c', 'd'];
            random.Shuffle<char>(letters);
            var order = new string(letters);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        counts.Count.ShouldBe(24);
        ChiSquareOf(counts.Values, Draws / 24.0).ShouldBeLessThan(49.7); // P(χ²₂₃ > 49.73) = 0.001
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        const int Draws = 100_000;
        var random = Xoshiro256.Stream(3, 0);
        double sum = 0;
        double squares = 0;
        var beyond = 0;
        for (var i = 0; i < Draws; i++)
        {
            var z = random.Normal();
            sum += z;
            squares += z * z;
            beyond += Math.Abs(z) > 1.959963984540054 ? 1 : 0;
        }

        (sum / Draws).ShouldBe(0, 4 / Math.Sqrt(Draws));
        (squares / Draws).ShouldBe(1, 4 * Math.Sqrt(2.0 / Draws));
        ((double)beyond / Draws).ShouldBe(0.05, 4 * Math.Sqrt(0.05 * 0.95 / Draws));
    }

    [Fact]
    public void A_state_of_zeros_is_refused() => Should.Throw<ArgumentException>(() => new Xoshiro256(0, 0, 0, 0));

    private static double ChiSquareOf(IEnumerable<int> counts, double expected) =>
        counts.Sum(count => (count - expected) * (count - expected) / expected);

    private static ulong[] Blocks((ulong, ulong) key, ulong counter)
    {
        var words = new ulong[8];
        Philox.Block(key, (counter, 0, 0, 0), words.AsSpan(0, 4));
        Philox.Block(key, (counter + 1, 0, 0, 0), words.AsSpan(4, 4));
        return words;
    }

    private static ulong[] Words(string name) =>
        [
            .. Twenty[name]
                .Element.EnumerateArray()
                .Select(word => ulong.Parse(word.GetString()!, CultureInfo.InvariantCulture)),
        ];
}
