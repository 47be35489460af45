// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.Guidance;

/// <summary>The guidance of one person: areas of life and contacts.</summary>
[Requires(Permission.SeeProvisionCases)]
public sealed class IndexModel(SeeGuidance see) : GuidancePage(see);
