// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.App.Settlement;

/// <summary>Reads a delivery of income outside the request, with progress; ends at what was accepted or at the defects.</summary>
public sealed class IncomeInBackground(Jobs jobs, Submission submission)
{
    public Task<Guid> Handle(ImportIncome.Command command, Actor actor, CancellationToken ct)
    {
        // The form's once-key goes along, so that a form sent twice is stored once.
        var key = submission.Key;
        return jobs.Start(
            actor,
            "inkomsten inlezen",
            async (services, progress, stop) =>
            {
                services.GetRequiredService<Submission>().Key = key;
                var outcome = await services
                    .GetRequiredService<ImportIncome>()
                    .Handle(command, actor, progress.Report, stop);
                if (outcome.Why is [IncomeHasDefects defects])
                {
                    var kept = await services
                        .GetRequiredService<RecordIncomeDefects>()
                        .Handle(defects.Reading, command, actor, stop);
                    return kept.Map(id => $"/verrekenen/inkomsten/meldingen/{id}");
                }

                return outcome.Map(accepted => $"/verrekenen/inkomsten/{accepted.DeliveryId}");
            },
            ct,
            key
        );
    }
}
