// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Matching;
using Proeftuin.Statistics.Randomness;
using Proeftuin.Statistics.Regression;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Matching;

public sealed class MatchingPropertyTests
{
    /// <summary>Scores with many ties: twentieths, for up to sixty units.</summary>
    private static readonly Arbitrary<int[]> Scenes = Gen.Choose(0, 39)
        .ArrayOf(60)
        .Where(x => x.Any(v => v < 20) && x.Any(v => v >= 20))
        .ToArbitrary();

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void The_pairs_are_those_of_a_plain_search_through_everybody(int ratio, bool replacement) =>
        Prop.ForAll(
                Scenes,
                x =>
                {
                    double[] scores = [.. x.Select(v => v % 20 / 20.0)];
                    bool[] treated = [.. x.Select(v => v < 20)];
                    int[] strata = [.. x.Select((_, i) => i % 2)];
                    var options = new MatchOptions
                    {
                        Ratio = ratio,
                        Replacement = replacement,
                        Ties = TieRule.FirstInData,
                        Caliper = 0.4,
                        Exact = strata,
                    };
                    var found = NearestNeighbour
                        .OfScores(scores, treated, options)
                        .Match(sample => sample.Sets, _ => []);
                    var plain = Plain(scores, treated, strata, ratio, 0.4, replacement);
                    return Text(found) == Text(plain);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Mahalanobis_distance_does_not_care_for_units_or_superfluous_covariates()
    {
        var (treated, a, b) = Scene();
        Covariate[] plain = [new("a", a), new("b", b)];
        Covariate[] other =
        [
            new("euro", [.. a.Select(x => 1e6 * x + 5)]),
            new("b", b),
            new("sum", [.. a.Zip(b, (x, y) => x + 2 * y)]),
        ];
        var one = NearestNeighbour.OfCovariates(plain, treated).OrThrow();
        var two = NearestNeighbour.OfCovariates(other, treated).OrThrow();
        Text(two.Sets).ShouldBe(Text(one.Sets));
        two.TotalDistance!.Value.ShouldBe(one.TotalDistance!.Value, 1e-6 * one.TotalDistance.Value);
    }

    [Fact]
    public void Mahalanobis_distance_of_one_covariate_is_the_difference_in_its_own_deviations()
    {
        double[] a = [1, 5, 2, 8, 4, 9];
        bool[] treated = [true, true, true, false, false, false];
        // within the groups: Σ(1, 5, 2 around 8/3) = 26/3, Σ(8, 4, 9 around 7) = 14, over 4
        var spread = Math.Sqrt((26.0 / 3 + 14) / 4);
        var sample = NearestNeighbour.OfCovariates([new("a", a)], treated).OrThrow();
        Text(sample.Sets).ShouldBe("0:4 1:3 2:5");
        sample.TotalDistance!.Value.ShouldBe((3 + 3 + 7) / spread, 1e-12);
    }

    [Fact]
    public void A_caliper_on_the_score_holds_for_covariates_too()
    {
        var (treated, a, b) = Scene();
        var sample = NearestNeighbour
            .OfCovariates([new("a", a), new("b", b)], treated, new MatchOptions { Caliper = 0.1 }, scores: a)
            .OrThrow();
        var mean = a.Average();
        var deviation = Math.Sqrt(a.Sum(x => (x - mean) * (x - mean)) / (a.Length - 1));
        sample.Sets.ShouldAllBe(set => Math.Abs(a[set.Treated] - a[set.Controls[0]]) <= 0.1 * deviation);
        Should.Throw<ArgumentException>(() =>
            NearestNeighbour.OfCovariates([new("a", a)], treated, new MatchOptions { Caliper = 0.1 })
        );
    }

    [Fact]
    public void Matching_on_a_covariate_makes_it_alike()
    {
        var (treated, a, b) = Scene();
        var sample = NearestNeighbour.OfScores(a, treated, new MatchOptions { Caliper = 0.05 }).OrThrow();
        var table = Balance.Of([new("a", a), new("b", b)], sample).OrThrow();
        Math.Abs(table[0].After.StandardisedDifference!.Value).ShouldBeLessThan(0.05);
        var love = Balance.LovePlot(table);
        love[0].Name.ShouldBe("a");
        love[0].Before.ShouldBeGreaterThan(0.5);
        love[0].After.ShouldBe(Math.Abs(table[0].After.StandardisedDifference!.Value));
    }

    [Fact]
    public void The_distance_between_distributions_is_the_one_that_is_counted_out_also_below_nought_and_with_ties() =>
        Prop.ForAll(
                Scenes,
                x =>
                {
                    // from -9.5 to 9.5, every value more than once, and a nought with a minus sign
                    double[] values = [.. x.Select(v => v % 20 == 0 ? -0.0 : v % 20 - 9.5)];
                    bool[] treated = [.. x.Select(v => v < 20)];
                    var before = Balance
                        .Of([new("a", values)], NearestNeighbour.OfScores(values, treated).OrThrow())
                        .OrThrow()[0]
                        .Before;
                    double[] distances =
                    [
                        .. values.Distinct().Select(at => Math.Abs(Share(true, at) - Share(false, at))),
                    ];
                    return values.Distinct().Count() <= 2
                        || (
                            Math.Abs(before.LargestDistance - distances.Max()) < 1e-12
                            && Math.Abs(before.MeanDistance - distances.Average()) < 1e-12
                        );

                    double Share(bool of, double at) =>
                        values.Where((v, i) => treated[i] == of && v <= at).Count()
                        / (double)treated.Count(t => t == of);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Inverse_probabilities_of_being_seen_repair_what_went_missing_at_random()
    {
        var random = Xoshiro256.Stream(13, 4);
        const int N = 40_000;
        var outcomes = new double[N];
        var probability = new double[N];
        var seen = new bool[N];
        var treated = new bool[N];
        for (var i = 0; i < N; i++)
        {
            var x = random.Below(2);
            treated[i] = random.Below(2) == 1;
            outcomes[i] = x + (treated[i] ? 0.5 : 0) + random.Normal();
            // high outcomes are seen less, in the treated arm only
            probability[i] = x == 1 && treated[i] ? 0.3 : 0.9;
            seen[i] = random.Uniform() < probability[i];
        }

        var weights = PropensityWeights.Seen(probability, seen).OrThrow();
        var repaired = PropensityWeights.Difference(outcomes, treated, weights, 0.95).OrThrow();
        repaired.Value.ShouldBe(0.5, 4 * repaired.StandardError!.Value);
        double[] asSeen = [.. seen.Select(s => s ? 1.0 : 0)];
        PropensityWeights.Difference(outcomes, treated, asSeen, 0.95).OrThrow().Value.ShouldBeLessThan(0.35);
    }

    [Fact]
    public void What_cannot_be_matched_has_a_name()
    {
        bool[] treated = [true, false, false];
        Why(NearestNeighbour.OfScores([1, 2, 3], [true, true, true])).ShouldBe(Obstacle.EmptyGroup);
        Why(NearestNeighbour.OfScores([1, double.NaN, 3], treated)).ShouldBe(Obstacle.NotFinite);
        Why(NearestNeighbour.OfScores([1, 9, 9.5], treated, new MatchOptions { Caliper = 0.1 }))
            .ShouldBe(Obstacle.NothingMatched);
        Why(NearestNeighbour.OfScores([1, 9, 9.5], treated, new MatchOptions { Caliper = -1 }))
            .ShouldBe(Obstacle.ValueOutsideRange);
        Why(NearestNeighbour.OfScores([1, 2, 3], treated, new MatchOptions { Exact = [0, 1, 1] }))
            .ShouldBe(Obstacle.NothingMatched);
        Why(NearestNeighbour.OfCovariates([new("a", [2, 2, 2])], treated)).ShouldBe(Obstacle.NoVariation);
        Why(Stratification.Exact([0, 1, 1], treated)).ShouldBe(Obstacle.NothingMatched);
        Why(Stratification.Subclasses([0.1, 0.2, 0.3], [false, false, false], 2)).ShouldBe(Obstacle.EmptyGroup);
        Why(PropensityWeights.OnAll([0.5, 0, 0.2], treated)).ShouldBe(Obstacle.ProbabilityOutsideZeroToOne);
        Why(PropensityWeights.Difference([1, 2, 3], treated, [1, -1, 1], 0.95)).ShouldBe(Obstacle.NonPositiveWeight);
        Why(PropensityWeights.Difference([1, 2, 3], treated, [1, 0, 0], 0.95)).ShouldBe(Obstacle.EmptyGroup);
        Why(PropensityWeights.Scores(DesignMatrix.WithIntercept(4).With("x", [1, 2, 3, 4]), [false, false, true, true]))
            .ShouldBe(Obstacle.Separation);
        var sample = NearestNeighbour.OfScores([1, 2, 3], treated).OrThrow();
        sample.Warnings.ShouldBe([Warning.NotRandomised]);
        Why(Balance.Of([new("a", [1, 2, double.NaN])], sample)).ShouldBe(Obstacle.NotFinite);
        Should.Throw<ArgumentException>(() => NearestNeighbour.OfScores([1, 2], treated));
    }

    private static (bool[] Treated, double[] A, double[] B) Scene()
    {
        var random = Xoshiro256.Stream(13, 0);
        bool[] treated = [.. Enumerable.Range(0, 300).Select(i => i < 60)];
        double[] a = [.. treated.Select(t => random.Normal() + (t ? 0.8 : 0))];
        double[] b = [.. a.Select(x => 0.5 * x + random.Normal())];
        return (treated, a, b);
    }

    private static List<MatchedSet> Plain(
        double[] scores,
        bool[] treated,
        int[] strata,
        int ratio,
        double caliper,
        bool replacement
    )
    {
        var mean = scores.Average();
        var limit = caliper * Math.Sqrt(scores.Sum(s => (s - mean) * (s - mean)) / (scores.Length - 1));
        int[] units = [.. Enumerable.Range(0, scores.Length).Where(i => treated[i])];
        var chosen = units.ToDictionary(u => u, _ => new List<int>());
        var used = new HashSet<int>();
        for (var round = 0; round < ratio; round++)
        {
            foreach (var unit in units.OrderByDescending(u => scores[u]))
            {
                int? best = null;
                for (var c = 0; c < scores.Length && chosen[unit].Count == round; c++)
                {
                    if (
                        !treated[c]
                        && strata[c] == strata[unit]
                        && !used.Contains(c)
                        && !chosen[unit].Contains(c)
                        && (
                            best is null
                            || Math.Abs(scores[c] - scores[unit]) < Math.Abs(scores[best.Value] - scores[unit])
                        )
                    )
                    {
                        best = c;
                    }
                }

                if (best is { } found && Math.Abs(scores[found] - scores[unit]) <= limit)
                {
                    chosen[unit].Add(found);
                    if (!replacement)
                    {
                        used.Add(found);
                    }
                }
            }
        }

        return [.. units.Where(u => chosen[u].Count > 0).Select(u => new MatchedSet(u, chosen[u]))];
    }

    private static string Text(IEnumerable<MatchedSet> sets) =>
        string.Join(' ', sets.Select(set => $"{set.Treated}:{string.Join(',', set.Controls)}"));

    private static Obstacle? Why<T>(Answer<T> answer) => answer.Match(_ => default(Obstacle?), why => why);
}
