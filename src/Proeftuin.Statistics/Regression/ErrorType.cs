// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Regression;

/// <summary>How the uncertainty of coefficients is judged; names as in R's estimatr (se_type) and sandwich.</summary>
public enum ErrorType
{
    /// <summary>One variance for all rows.</summary>
    Classical,

    /// <summary>Each row its own variance: White (1980), without correction.</summary>
    HC0,

    /// <summary>HC0 times n/(n − k), as Stata's "robust".</summary>
    HC1,

    /// <summary>Squared residuals divided by 1 − leverage: MacKinnon, White (1985). For a randomised comparison this is Neyman's variance.</summary>
    HC2,

    /// <summary>Squared residuals divided by (1 − leverage)².</summary>
    HC3,

    /// <summary>Rows of one cluster may resemble each other: Liang, Zeger (1986), without correction.</summary>
    CR0,

    /// <summary>CR0 with the correction of Stata (estimatr's "stata"; sandwich's HC1 by cluster).</summary>
    CR1,

    /// <summary>The cluster form of HC2 with Satterthwaite degrees of freedom: Bell, McCaffrey (2002); Pustejovsky, Tipton (2018). Right with few clusters too.</summary>
    CR2,
}
