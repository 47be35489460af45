// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Regression;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Regression;

public sealed class DifferenceInMeansTests
{
    private static readonly double[] Y = [3, 1, 4, 1, 5, 9, 2, 6];
    private static readonly bool[] Half = [true, false, true, false, true, false, true, false];

    [Fact]
    public void Welch_by_hand()
    {
        // 3, 4, 5 (mean 4, variance 1) against 1, 2, 6 (mean 3, variance 7)
        var found = DifferenceInMeans.Of([3, 4, 5, 1, 2, 6], [true, true, true, false, false, false]).OrThrow();
        found.Design.ShouldBe(MeansDesign.Standard);
        found.Coefficient.Value.ShouldBe(1, 1e-14);
        found.Coefficient.StandardError.ShouldBe(Math.Sqrt(8.0 / 3), 1e-14);
        found.Coefficient.DegreesOfFreedom.ShouldBe(64.0 / 9 / ((1.0 / 9 + 49.0 / 9) / 2), 1e-13);
    }

    [Fact]
    public void Pairs_by_hand()
    {
        // differences 2, 3, -4, -4: mean -3/4, squared deviations 42.75, error √(42.75/(4·3))
        var found = DifferenceInMeans.Of(Y, Half, new() { Blocks = [1, 1, 2, 2, 3, 3, 4, 4] }).OrThrow();
        found.Design.ShouldBe(MeansDesign.MatchedPair);
        found.Coefficient.Value.ShouldBe(-0.75, 1e-14);
        found.Coefficient.StandardError.ShouldBe(Math.Sqrt(42.75 / 12), 1e-14);
        found.Coefficient.DegreesOfFreedom.ShouldBe(3);
    }

    [Fact]
    public void Pairs_of_clusters_by_hand()
    {
        // pair 1: (3+4)/2 against 1, of 3 rows: 2.5; pair 2: 5 against (9+2+6)/3, of 4 rows: -2/3
        double[] y = [3, 4, 1, 5, 9, 2, 6];
        bool[] treated = [true, true, false, true, false, false, false];
        var found = DifferenceInMeans
            .Of(y, treated, new() { Blocks = [1, 1, 1, 2, 2, 2, 2], Clusters = [1, 1, 2, 3, 4, 4, 4] })
            .OrThrow();
        found.Design.ShouldBe(MeansDesign.MatchedPairClustered);
        var difference = (3 * 2.5 - 4 * 2.0 / 3) / 7;
        found.Coefficient.Value.ShouldBe(difference, 1e-14);
        var squares = Math.Pow(7.5 - 3.5 * difference, 2) + Math.Pow(-8.0 / 3 - 3.5 * difference, 2);
        found.Coefficient.StandardError.ShouldBe(Math.Sqrt(2 * squares / 49), 1e-14);
        found.Coefficient.DegreesOfFreedom.ShouldBe(1);
    }

    [Fact]
    public void Blocks_by_hand()
    {
        // block 1: 3, 4 against 1, 1 (difference 2.5, variance 0.25); block 2: 5, 2 against 9, 6 (-4, variance 4.5)
        var found = DifferenceInMeans.Of(Y, Half, new() { Blocks = [1, 1, 1, 1, 2, 2, 2, 2] }).OrThrow();
        found.Design.ShouldBe(MeansDesign.Blocked);
        found.Coefficient.Value.ShouldBe(-0.75, 1e-14);
        found.Coefficient.StandardError.ShouldBe(Math.Sqrt((0.25 + 4.5) / 4), 1e-14);
        found.Coefficient.DegreesOfFreedom.ShouldBe(4);
    }

