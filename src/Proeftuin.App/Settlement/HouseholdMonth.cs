// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>One household in one month with what stands before it and the choices it is settled by: a whole question to the settlement. Nothing of it is stored.</summary>
public sealed record HouseholdMonth(
    Month Month,
    SettledHousehold Household,
    SettlementState Before,
    MunicipalChoices Choices
)
{
    public Outcome<MonthlySettlement> Settle() =>
        MonthlySettlement.Of(Household, Month, Before, ShippedRules.With(Choices));
}
