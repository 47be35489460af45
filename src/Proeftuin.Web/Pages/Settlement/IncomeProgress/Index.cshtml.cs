// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;
using Proeftuin.Web.Pages.Monitoring;

namespace Proeftuin.Web.Pages.Settlement.IncomeProgress;

/// <summary>How far the reading of income, or the settling of a month, is.</summary>
[Requires(Permission.SettleMonths)]
public sealed class IndexModel(Jobs jobs) : JobPage(jobs);
