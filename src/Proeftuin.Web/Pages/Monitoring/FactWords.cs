// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Facts;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.Web.Pages.Monitoring;

/// <summary>How facts are called on the screen.</summary>
public static class FactWords
{
    public static string Name(FactKind kind) =>
        kind switch
        {
            FactKind.Benefit => "Uitstroom en herinstroom",
            FactKind.Earnings => "Inkomsten",
            FactKind.Jobs => "Banen",
            FactKind.Goals => "Doelen",
        };

    public static string Name(BenefitTurn turn) =>
        turn switch
        {
            BenefitTurn.Exit => "Uitstroom",
            BenefitTurn.Reentry => "Herinstroom",
        };
}
