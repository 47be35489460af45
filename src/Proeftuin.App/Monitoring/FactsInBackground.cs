// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.App.Monitoring;

/// <summary>Reads a delivery of facts outside the request, with progress; ends at what was accepted or at the defects.</summary>
public sealed class FactsInBackground(Jobs jobs, Submission submission)
{
    public Task<Guid> Handle(ImportFacts.Command command, Actor actor, CancellationToken ct)
    {
        // The form's once-key goes along, so that a form sent twice is stored once.
        var key = submission.Key;
        return jobs.Start(
            actor,
            "feiten inlezen",
            async (services, progress, stop) =>
            {
                services.GetRequiredService<Submission>().Key = key;
                var outcome = await services
                    .GetRequiredService<ImportFacts>()
                    .Handle(command, actor, progress.Report, stop);
                if (outcome.Why is [FactsHaveDefects defects])
                {
                    var kept = await services
                        .GetRequiredService<RecordFactDefects>()
                        .Handle(defects.Reading, command, actor, stop);
                    return kept.Map(id => $"/feiten/meldingen/{id}");
                }

                return outcome.Map(accepted => $"/feiten/leveringen/{accepted.DeliveryId}");
            },
            ct,
            key
        );
    }
}
