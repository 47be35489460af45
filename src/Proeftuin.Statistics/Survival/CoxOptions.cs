// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>How events at the same time are counted in a Cox regression.</summary>
public enum CoxTies
{
    /// <summary>As if the tied events came in every order, on average; R's default. R: ties = "efron". Reference: Efron (1977), JASA 72:557-565.</summary>
    Efron,

    /// <summary>Every tied event sees the same people at risk. R: ties = "breslow". Reference: Breslow (1974), Biometrics 30:89-99.</summary>
    Breslow,

    /// <summary>Time is discrete: the probability of this set of events given how many there were. R: ties = "exact". Reference: Cox (1972); Gail, Lubin, Rubinstein (1981), Biometrika 68:703-707.</summary>
    Exact,
}

/// <summary>How a Cox regression is carried out.</summary>
public sealed record CoxOptions
{
    public CoxTies Ties { get; init; } = CoxTies.Efron;

    /// <summary>Stratum per row: each has its own baseline hazard. R: strata().</summary>
    public IReadOnlyList<int>? Strata { get; init; }

    /// <summary>Rows with the same number belong together for the robust errors: one person with several rows, one household. R: cluster.</summary>
    public IReadOnlyList<int>? Clusters { get; init; }

    /// <summary>True: Lin and Wei's robust errors; false: model-based; null: as R does it, robust when there are clusters or weights that are not whole numbers.</summary>
    public bool? Robust { get; init; }

    /// <summary>A part of the linear predictor whose coefficient is known to be one. R: offset().</summary>
    public IReadOnlyList<double>? Offset { get; init; }

    /// <summary>Names of the covariates, for the reader; numbered when omitted.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    public double Level { get; init; } = 0.95;
}
