// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.DifferenceInDifferences;
using Proeftuin.Statistics.Randomness;
using Proeftuin.Statistics.Regression;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.DifferenceInDifferences;

public sealed class PanelTests
{
    /// <summary>Four units in periods 1, 2 and 3: one begins in 2, one in 3, two never; by hand.</summary>
    private static readonly (int Unit, int Period, int Start, double Outcome)[] Four =
    [
        (1, 1, 2, 10),
        (1, 2, 2, 15),
        (1, 3, 2, 21),
        (2, 1, 3, 4),
        (2, 2, 3, 5),
        (2, 3, 3, 9),
        (3, 1, 0, 1),
        (3, 2, 0, 2),
        (3, 3, 0, 4),
        (4, 1, 0, 2),
        (4, 2, 0, 5),
        (4, 3, 0, 5),
    ];

    [Fact]
    public void Group_time_effects_of_four_units_are_those_by_hand()
    {
        // never treated: changes 1→2 are 1 and 3, mean 2; 2→3: 2 and 0, mean 1; 1→3: 3 and 3, mean 3
        var varying = Effects(Four, Comparison.NeverTreated, BasePeriod.Varying);
        varying[(2, 2)].Value.ShouldBe(5 - 2, 1e-12);
        varying[(2, 3)].Value.ShouldBe(11 - 3, 1e-12);
        varying[(3, 2)].Value.ShouldBe(1 - 2, 1e-12);
        varying[(3, 3)].Value.ShouldBe(4 - 1, 1e-12);
        varying.Count.ShouldBe(4);
        var universal = Effects(Four, Comparison.NeverTreated, BasePeriod.Universal);
        // period 1 against period 2, the last before group 3 began: −1 against −2
        universal[(3, 1)].Value.ShouldBe(-1 + 2, 1e-12);
        universal.ContainsKey((3, 2)).ShouldBeFalse();
        // not yet treated: in period 2 unit 2 has not begun either, change 1, so the mean of 1, 3 and 1 is 5/3
        var later = Effects(Four, Comparison.NotYetTreated, BasePeriod.Varying);
        later[(2, 2)].Value.ShouldBe(5 - 5.0 / 3, 1e-12);
        later[(2, 3)].Value.ShouldBe(11 - 3, 1e-12);
    }

    [Fact]
    public void Put_together_they_are_the_means_by_hand()
    {
        var all = Of(Four, Comparison.NeverTreated, BasePeriod.Varying).OrThrow();
        // 3, 8 and 3, each group one unit
        all.Aggregate(Aggregation.Simple).OrThrow().Overall.Value.ShouldBe(14.0 / 3, 1e-12);
        var since = all.Aggregate(Aggregation.SinceBeginning).OrThrow();
        since.Effects.Select(e => (e.Label, Math.Round(e.Effect.Value, 12))).ShouldBe([(-1, -1), (0, 3), (1, 8)]);
        since.Overall.Value.ShouldBe(5.5, 1e-12);
        var groups = all.Aggregate(Aggregation.Group).OrThrow();
        groups.Effects.Select(e => (e.Label, Math.Round(e.Effect.Value, 12))).ShouldBe([(2, 5.5), (3, 3)]);
        groups.Overall.Value.ShouldBe(4.25, 1e-12);
        var calendar = all.Aggregate(Aggregation.Calendar).OrThrow();
        calendar.Effects.Select(e => (e.Label, Math.Round(e.Effect.Value, 12))).ShouldBe([(2, 3), (3, 5.5)]);
        calendar.Overall.Value.ShouldBe(4.25, 1e-12);
    }

