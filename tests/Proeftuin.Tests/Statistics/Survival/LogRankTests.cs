// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics;
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;
using static Proeftuin.Tests.Statistics.Survival.Scene;

namespace Proeftuin.Tests.Statistics.Survival;

public sealed class LogRankTests
{
    private static readonly FollowUp Four = FollowUp.Of([1, 2, 3, 4], [true, true, true, false]);

    [Fact]
    public void Four_people_by_hand()
    {
        // group 1 leaves at 1 and 3, group 2 at 2: expected in group 1 is 1/2 + 1/3 + 1/2
        var result = LogRank.Test(Four, [1, 2, 1, 2]).OrThrow();
        result.Observed.ShouldBe([2, 1]);
        result.Expected[0].ShouldBe(4.0 / 3, 1e-15);
        // hypergeometric variances 1/4 + 2/9 + 1/4
        result.Variance[0, 0].ShouldBe(13.0 / 18, 1e-15);
        result.Test.Statistic!.Value.ShouldBe(4.0 / 9 / (13.0 / 18), 1e-14);
        result.Test.DegreesOfFreedom.ShouldBe(1);
    }

    [Fact]
    public void Weights_by_hand()
    {
        // survival of all just before the events: 1, 3/4, 1/2; at risk: 4, 3, 2
        Excess(RankWeight.PetoPeto).ShouldBe(1 - 0.5 - 0.75 / 3 + 0.5 * (1 - 0.5), 1e-15);
        Excess(new RankWeight.Gehan()).ShouldBe(4 * 0.5 - 3.0 / 3 + 2 * 0.5, 1e-14);
        Excess(new RankWeight.TaroneWare()).ShouldBe(2 * 0.5 - Math.Sqrt(3) / 3 + Math.Sqrt(2) * 0.5, 1e-14);
        Excess(new RankWeight.FlemingHarrington(0.5)).ShouldBe(0.5 - Math.Sqrt(0.75) / 3 + Math.Sqrt(0.5) * 0.5, 1e-14);
    }

    [Fact]
    public void A_p_value_lies_between_nought_and_one_and_other_names_for_the_groups_only_reorder() =>
        Holds(scene =>
            LogRank
                .Test(scene.Data, scene.Arms)
                .Match(
                    one =>
                    {
                        var other = LogRank
                            .Test(scene.Backwards().Data, [.. scene.Backwards().Arms.Select(a => -a)])
                            .OrThrow();
                        return one.Test.P is >= 0 and <= 1
                            && Near(one.Test.Statistic!.Value, other.Test.Statistic!.Value)
                            && Near(one.Expected, other.Expected.Reverse())
                            && Near(one.Observed.Sum(), one.Expected.Sum());
                    },
                    _ => true
                )
        );

    [Fact]
    public void Strata_add_up_what_each_of_them_gives_and_cut_rows_change_nothing() =>
        Holds(scene =>
        {
            int[] strata = [.. scene.Woman.Select(w => (int)w)];
            int[] women = [.. Enumerable.Range(0, scene.Count).Where(i => strata[i] == 1)];
            int[] men = [.. Enumerable.Range(0, scene.Count).Where(i => strata[i] == 0)];
            var (cut, units) = scene.CutAtFour();
            return Excess(scene.Data, scene.Arms, strata) is not { } together
                || Excess(scene.InOrder(women).Data, scene.InOrder(women).Arms) is not { } first
                || Excess(scene.InOrder(men).Data, scene.InOrder(men).Arms) is not { } second
                || Excess(cut, [.. units.Select(u => scene.Arms[u])], [.. units.Select(u => strata[u])])
                    is not { } parts
                || (Near(together, first + second) && Near(together, parts));
        });

    [Fact]
    public void What_cannot_be_tested_has_a_name_and_is_never_p_is_1()
    {
        Why(LogRank.Test(Four, [1, 1, 1, 1])).ShouldBe(Obstacle.TooFewGroups);
        Why(LogRank.Test(FollowUp.Of([1, 2], [false, false]), [1, 2])).ShouldBe(Obstacle.NoEvents);
        Why(LogRank.Test(Four.Weighted([1, 1, 1, 2]), [1, 2, 1, 2])).ShouldBe(Obstacle.WeightsNotSupported);
        Why(LogRank.Test(FollowUp.Of([1, double.NaN], [true, true]), [1, 2])).ShouldBe(Obstacle.NotFinite);
        // everybody leaves at once: nothing to compare
        Why(LogRank.Test(FollowUp.Of([1, 1], [true, true]), [1, 2])).ShouldBe(Obstacle.NoVariation);
        // the second group is only seen after the last event of the first
        Why(LogRank.Test(Four.From([0, 0, 0, 3]), [1, 1, 1, 2])).ShouldBe(Obstacle.TooFewGroups);
        Should.Throw<ArgumentException>(() => LogRank.Test(Four, [1, 2]));
    }

    private static double Excess(RankWeight weight)
    {
        var result = LogRank.Test(Four, [1, 2, 1, 2], weight).OrThrow();
        return result.Observed[0] - result.Expected[0];
    }

    private static double? Excess(FollowUp data, int[] arms, int[]? strata = null) =>
        LogRank
            .Test(data, arms, null, strata)
            .Match(r => r.Groups.Contains(1) ? r.Observed[0] - r.Expected[0] : null, _ => (double?)null);
}
