// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;

namespace Proeftuin.App.Exchange.Register;

/// <summary>Totals that the sender counted itself, to see whether the file is complete. Null is not given.</summary>
public sealed record ControlTotals(int? Households, int? Persons, int? Benefits)
{
    public static readonly ControlTotals None = new(null, null, null);
}

/// <summary>The most months of an earnings exemption that the act allows, with its article.</summary>
public sealed record ExemptionMonthLimit(RegisterField Field, int Months, Citation Citation);

/// <summary>With what a delivery is read: its reference date, today, the municipalities it may hold (the first one when the file has no such column; none means any), totals and limits.</summary>
public sealed record ReadingOptions
{
    public required DateOnly? ReferenceDate { get; init; }

    public required DateOnly Today { get; init; }

    public IReadOnlyList<string> Municipalities { get; init; } = [];

    public ControlTotals Totals { get; init; } = ControlTotals.None;

    public IReadOnlyList<ExemptionMonthLimit> ExemptionMonths { get; init; } = [];

    public ReadingLimits Limits { get; init; } = ReadingLimits.Default;
}
