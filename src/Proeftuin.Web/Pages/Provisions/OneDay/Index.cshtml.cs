// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.OneDay;

/// <summary>One report of a desk with its clock.</summary>
[Requires(Permission.SeeProvisionCases)]
public sealed class IndexModel(SeeOneDay see) : OneDayPage(see);
