// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Regression;

/// <summary>The choices of a linear regression. Without further word: HC2, or CR2 when clusters are given, as in R's lm_robust.</summary>
public sealed record OlsOptions
{
    /// <summary>Null chooses HC2, or CR2 with clusters.</summary>
    public ErrorType? Errors { get; init; }

    /// <summary>One positive weight per row; null for equal weights.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>The number of the cluster of each row (household, municipality); needed for CR0, CR1 and CR2.</summary>
    public IReadOnlyList<int>? Clusters { get; init; }

    /// <summary>The level of the intervals.</summary>
    public double Level { get; init; } = 0.95;

    internal ErrorType Chosen => Errors ?? (Clusters is null ? ErrorType.HC2 : ErrorType.CR2);
}
