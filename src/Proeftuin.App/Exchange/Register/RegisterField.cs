// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Exchange.Register;

/// <summary>What a column of a delivery can hold.</summary>
public enum RegisterField
{
    Household,
    PersonNumber,
    Bsn,
    Name,
    Address,
    Born,
    HouseholdType,
    Benefit,
    BenefitSince,
    ExemptArticle9Lid2,
    ExemptArticle9Lid5,
    ExemptArticle9a,
    Wsnp,
    Institution,
    CostSharers,
    ChildrenUnder12,
    MedicallyHoursLimited,
    WageSubsidyTargetGroup,
    ExemptionMonthsN,
    ExemptionMonthsR,
    ExemptionMonthsY,
    ExemptionMonthsZ,
    CaseManager,
    Sex,
    Education,
    MonthsOnBenefit,
    DistanceToWork,
    Municipality,
}

/// <summary>One column as documented in docs/handleiding/register.md: its header, other headers that mean the same, and whether a delivery must have it.</summary>
public sealed record RegisterColumn(
    RegisterField Field,
    string Header,
    bool Required,
    string Explanation,
    params string[] Synonyms
);
