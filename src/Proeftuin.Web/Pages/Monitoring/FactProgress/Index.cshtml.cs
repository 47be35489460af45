// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Monitoring.FactProgress;

/// <summary>How far the reading of a delivery of facts is.</summary>
[Requires(Permission.ImportFacts)]
public sealed class IndexModel(Jobs jobs) : JobPage(jobs);
