// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Regression;

/// <summary>The choices of a regression of a yes/no outcome.</summary>
public sealed record LogisticOptions
{
    public Link Link { get; init; } = Link.Logit;

    /// <summary>Null chooses the model's own errors (R's glm), or CR1 when clusters are given. CR1 multiplies by J/(J − 1) only, as sandwich's vcovCL does for glm and as Stata's logit. CR2 does not exist here.</summary>
    public ErrorType? Errors { get; init; }

    /// <summary>One positive weight per row: how many units it stands for; null for one each.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>The number of the cluster of each row; needed for CR0 and CR1.</summary>
    public IReadOnlyList<int>? Clusters { get; init; }

    public double Level { get; init; } = 0.95;

    internal ErrorType Chosen => Errors ?? (Clusters is null ? ErrorType.Classical : ErrorType.CR1);
}
