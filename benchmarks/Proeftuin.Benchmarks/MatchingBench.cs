// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Matching;
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Benchmarks;

/// <summary>400 participants matched with 400,000 others, and the balance of eight covariates. The peer is MatchIt 4.7.2, 2.41 s and 5.99 s on two Zen 3 cores as issue 4 states it; R is not on this machine, so no peer is run here. The goals are a fifteenth.</summary>
internal static class MatchingBench
{
    private const int Participants = 400;
    private const int Others = 400_000;

    public static async Task Measure(Bench bench)
    {
        await bench.Measure(
            "statistics: 400 matched with 400,000 on a score",
            TimeSpan.FromSeconds(2.41 / 15),
            Scene,
            scene => NearestNeighbour.OfScores(scene.Covariates[0].Values, scene.Treated).OrThrow()
        );
        await bench.Measure(
            "statistics: balance of eight covariates over 400,400",
            TimeSpan.FromSeconds(5.99 / 15),
            () =>
            {
                var (covariates, treated) = Scene();
                return (covariates, NearestNeighbour.OfScores(covariates[0].Values, treated).OrThrow());
            },
            scene => Balance.Of(scene.covariates, scene.Item2).OrThrow()
        );
        await bench.Measure(
            "statistics: 400 matched with 400,000 on eight covariates (Mahalanobis)",
            goal: null,
            Scene,
            scene => NearestNeighbour.OfCovariates(scene.Covariates, scene.Treated).OrThrow()
        );
    }

    private static (Covariate[] Covariates, bool[] Treated) Scene()
    {
        var random = Xoshiro256.Stream(13, 0);
        bool[] treated = [.. Enumerable.Range(0, Participants + Others).Select(i => i < Participants)];
        Covariate[] covariates =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(j => new Covariate($"x{j}", [.. treated.Select(t => random.Normal() + (t ? 0.5 : 0))])),
        ];
        return (covariates, treated);
    }
}
