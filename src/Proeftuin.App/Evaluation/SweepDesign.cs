// SPDX-License-Identifier: EUPL-1.2
using System.Collections.Concurrent;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Sizing;

namespace Proeftuin.App.Evaluation;

/// <summary>Plays an experiment's own design over a grid of sizes and differences, in the background, with progress; nothing is stored, because the same question gives the same answer.</summary>
public sealed class SweepDesign(Work work, Jobs jobs, Submission submission)
{
    public const string JobKind = "raster naspelen";
    private const int MostKnown = 16;
    private const int Fewest = 100;
    private const int Most = 10_000;

    private static readonly ConcurrentDictionary<string, View> Known = new(StringComparer.Ordinal);

    /// <summary>What is played: the experiment, what is expected, and how often each square.</summary>
    public sealed record Query(string Slug, PowerPlan Plan, int Replicates);

    public sealed record View(string Name, PlayedGrid Grid, PlayedDesign Design, bool UsesDemoValues);

    /// <summary>What will be played, and its outcome when it has been played on this node.</summary>
    public Task<Outcome<(string Name, PlayedDesign Design, View? Played)>> Handle(
        Query query,
        Actor actor,
        CancellationToken ct
    ) =>
        work.Look<(string, PlayedDesign, View?)>(
            actor,
            Permission.SeeExperiments,
            async db =>
                (await RecordedProtocol.Latest(db, query.Slug, ct)).Then(recorded =>
                    Checked(recorded.Protocol, query.Plan, query.Replicates)
                        .Map(design =>
                            (recorded.Protocol.Name, design, Known.GetValueOrDefault(Key(recorded.Sha256, query)))
                        )
                ),
            ct
        );

    /// <summary>Starts playing and returns the job; it ends at <paramref name="address"/>.</summary>
    public async Task<Outcome<Guid>> Start(Query query, string address, Actor actor, CancellationToken ct)
    {
        var found = await work.Look<(RecordedProtocol, PlayedDesign)>(
            actor,
            Permission.SeeExperiments,
            async db =>
                (await RecordedProtocol.Latest(db, query.Slug, ct)).Then(recorded =>
                    Checked(recorded.Protocol, query.Plan, query.Replicates).Map(design => (recorded, design))
                ),
            ct
        );
        if (found is not Outcome<(RecordedProtocol, PlayedDesign)>.Done { Value: var (recorded, _) })
        {
            return new Outcome<Guid>.Refused(found.Why);
        }

        return await jobs.StartOnce(
            actor,
            JobKind,
            submission,
            (_, progress, stop) =>
                Task.FromResult(
                    Of(
                            recorded.Protocol,
                            query.Plan,
                            query.Replicates,
                            (done, all) =>
                            {
                                progress.Report(
                                    done,
                                    all,
                                    $"{Dutch.Count(done)} van {Dutch.Count(all)} vakken gespeeld"
                                );
                                stop.ThrowIfCancellationRequested();
                            }
                        )
                        .Map(view =>
                        {
                            if (Known.Count >= MostKnown)
                            {
                                Known.Clear();
                            }

                            Known[Key(recorded.Sha256, query)] = view;
                            return address;
                        })
                ),
            ct
        );
    }

    /// <summary>Plays the grid; <paramref name="between"/> hears how many squares of how many are done, and may stop the work.</summary>
    public static Outcome<View> Of(Protocol protocol, PowerPlan plan, int replicates, Action<int, int> between)
    {
        var differences = PlayDesign.Differences(plan);
        return Checked(protocol, plan, replicates)
            .Then(design =>
                PlayedGrid
                    .Of(design, plan, differences, replicates, done => between(done, PlayedGrid.Squares(differences)))
                    .Map(grid => new View(protocol.Name, grid, design, PlayDesign.UsesDemoValues(protocol)))
            );
    }

    public static int Steps(PowerPlan plan) => PlayedGrid.Squares(PlayDesign.Differences(plan));

    private static Outcome<PlayedDesign> Checked(Protocol protocol, PowerPlan plan, int replicates) =>
        replicates is < Fewest or > Most
            ? new PowerNumberOutside("Hoe vaak", $"moet liggen tussen {Dutch.Count(Fewest)} en {Dutch.Count(Most)}")
            : plan.Checked().Then(_ => PlayedDesign.Of(protocol));

    private static string Key(string protocolSha256, Query query) => $"{protocolSha256}/{query}";
}
