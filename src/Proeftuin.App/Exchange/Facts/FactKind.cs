// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Exchange.Facts;

/// <summary>What a delivery of facts is about.</summary>
public enum FactKind
{
    /// <summary>Exits from benefit and returns.</summary>
    Benefit,

    /// <summary>Net earnings per month that have to be settled.</summary>
    Earnings,

    /// <summary>Jobs, for the national definition of an exit to work.</summary>
    Jobs,

    /// <summary>Goals of participants, at the start and at each review.</summary>
    Goals,
}
