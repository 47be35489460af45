// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.App.Screening;

/// <summary>Reads a delivery outside the request, with progress. The delivery stays in memory: it is never put on a disk in plain text. Ends at the accepted register or at its defect report.</summary>
public sealed class ImportInBackground(Jobs jobs, Submission submission)
{
    public Task<Guid> Handle(ImportRegister.Command command, Actor actor, CancellationToken ct)
    {
        // A form sent twice finds the job of the first time, and the key goes along to what the job stores.
        var key = submission.Key;
        return jobs.Start(
            actor,
            "register inlezen",
            async (services, progress, stop) =>
            {
                services.GetRequiredService<Submission>().Key = key;
                var outcome = await services
                    .GetRequiredService<ImportRegister>()
                    .Handle(command, actor, progress.Report, stop);
                return outcome.Why is [DeliveryHasDefects defects]
                    ? await services
                        .GetRequiredService<RecordDefects>()
                        .Handle(defects.Reading, command.ReferenceDate, command.Source, actor, stop)
                        .Then(id => $"/register/meldingen/{id}")
                    : outcome.Map(accepted => $"/register/{accepted.SnapshotId}");
            },
            ct,
            key
        );
    }
}

file static class Later
{
    public static async Task<Outcome<TNext>> Then<T, TNext>(this Task<Outcome<T>> outcome, Func<T, TNext> map) =>
        (await outcome).Map(map);
}
