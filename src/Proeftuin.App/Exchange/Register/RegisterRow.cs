// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Identity;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Exchange.Register;

/// <summary>One person of a delivery, read and typed. Identity data (BSN, name, address) is in here until it goes to the identity store.</summary>
public sealed record RegisterRow
{
    public required int Line { get; init; }
    public required string Household { get; init; }
    public required int PersonNumber { get; init; }
    public required Bsn? Bsn { get; init; }
    public required string Name { get; init; }
    public string? Address { get; init; }
    public DateOnly? Born { get; init; }
    public HouseholdType Type { get; init; }
    public BenefitKind Benefit { get; init; }
    public DateOnly? BenefitSince { get; init; }
    public Answer ExemptArticle9Lid2 { get; init; }
    public Answer ExemptArticle9Lid5 { get; init; }
    public Answer ExemptArticle9a { get; init; }
    public Answer Wsnp { get; init; }
    public Answer Institution { get; init; }
    public int? CostSharers { get; init; }
    public int? ChildrenUnder12 { get; init; }
    public Answer MedicallyHoursLimited { get; init; }
    public Answer WageSubsidyTargetGroup { get; init; }
    public ExemptionMonthsUsed ExemptionMonths { get; init; } = ExemptionMonthsUsed.NotKnown;
    public string? CaseManager { get; init; }
    public Background Background { get; init; } = Background.NotKnown;
    public required string Municipality { get; init; }

    /// <summary>Everything the row says, in a fixed order and notation, whatever the file's column order, separator or date notation.</summary>
    public string CanonicalLine() =>
        string.Join(
            '\u001F',
            Household,
            Text(PersonNumber),
            Bsn?.Digits,
            Name,
            Address,
            Text(Born),
            Type,
            Benefit,
            Text(BenefitSince),
            ExemptArticle9Lid2,
            ExemptArticle9Lid5,
            ExemptArticle9a,
            Wsnp,
            Institution,
            Text(CostSharers),
            Text(ChildrenUnder12),
            MedicallyHoursLimited,
            WageSubsidyTargetGroup,
            Text(ExemptionMonths.N),
            Text(ExemptionMonths.R),
            Text(ExemptionMonths.Y),
            Text(ExemptionMonths.Z),
            CaseManager,
            Background.Sex,
            Background.Education,
            Text(Background.MonthsOnBenefit),
            Background.DistanceToWork,
            Municipality
        );

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "?";

    private static string Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "?";
}
