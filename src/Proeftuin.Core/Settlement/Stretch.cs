// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;

namespace Proeftuin.Core.Settlement;

/// <summary>Days of a month with a right to benefit in which the household stays the same: its type, and who belongs to it.</summary>
public sealed record Stretch(Period Days, HouseholdType Type, IReadOnlyList<string> Persons);

/// <summary>Two stretches of a household touch the same day, or one has no end while another follows.</summary>
public sealed record StretchesOverlap : Refusal
{
    public override string Message =>
        "Twee tijdvakken van dit huishouden vallen over elkaar heen. Geef elk tijdvak zijn eigen dagen.";
}

/// <summary>A stretch names somebody who does not belong to the household.</summary>
public sealed record StretchOfSomebodyElse : Refusal
{
    public override string Message =>
        "Een tijdvak noemt iemand die niet bij dit huishouden hoort. Kies alleen mensen van het huishouden.";
}
