// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Multiplicity;
using Proeftuin.Statistics.Randomness;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Multiplicity;

/// <summary>Corrections as closed tests: a hypothesis is rejected when every set of hypotheses it is in is rejected. Reference: Marcus, Peritz, Gabriel (1976), Biometrika 63:655-660.</summary>
public sealed class ClosedTests
{
    [Theory]
    [InlineData(Correction.Hommel)]
    [InlineData(Correction.Holm)]
    [InlineData(Correction.HolmSidak)]
    public void A_corrected_p_value_is_the_largest_of_all_sets_the_hypothesis_is_in(Correction correction)
    {
        for (var scene = 0; scene < 40; scene++)
        {
            var p = Values(scene, 1 + scene % 7);
            var adjusted = AdjustedP.Of(p, correction).OrThrow().Values;
            for (var i = 0; i < p.Length; i++)
            {
                var largest = Enumerable
                    .Range(1, (1 << p.Length) - 1)
                    .Where(set => (set >> i & 1) == 1)
                    .Max(set => OfSet([.. p.Where((_, j) => (set >> j & 1) == 1).Order()], correction));
                adjusted[i].ShouldBe(Math.Min(1, largest), 1e-12);
            }
        }
    }

    [Fact]
    public void Corrections_from_the_largest_down_by_their_definition()
    {
        for (var scene = 0; scene < 20; scene++)
        {
            var p = Values(scene, 1 + scene % 9);
            var m = p.Length;
            double[] sorted = [.. p.Order()];
            var harmonic = Enumerable.Range(1, m).Sum(k => 1.0 / k);
            Is(Correction.Hochberg, rank => m - rank + 1);
            Is(Correction.BenjaminiHochberg, rank => (double)m / rank);
            Is(Correction.BenjaminiYekutieli, rank => harmonic * m / rank);
            AdjustedP
                .Of(p, Correction.Bonferroni)
                .OrThrow()
                .Values.ShouldBe([.. p.Select(x => Math.Min(1, m * x))], 1e-12);
            AdjustedP
                .Of(p, Correction.Sidak)
                .OrThrow()
                .Values.ShouldBe([.. p.Select(x => 1 - Math.Pow(1 - x, m))], 1e-12);
            AdjustedP.Of(p, Correction.None).OrThrow().Values.ShouldBe(p);

            void Is(Correction correction, Func<int, double> factor)
            {
                var adjusted = AdjustedP.Of(p, correction).OrThrow().Values;
                for (var i = 0; i < m; i++)
                {
                    var from = Array.IndexOf(sorted, p[i]);
                    var least = Enumerable.Range(from, m - from).Min(j => factor(j + 1) * sorted[j]);
                    adjusted[i].ShouldBe(Math.Min(1, least), 1e-12);
                }
            }
        }
    }

    /// <summary>The p-value of a set: Simes' for Hommel, Bonferroni's for Holm, Šidák's.</summary>
    private static double OfSet(double[] sorted, Correction correction) =>
        correction switch
        {
            Correction.Hommel => sorted.Select((p, i) => sorted.Length * p / (i + 1)).Min(),
            Correction.Holm => sorted.Length * sorted[0],
            _ => 1 - Math.Pow(1 - sorted[0], sorted.Length),
        };

    private static double[] Values(int scene, int count)
    {
        var random = Xoshiro256.Stream(33, (ulong)scene);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Pow(random.Uniform(), 1 + scene % 3))];
    }
}
