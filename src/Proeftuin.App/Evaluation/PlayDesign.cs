// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Sizing;

namespace Proeftuin.App.Evaluation;

/// <summary>Plays the design of an experiment of the own municipality: ten true differences and none, each a thousand times.</summary>
public sealed class PlayDesign(Work work)
{
    public const int Replicates = 1000;

    /// <summary>No difference first: how often chance alone looks like an effect.</summary>
    private static readonly decimal[] AllDifferences = [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20];

    /// <summary>The differences that are possible with what is expected.</summary>
    internal static IReadOnlyList<decimal> Differences(PowerPlan plan) =>
        [.. AllDifferences.Where(d => plan.Expected + d <= 100)];

    public sealed record Query(string Slug, PowerPlan Plan);

    public sealed record View(
        string Name,
        PlayedDesign Design,
        IReadOnlyList<PlayedDifference> Played,
        bool UsesDemoValues
    );

    public Task<Outcome<View>> Handle(Query query, Actor actor, CancellationToken ct) =>
        work.Look(
            actor,
            Permission.SeeExperiments,
            async db =>
                (await RecordedProtocol.Latest(db, query.Slug, ct)).Then(recorded =>
                    Of(recorded.Protocol, query.Plan, ct)
                ),
            ct
        );

    /// <summary>Stops between two differences when nobody waits for the answer any more.</summary>
    public static Outcome<View> Of(
        Protocol protocol,
        PowerPlan plan,
        CancellationToken ct,
        IProgress<long>? progress = null,
        int replicates = Replicates
    ) =>
        plan.Checked()
            .Then(_ => PlayedDesign.Of(protocol))
            .Then(design =>
            {
                var played = new List<PlayedDifference>();
                foreach (var difference in Differences(plan))
                {
                    ct.ThrowIfCancellationRequested();
                    var one = design.Play(plan, difference, replicates);
                    if (one is not Outcome<PlayedDifference>.Done { Value: var line })
                    {
                        return new Outcome<View>.Refused(one.Why);
                    }

                    played.Add(line);
                    progress?.Report(played.Count);
                }

                return (Outcome<View>)new View(protocol.Name, design, played, UsesDemoValues(protocol));
            });

    internal static bool UsesDemoValues(Protocol protocol) =>
        protocol.DemoValues.Any(d => d.Key.StartsWith("loting", StringComparison.Ordinal));

    /// <summary>How many differences are played for this plan: the total of a progress bar.</summary>
    public static int Steps(PowerPlan plan) => Differences(plan).Count;
}