    [Fact]
    public void With_one_group_and_two_periods_all_three_methods_agree()
    {
        var random = Xoshiro256.Stream(14, 0);
        double[] before = [.. Enumerable.Range(0, 80).Select(_ => random.Normal())];
        bool[] treated = [.. before.Select((_, i) => i % 3 == 0)];
        double[] after = [.. before.Select((x, i) => x + random.Normal() + (treated[i] ? 0.7 : 0))];
        var plain = TwoPeriods.Change(before, after, treated, 0.95).OrThrow()[TwoPeriods.Treated].OrThrow();
        (int Unit, int Period, int Start, double Outcome)[] rows =
        [
            .. before.Select((y, i) => (i, 1, treated[i] ? 2 : 0, y)),
            .. after.Select((y, i) => (i, 2, treated[i] ? 2 : 0, y)),
        ];
        var grouped = Effects(rows, Comparison.NeverTreated, BasePeriod.Varying)[(2, 2)];
        grouped.Value.ShouldBe(plain.Value, 1e-12);
        var fixedEffects = TwoWay(rows, ErrorType.CR0).OrThrow().Coefficients[0];
        fixedEffects.Value.ShouldBe(plain.Value, 1e-12);
        // without small-sample corrections the errors are the same too: HC0 of the change
        var design = DesignMatrix.WithIntercept(80).With("treat", [.. treated.Select(t => t ? 1.0 : 0)]);
        var hc0 = Ols.Fit(
                design,
                [.. after.Zip(before, (late, early) => late - early)],
                new OlsOptions { Errors = ErrorType.HC0 }
            )
            .OrThrow()["treat"]
            .OrThrow();
        grouped.StandardError!.Value.ShouldBe(hc0.StandardError, 1e-12);
        fixedEffects.StandardError.ShouldBe(hc0.StandardError, 1e-12);
    }

    [Fact]
    public void Taking_out_by_turns_is_a_regression_with_a_dummy_for_everything()
    {
        // a panel with holes
        var random = Xoshiro256.Stream(14, 1);
        (int Unit, int Period, int Start, double Outcome)[] rows =
        [
            .. Enumerable
                .Range(0, 25)
                .SelectMany(u =>
                    Enumerable.Range(0, 6).Select(t => (u, t, u % 3 == 0 ? 0 : 2 + u % 3, random.Normal() + u + t))
                )
                .Where((_, i) => i % 7 != 3),
        ];
        var design = DesignMatrix
            .WithIntercept(rows.Length)
            .With("d", Measure(rows))
            .WithFactor("u", [.. rows.Select(r => $"{r.Unit:00}")], [.. Enumerable.Range(0, 25).Select(u => $"{u:00}")])
            .WithFactor("t", [.. rows.Select(r => $"{r.Period}")], [.. Enumerable.Range(0, 6).Select(t => $"{t}")]);
        foreach (var errors in new[] { ErrorType.CR0, ErrorType.CR1 })
        {
            var dummies = Ols.Fit(
                    design,
                    [.. rows.Select(r => r.Outcome)],
                    new OlsOptions { Errors = errors, Clusters = [.. rows.Select(r => r.Unit)] }
                )
                .OrThrow()["d"]
                .OrThrow();
            var taken = TwoWay(rows, errors).OrThrow().Coefficients[0];
            taken.Value.ShouldBe(dummies.Value, 1e-9);
            taken.StandardError.ShouldBe(dummies.StandardError, 1e-9);
            taken.DegreesOfFreedom.ShouldBe(24);
        }
    }

    [Fact]
    public void Effects_that_grow_are_found_by_group_and_time_and_their_errors_hold()
    {
        // effect 1 at the beginning, 2 a period later, and so on; the never treated share all shocks
        const int Times = 300;
        var covered = 0;
        double sum = 0;
        for (var time = 0; time < Times; time++)
        {
            var random = Xoshiro256.Stream(14, (ulong)(100 + time));
            (int Unit, int Period, int Start, double Outcome)[] rows =
            [
                .. Enumerable
                    .Range(0, 120)
                    .SelectMany(u =>
                    {
                        var start = u % 3 == 0 ? 0 : 2 + u % 3;
                        var level = random.Normal();
                        return Enumerable
                            .Range(1, 5)
                            .Select(t =>
                                (
                                    u,
                                    t,
                                    start,
                                    level + t + random.Normal() + (start > 0 && t >= start ? t - start + 1 : 0)
                                )
                            );
                    }),
            ];
            var since = Of(rows, Comparison.NotYetTreated, BasePeriod.Varying)
                .OrThrow()
                .Aggregate(Aggregation.SinceBeginning)
                .OrThrow();
            var second = since.Effects.Single(e => e.Label == 1).Effect;
            sum += second.Value;
            covered += second.Interval.Contains(2) ? 1 : 0;
        }

        (sum / Times).ShouldBe(2, 0.1);
        ((double)covered / Times).ShouldBe(0.95, 4 * Math.Sqrt(0.05 * 0.95 / Times));
    }

