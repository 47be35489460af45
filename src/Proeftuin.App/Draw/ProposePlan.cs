// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Draw;

/// <summary>The plan that the recorded protocol prescribes, to be checked before it is written.</summary>
public sealed class ProposePlan(Work work)
{
    /// <summary><paramref name="PlacesIn"/>: the arm for a lottery for places, empty for a cohort.</summary>
    public sealed record Query(string Experiment, int Year, int Number, string? PlacesIn);

    public Task<Outcome<DrawPlan>> Handle(Query query, Actor actor, CancellationToken ct) =>
        work.Look<DrawPlan>(
            actor,
            Permission.PlanDraw,
            async db =>
                (await RecordedProtocol.Latest(db, query.Experiment, ct)).Then(recorded =>
                    PlanFromProtocol
                        .Cohort(recorded.Protocol, query.Year, query.Number)
                        .Then(plan =>
                            string.IsNullOrEmpty(query.PlacesIn)
                                ? plan
                                : PlanFromProtocol.Places(recorded.Protocol, plan, query.PlacesIn)
                        )
                ),
            ct
        );

    /// <summary>The arms for whose places the protocol foresees a lottery.</summary>
    public Task<Outcome<IReadOnlyList<string>>> HandleArms(string experiment, Actor actor, CancellationToken ct) =>
        work.Look<IReadOnlyList<string>>(
            actor,
            Permission.PlanDraw,
            async db =>
                (await RecordedProtocol.Latest(db, experiment, ct)).Map(recorded =>
                    (IReadOnlyList<string>)[.. recorded.Protocol.Draw?.PlacesLotteries.Select(l => l.Arm) ?? []]
                ),
            ct
        );
}