    [Fact]
    public void Clusters_in_blocks_are_blocks_of_CR2()
    {
        double[] y = [1, 2, 4, 6, 3, 3, 8, 1, 2, 9, 4, 7, 5, 5, 6, 2];
        bool[] treated = [.. Enumerable.Range(0, 16).Select(i => i / 2 % 2 == 0)];
        int[] cluster = [.. Enumerable.Range(0, 16).Select(i => i / 2)];
        int[] block = [.. Enumerable.Range(0, 16).Select(i => i / 8)];
        var found = DifferenceInMeans.Of(y, treated, new() { Blocks = block, Clusters = cluster }).OrThrow();
        found.Design.ShouldBe(MeansDesign.BlockClustered);
        var parts = new[] { 0, 1 }
            .Select(b => Enumerable.Range(8 * b, 8).ToArray())
            .Select(rows =>
                DifferenceInMeans
                    .Of(
                        [.. rows.Select(i => y[i])],
                        [.. rows.Select(i => treated[i])],
                        new() { Clusters = [.. rows.Select(i => cluster[i])] }
                    )
                    .OrThrow()
            )
            .ToArray();
        parts[0].Design.ShouldBe(MeansDesign.Clustered);
        found.Coefficient.Value.ShouldBe(parts.Average(p => p.Coefficient.Value), 1e-13);
        found.Coefficient.StandardError.ShouldBe(
            Math.Sqrt(parts.Sum(p => Math.Pow(p.Coefficient.StandardError / 2, 2))),
            1e-13
        );
        found.Coefficient.DegreesOfFreedom.ShouldBe(8 - 2 * 2);
    }

    [Fact]
    public void Weights_are_least_squares_with_HC2()
    {
        double[] weights = [1, 2, 1, 3, 1, 1, 2, 1];
        var found = DifferenceInMeans.Of(Y, Half, new() { Weights = weights }).OrThrow();
        found.Design.ShouldBe(MeansDesign.Weighted);
        found.Coefficient.Value.ShouldBe((3 + 4 + 5 + 4) / 5.0 - (2 + 3 + 9 + 6) / 7.0, 1e-13);
        found.Coefficient.DegreesOfFreedom.ShouldBe(6);
    }

    [Fact]
    public void A_block_in_which_nobody_differs_tells_its_difference_without_error()
    {
        var found = DifferenceInMeans
            .Of([1, 0, 1, 0, 5, 9, 2, 6], Half, new() { Blocks = [1, 1, 1, 1, 2, 2, 2, 2] })
            .OrThrow();
        found.Coefficient.Value.ShouldBe((1 - 4) / 2.0, 1e-14);
        found.Coefficient.StandardError.ShouldBe(Math.Sqrt(4.5 / 4), 1e-14);
    }

    [Fact]
    public void What_cannot_be_compared_has_a_name()
    {
        Why(new(), Y, [.. Half.Select(_ => true)]).ShouldBe(Obstacle.EmptyGroup);
        Why(new(), [1, 1, 1, 1, 1, 1, 1, 1]).ShouldBe(Obstacle.NoVariation);
        Why(new(), [0.1, 0.3, 0.1, 0.3, 0.1, 0.3, 0.1, 0.3]).ShouldBe(Obstacle.NoVariation);
        Why(new(), [1, double.NaN, 1, 1, 1, 1, 1, 1]).ShouldBe(Obstacle.NotFinite);
        Why(new(), Y, [true, false, false, false, false, false, false, false]).ShouldBe(Obstacle.TooFewUnits);
        Why(new() { Level = 0 }).ShouldBe(Obstacle.LevelOutsideZeroToOne);
        Why(new() { Weights = [1, 1, 1, -1, 1, 1, 1, 1] }).ShouldBe(Obstacle.NonPositiveWeight);
        Why(new() { Clusters = [1, 1, 2, 2, 3, 3, 4, 4] }).ShouldBe(Obstacle.ClusterInTwoGroups);
        Why(new() { Blocks = [1, 1, 2, 2, 3, 3, 3, 3] }).ShouldBe(Obstacle.PairsAmongBlocks);
        Why(new() { Blocks = [1, 2, 1, 2, 3, 4, 3, 4] }).ShouldBe(Obstacle.BlockWithoutBothGroups);
        Why(new() { Blocks = [1, 1, 1, 2, 2, 2, 2, 2] }).ShouldBe(Obstacle.BlockWithoutBothGroups);
        Why(new() { Blocks = [1, 1, 2, 2, 3, 3, 4, 4], Weights = Y }).ShouldBe(Obstacle.WeightsNotSupported);
        Why(new() { Blocks = [1, 1, 1, 1, 2, 2, 2, 2], Clusters = [1, 2, 3, 4, 1, 6, 7, 8] })
            .ShouldBe(Obstacle.ClusterInTwoGroups);
        Should.Throw<ArgumentException>(() => DifferenceInMeans.Of(Y, [true, false]));
    }

    private static Obstacle Why(MeansOptions options, double[]? y = null, bool[]? treated = null) =>
        Trial.Why(DifferenceInMeans.Of(y ?? Y, treated ?? Half, options));
}
