// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Screening;

/// <summary>Takes the screening rules out of a protocol. Refuses a protocol whose source does not state the exclusions, the unit or the run.</summary>
public static class ProtocolRules
{
    /// <summary>The rules as they held on <paramref name="knownOn"/>: an extension counts from the day on which the longer run was allowed.</summary>
    public static Outcome<ScreeningRules> Of(Protocol protocol, DateOnly knownOn) =>
        protocol
            .Exclusions.Match(
                grounds => new Outcome<IReadOnlyList<ExclusionGround>>.Done(grounds),
                unknown => (Outcome<IReadOnlyList<ExclusionGround>>)new ExclusionsUnknown(unknown.Source, unknown.Why)
            )
            .Then(grounds =>
                protocol
                    .Unit.OrRefuse("of per huishouden of per persoon wordt geloot")
                    .Then(unit =>
                        protocol
                            .Run.OrRefuse("wanneer het experiment loopt")
                            .Then(run => ScreeningRules.Of(unit, grounds, RunAsKnown(run, knownOn)))
                    )
            );

    private static Period RunAsKnown(ExperimentPeriod run, DateOnly knownOn) =>
        run.Extension is { } extension && extension.AllowedFrom <= knownOn ? run.Whole : run.Planned;
}
