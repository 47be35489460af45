// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;
using static Proeftuin.Tests.Statistics.Survival.Scene;

namespace Proeftuin.Tests.Statistics.Survival;

/// <summary>What a Cox regression says besides its coefficients, written out from the sums over who is at risk.</summary>
public sealed class CoxByDefinitionTests
{
    private static readonly double[] Exit = [3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
    private static readonly double[] Entry = [0, 0, 2, 0, 4, 0, 5, 0, 1, 7, 0, 3];
    private static readonly bool[] Happened =
    [
        true,
        false,
        true,
        true,
        false,
        true,
        true,
        false,
        true,
        true,
        true,
        false,
    ];
    private static readonly double[] Weights = [1, 2, 0.5, 1.5, 1, 1, 2, 1, 0.7, 1, 1.2, 1];
    private static readonly double[] Age = [3, 1, 4, 1.5, 5, 9, 2, 6, 5.5, 3.5, 8, 7];
    private static readonly double[] Other = [0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0];

    private static readonly CoxFit Fit = Cox.Fit(
            FollowUp.Of(Exit, Happened).From(Entry).Weighted(Weights),
            Matrix.OfColumns([Age, Other]),
            new() { Ties = CoxTies.Breslow, Robust = false }
        )
        .OrThrow();

    private static readonly double[] Beta = [.. Fit.Terms.Select(t => t.LogHazardRatio.Value)];

    [Fact]
    public void The_hazard_of_somebody_and_its_error()
    {
        double[] somebody = [4.2, 1];
        var curve = Fit.Predict(somebody).OrThrow();
        for (var k = 0; k < curve.Times.Count; k++)
        {
            var at = curve.Times[k];
            var hazard = Hazard(Beta, at) * Risk(Beta, somebody[0], somebody[1]);
            curve.CumulativeHazard[k].ShouldBe(hazard, 1e-10);
            curve.Survival[k].ShouldBe(Math.Exp(-hazard), 1e-10);
            // the steps themselves, Σ w/S², and the coefficients by the delta method
            double steps = 0;
            for (var i = 0; i < 12; i++)
            {
                steps += Happened[i] && Exit[i] <= at ? Weights[i] / Math.Pow(AtRisk(Beta, Exit[i]), 2) : 0;
            }

            steps *= Math.Pow(Risk(Beta, somebody[0], somebody[1]), 2);
            double[] slope =
            [
                .. Enumerable
                    .Range(0, 2)
                    .Select(j =>
                    {
                        double[] Moved(double step) => [.. Beta.Select((b, m) => m == j ? b + step : b)];
                        double H(double[] beta) => Hazard(beta, at) * Risk(beta, somebody[0], somebody[1]);
                        return (H(Moved(1e-5)) - H(Moved(-1e-5))) / 2e-5;
                    }),
            ];
            var moved = 0.0;
            for (var j = 0; j < 2; j++)
            {
                for (var m = 0; m < 2; m++)
                {
                    moved += slope[j] * slope[m] * Fit.Variance[j, m];
                }
            }

            curve.CumulativeHazardError[k].ShouldBe(Math.Sqrt(steps + moved), 1e-7);
        }
    }

    [Fact]
    public void Residuals_are_events_less_the_hazard_that_was_passed()
    {
        var residuals = Fit.MartingaleResiduals();
        for (var i = 0; i < 12; i++)
        {
            var passed = (Hazard(Beta, Exit[i]) - Hazard(Beta, Entry[i])) * Risk(Beta, Age[i], Other[i]);
            residuals[i].ShouldBe((Happened[i] ? 1 : 0) - passed, 1e-9, $"row {i}");
        }

        residuals.Zip(Weights, (r, w) => r * w).Sum().ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Intervals_lie_around_the_coefficients()
    {
        foreach (var term in Fit.Terms)
        {
            var half = 1.959963984540054 * term.LogHazardRatio.StandardError!.Value;
            term.LogHazardRatio.Interval.Lower.ShouldBe(term.LogHazardRatio.Value - half, 1e-9);
            term.LogHazardRatio.Interval.Upper.ShouldBe(term.LogHazardRatio.Value + half, 1e-9);
            term.HazardRatioInterval.Lower.ShouldBe(Math.Exp(term.LogHazardRatio.Value - half), 1e-9);
            term.HazardRatioInterval.Upper.ShouldBe(Math.Exp(term.LogHazardRatio.Value + half), 1e-9);
            term.HazardRatio.ShouldBe(Math.Exp(term.LogHazardRatio.Value), 1e-12);
            term.Z.ShouldBe(term.LogHazardRatio.Value / term.LogHazardRatio.StandardError!.Value, 1e-12);
        }
    }

    [Fact]
    public void A_tenth_of_everybody_has_the_concordance_of_all_and_what_does_not_vary_is_named()
    {
        var data = FollowUp.Of([1, 2, 3], [true, true, false]);
        var x = Matrix.OfColumns([
            [1, 0, 1],
        ]);
        var all = Cox.Fit(data, x).OrThrow().Concordance().OrThrow().Share;
        var tenth = Cox.Fit(data.Weighted([0.1, 0.1, 0.1]), x).OrThrow().Concordance().OrThrow().Share;
        tenth.Value.ShouldBe(all.Value, 1e-9);
        // the last digit of a large number is no variation
        Why(
                Cox.Fit(
                    data,
                    Matrix.OfColumns([
                        [1e6, Math.BitIncrement(1e6), 1e6],
                    ])
                )
            )
            .ShouldBe(Obstacle.Collinear);
        Should.Throw<ArgumentException>(() =>
            Cox.Fit(
                data,
                Matrix.OfColumns([
                    [1, 0, 1, 0],
                ])
            )
        );
    }

    private static double Risk(double[] beta, double age, double other) => Math.Exp(beta[0] * age + beta[1] * other);

    private static double AtRisk(double[] beta, double time)
    {
        double sum = 0;
        for (var i = 0; i < 12; i++)
        {
            sum += Entry[i] < time && Exit[i] >= time ? Weights[i] * Risk(beta, Age[i], Other[i]) : 0;
        }

        return sum;
    }

    private static double Hazard(double[] beta, double upTo)
    {
        double sum = 0;
        for (var i = 0; i < 12; i++)
        {
            sum += Happened[i] && Exit[i] <= upTo ? Weights[i] / AtRisk(beta, Exit[i]) : 0;
        }

        return sum;
    }
}
