// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>The last day of a decision, and the states of an application as people read them.</summary>
public static class ProvisionDeadlines
{
    public static DateOnly? Of(ExitPremiumRow row) =>
        DecisionTerms.DecideBy(ShippedParameters.Book, row.AppliedOn).Match(day => (DateOnly?)day, _ => null);

    public static string Dutch(this PremiumState state) =>
        state switch
        {
            PremiumState.Applied => "aangevraagd",
            PremiumState.Granted => "toegekend, nog niet betaald",
            PremiumState.Rejected => "afgewezen",
            PremiumState.Paid => "betaald",
            PremiumState.Withdrawn => "ingetrokken",
        };
}
