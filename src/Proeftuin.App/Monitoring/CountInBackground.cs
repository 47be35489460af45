// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.App.Monitoring;

/// <summary>Counts a large monitor outside the request, with progress; ends at the page that asked for it, which then opens at once.</summary>
public sealed class CountInBackground(Jobs jobs)
{
    public Task<Guid> Handle(MonitorQuery query, string address, Actor actor, CancellationToken ct) =>
        jobs.Start(
            actor,
            "cijfers tellen",
            async (services, progress, stop) =>
                (await services.GetRequiredService<CountMonitor>().Handle(query, actor, progress.Report, stop)).Map(_ =>
                    address
                ),
            ct
        );
}
