// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Regression;

namespace Proeftuin.Tests.Statistics.Regression;

/// <summary>A small made-up trial with uneven clusters, weights and two covariates.</summary>
internal sealed record Trial(double[] Y, double[] Arm, double[] Age, double[] Score, int[] Cluster, double[] Weight)
{
    public static Arbitrary<Trial> Any =>
        (
            from n in Gen.Choose(24, 60)
            from draws in Gen.Choose(0, 1000).ListOf(6 * n)
            select Of([.. draws.Select(d => d / 1000.0)], n)
        ).ToArbitrary();

    public int Rows => Y.Length;

    public DesignMatrix Design =>
        DesignMatrix.WithIntercept(Rows).With("arm", Arm).With("age", Age).With("score", Score);

    public Trial Ordered(int[] order) =>
        new(
            [.. order.Select(i => Y[i])],
            [.. order.Select(i => Arm[i])],
            [.. order.Select(i => Age[i])],
            [.. order.Select(i => Score[i])],
            [.. order.Select(i => Cluster[i])],
            [.. order.Select(i => Weight[i])]
        );

    public static Obstacle Why<T>(Answer<T> answer) =>
        answer.Match(_ => throw new InvalidOperationException("This should not be estimable."), why => why);

    public static bool Near(double a, double b, double tolerance = 1e-8) =>
        Math.Abs(a - b) <= tolerance * Math.Max(1e-3, Math.Max(Math.Abs(a), Math.Abs(b)));

    private static Trial Of(double[] d, int n) =>
        new(
            [.. Enumerable.Range(0, n).Select(i => d[i] * 4 + d[n + i] + i % 3)],
            [.. Enumerable.Range(0, n).Select(i => i % 2.0)],
            [.. Enumerable.Range(0, n).Select(i => 20 + 40 * d[2 * n + i] + i % 5)],
            [.. Enumerable.Range(0, n).Select(i => d[3 * n + i] + i % 4)],
            [.. Enumerable.Range(0, n).Select(i => i < 6 ? i : (int)(6 * d[4 * n + i]))],
            [.. Enumerable.Range(0, n).Select(i => 0.5 + d[5 * n + i])]
        );
}