    [Fact]
    public void What_cannot_be_compared_has_a_name()
    {
        Why(Of([.. Four[..^1]], Comparison.NeverTreated, BasePeriod.Varying)).ShouldBe(Obstacle.UnbalancedPanel);
        Why(Of([.. Four, Four[0]], Comparison.NeverTreated, BasePeriod.Varying)).ShouldBe(Obstacle.UnbalancedPanel);
        Why(Of([.. Four.Where(r => r.Start == 2)], Comparison.NeverTreated, BasePeriod.Varying))
            .ShouldBe(Obstacle.EmptyGroup);
        Why(Of([.. Four.Select(r => r with { Outcome = double.NaN })], Comparison.NeverTreated, BasePeriod.Varying))
            .ShouldBe(Obstacle.NotFinite);
        Why(TwoWay([.. Four.Where(r => r.Start == 0)], ErrorType.CR1)).ShouldBe(Obstacle.Collinear);
        Why(TwoWay([.. Four.Select(r => r with { Outcome = 1 })], ErrorType.CR1)).ShouldBe(Obstacle.NoVariation);
        Why(TwoWay([.. Four.Where(r => r.Unit == 1)], ErrorType.CR1)).ShouldBe(Obstacle.TooFewClusters);
        Why(TwoWay([.. Four.Where(r => r.Period == 1)], ErrorType.CR1)).ShouldBe(Obstacle.TooFewGroups);
        Why(TwoPeriods.Change([1, 2], [2, 3], [true, true], 0.95)).ShouldBe(Obstacle.EmptyGroup);
        Should.Throw<ArgumentException>(() => TwoPeriods.Change([1, 2], [2], [true, false], 0.95));
        Should.Throw<ArgumentException>(() => TwoWay(Four, ErrorType.HC2));
    }

    private static Dictionary<(int, int), Estimate> Effects(
        (int Unit, int Period, int Start, double Outcome)[] rows,
        Comparison comparison,
        BasePeriod basePeriod
    ) => Of(rows, comparison, basePeriod).OrThrow().Effects.ToDictionary(e => (e.Group, e.Period), e => e.Effect);

    private static Answer<GroupTimeEffects> Of(
        (int Unit, int Period, int Start, double Outcome)[] rows,
        Comparison comparison,
        BasePeriod basePeriod
    ) =>
        GroupTime.Of(
            [.. rows.Select(r => r.Outcome)],
            [.. rows.Select(r => r.Unit)],
            [.. rows.Select(r => r.Period)],
            [.. rows.Select(r => r.Start)],
            0.95,
            comparison,
            basePeriod
        );

    private static double[] Measure((int Unit, int Period, int Start, double Outcome)[] rows) =>
        [.. rows.Select(r => r.Start > 0 && r.Period >= r.Start ? 1.0 : 0)];

    private static Answer<TwoWayFit> TwoWay(
        (int Unit, int Period, int Start, double Outcome)[] rows,
        ErrorType errors
    ) =>
        TwoWayFixedEffects.Fit(
            [.. rows.Select(r => r.Outcome)],
            DesignMatrix.Empty(rows.Length).With("d", Measure(rows)),
            [.. rows.Select(r => r.Unit)],
            [.. rows.Select(r => r.Period)],
            0.95,
            errors
        );

    private static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => default(Obstacle?), why => why);
}
