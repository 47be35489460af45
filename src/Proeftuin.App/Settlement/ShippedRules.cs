// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>The rules of a settlement as they travel with the program: parameters, state pension ages and the default municipal choices.</summary>
public static class ShippedRules
{
    private static readonly Lazy<StatePensionAge> Ages = new(StatePensionAgeFile.Shipped);

    /// <summary>The state pension age is asked as known at the end of the table, unless a day of knowing is given.</summary>
    public static SettlementRules With(MunicipalChoices choices, DateOnly? knownOn = null) =>
        new(ShippedParameters.Book, Ages.Value, choices, knownOn);

    public static SettlementRules Default => With(MunicipalChoicesFile.Defaults);
}
