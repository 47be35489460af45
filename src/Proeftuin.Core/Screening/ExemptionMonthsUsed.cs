// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>Months of each earnings exemption (art. 31 lid 2 onder n, r, y, and z or aa) already used. Null means not known and is never read as zero.</summary>
public sealed record ExemptionMonthsUsed(int? N, int? R, int? Y, int? Z)
{
    public static readonly ExemptionMonthsUsed NotKnown = new(null, null, null, null);
}
