// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Exchange;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Monitoring;

/// <summary>Reads a delivery of facts outside the request, with progress; ends at what was accepted or at the defects.</summary>
public sealed class FactsInBackground(Jobs jobs, Submission submission)
{
    public Task<Guid> Handle(ImportFacts.Command command, Actor actor, CancellationToken ct) =>
        jobs.StartOnce(
            actor,
            "feiten inlezen",
            submission,
            async (services, progress, stop) =>
            {
                var outcome = await services
                    .GetRequiredService<ImportFacts>()
                    .Handle(command, actor, progress.Report, stop);
                if (outcome.Why is [FactsHaveDefects defects])
                {
                    var refused = new RefusedDelivery(
                        DeliveryKind.Facts,
                        Reason.Of($"Levering van feiten met fouten: {command.Source}").OrThrow(),
                        command.Source,
                        defects.Reading.Format,
                        Convert.ToHexStringLower(SHA256.HashData(command.File)),
                        defects.Reading.Defects
                    );
                    var kept = await services.GetRequiredService<RecordDefects>().Handle(refused, actor, stop);
                    return kept.Map(id => $"/feiten/meldingen/{id}");
                }

                return outcome.Map(accepted => $"/feiten/leveringen/{accepted.DeliveryId}");
            },
            ct
        );
}
