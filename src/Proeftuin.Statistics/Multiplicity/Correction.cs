// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Multiplicity;

/// <summary>How p-values are raised when several comparisons are made; names as in R's p.adjust.</summary>
public enum Correction
{
    /// <summary>R: "none". The p-values as they are.</summary>
    None,

    /// <summary>R: "bonferroni". Times the number of comparisons; always right, most cautious.</summary>
    Bonferroni,

    /// <summary>R: "holm". Bonferroni step by step; always right and never weaker than Bonferroni.</summary>
    Holm,

    /// <summary>R: "hochberg". For independent or positively dependent tests.</summary>
    Hochberg,

    /// <summary>R: "hommel". For independent or positively dependent tests; never weaker than Hochberg.</summary>
    Hommel,

    /// <summary>R: "BH" or "fdr". Keeps the expected share of false findings in hand instead of the chance of any.</summary>
    BenjaminiHochberg,

    /// <summary>R: "BY". As BH, for any dependence between the tests.</summary>
    BenjaminiYekutieli,

    /// <summary>1 − (1 − p)^m: exact when the tests are independent.</summary>
    Sidak,

    /// <summary>Šidák step by step.</summary>
    HolmSidak,
}
