// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Monitoring.Counting;

/// <summary>How far the counting of a large monitor is.</summary>
[Requires(Permission.SeeMonitor)]
public sealed class IndexModel(Jobs jobs) : JobPage(jobs)
{
    [FromRoute(Name = "experiment")]
    public string Experiment { get; set; } = "";
}
