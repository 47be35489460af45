// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Exchange;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Screening;

/// <summary>Reads a delivery outside the request, with progress. The delivery stays in memory: it is never put on a disk in plain text. Ends at the accepted register or at its defect report.</summary>
public sealed class ImportInBackground(Jobs jobs, Submission submission)
{
    public Task<Guid> Handle(ImportRegister.Command command, Actor actor, CancellationToken ct) =>
        jobs.StartOnce(
            actor,
            "register inlezen",
            submission,
            async (services, progress, stop) =>
            {
                var outcome = await services
                    .GetRequiredService<ImportRegister>()
                    .Handle(command, actor, progress.Report, stop);
                if (outcome.Why is [DeliveryHasDefects defects])
                {
                    var kept = await services
                        .GetRequiredService<RecordDefects>()
                        .Handle(Refused(defects.Reading, command.ReferenceDate, command.Source), actor, stop);
                    return kept.Map(id => $"/register/meldingen/{id}");
                }

                return outcome.Map(accepted => $"/register/{accepted.SnapshotId}");
            },
            ct
        );

    internal static RefusedDelivery Refused(RegisterReading reading, DateOnly? referenceDate, string source) =>
        new(
            DeliveryKind.Register,
            Reason.Of("De levering had fouten; er is niets van opgeslagen").OrThrow(),
            source,
            reading.Format,
            reading.FileSha256,
            reading.Defects,
            referenceDate
        );
}
