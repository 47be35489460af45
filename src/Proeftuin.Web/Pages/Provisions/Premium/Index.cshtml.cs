// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Provisions;
using Proeftuin.Core.Accountability;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Provisions.Premium;

/// <summary>One application for the premium, from application to payment.</summary>
[Requires(Permission.SeeProvisionCases)]
public sealed class IndexModel(SeePremium see) : PremiumPage(see);
