// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Exchange;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Settlement;

/// <summary>Reads a delivery of income outside the request, with progress; ends at what was accepted or at the defects.</summary>
public sealed class IncomeInBackground(Jobs jobs, Submission submission)
{
    public Task<Guid> Handle(ImportIncome.Command command, Actor actor, CancellationToken ct) =>
        jobs.StartOnce(
            actor,
            "inkomsten inlezen",
            submission,
            async (services, progress, stop) =>
            {
                var outcome = await services
                    .GetRequiredService<ImportIncome>()
                    .Handle(command, actor, progress.Report, stop);
                if (outcome.Why is [IncomeHasDefects defects])
                {
                    var refused = new RefusedDelivery(
                        DeliveryKind.Income,
                        Reason.Of($"Levering van inkomsten met fouten: {command.Source}").OrThrow(),
                        command.Source,
                        defects.Reading.Format,
                        Convert.ToHexStringLower(SHA256.HashData(command.File)),
                        defects.Reading.Defects
                    );
                    var kept = await services.GetRequiredService<RecordDefects>().Handle(refused, actor, stop);
                    return kept.Map(id => $"/verrekenen/inkomsten/meldingen/{id}");
                }

                return outcome.Map(accepted => $"/verrekenen/inkomsten/{accepted.DeliveryId}");
            },
            ct
        );
}
