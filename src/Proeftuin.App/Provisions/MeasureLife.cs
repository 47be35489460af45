// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Writes down a measurement on all areas of life: the first is the baseline, a later one a follow-up.</summary>
public sealed class MeasureLife(Work work, TimeProvider clock)
{
    /// <summary>A score per area, in the order of the protocol; null where nothing was typed.</summary>
    public sealed record Command(string Experiment, Guid Case, DateOnly On, IReadOnlyList<int?> Scores);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change<GuidanceRow>(
            new(Permission.GuideProvision, command.Experiment, "begeleiding.gemeten", "Meting op de leefgebieden"),
            command.Case,
            actor,
            async (db, scope, row) =>
            {
                var design = scope.Has(d => d.Guidance, "intensieve begeleiding");
                var areas = design.Then(d => d.Areas.OrRefuse("welke leefgebieden worden gemeten"));
                var highest = design.Then(d => d.HighestScore.OrRefuse("wat de hoogste score is"));
                if (areas is not Outcome<IReadOnlyList<NamedCode>>.Done { Value: var measured } || !highest.IsDone)
                {
                    return [.. areas.Why, .. highest.Why];
                }

                if (row.EndedOn is { } ended)
                {
                    return [new GuidanceEnded(ended)];
                }

                var earlier = await GuidanceLines.Of(db, measured, row.Id, ct);
                var judged = GuidanceProgress.Judge(
                    measured,
                    highest.OrThrow(),
                    earlier,
                    command.On,
                    command.Scores,
                    row.StartedOn,
                    clock.Today()
                );
                if (judged is Outcome<LifeMeasurement>.Done { Value: var measurement })
                {
                    db.Add(
                        new LifeMeasurementRow
                        {
                            GuidanceId = row.Id,
                            Line = ++row.Lines,
                            MunicipalityId = row.MunicipalityId,
                            ExperimentId = row.ExperimentId,
                            On = command.On,
                            Scores = GuidanceLines.Scores(measured, measurement),
                            RecordedAt = clock.GetUtcNow(),
                            RecordedBy = actor.AccountId,
                        }
                    );
                }

                return judged.Why;
            },
            ct
        );
}
