// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>How people call the kinds of income.</summary>
public static class IncomeWords
{
    public static string Name(IncomeKind kind) =>
        kind switch
        {
            IncomeKind.Wage => "Loon",
            IncomeKind.SickPay => "Loon tijdens ziekte",
            IncomeKind.MaternityBenefit => "Uitkering bij zwangerschap en bevalling",
            IncomeKind.InternshipPay => "Stagevergoeding",
            IncomeKind.Severance => "Ontslagvergoeding",
            IncomeKind.Alimony => "Alimentatie",
            IncomeKind.SicknessBenefit => "Ziektewetuitkering",
            IncomeKind.SurvivorsBenefit => "Anw-uitkering",
            IncomeKind.Other => "Ander inkomen",
        };
}
