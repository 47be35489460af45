// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Storage;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design;

/// <summary>Makes the row of one version of a protocol.</summary>
internal static class ProtocolVersions
{
    public static ProtocolVersionRow Of(
        ExperimentRow experiment,
        int number,
        ProtocolText text,
        Protocol protocol,
        DateTimeOffset at,
        Amendment? amendment
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = experiment.MunicipalityId,
            ExperimentId = experiment.Id,
            Number = number,
            Text = text.Yaml,
            OverlayText = text.Overlay,
            Sha256 = text.Sha256,
            AnalysisPlanText = text.AnalysisPlan,
            AnalysisPlanSha256 = protocol.AnalysisPlan?.Sha256,
            RecordedAt = at,
            AmendmentReason = amendment?.AsText,
        };
}
