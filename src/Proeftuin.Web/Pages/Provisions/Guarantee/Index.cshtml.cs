// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.Guarantee;

/// <summary>One return guarantee with its term and what happened.</summary>
[Requires(Permission.SeeProvisionCases)]
public sealed class IndexModel(SeeGuarantee see) : GuaranteePage(see);
