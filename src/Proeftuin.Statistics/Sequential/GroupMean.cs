// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Proportions;

namespace Proeftuin.Statistics.Sequential;

/// <summary>What a dashboard knows of a group: its size, its mean and the variance of one unit.</summary>
public readonly record struct GroupMean(long Size, double Mean, double Variance)
{
    /// <summary>A share: variance p(1 − p).</summary>
    public static GroupMean Of(Proportion share) => new(share.Size, share.Value, share.Value * (1 - share.Value));

    /// <summary>Measured values: variance with n − 1.</summary>
    public static GroupMean Of(IReadOnlyList<double> values)
    {
        double mean = 0;
        double squares = 0;
        for (var i = 0; i < values.Count; i++)
        {
            var before = values[i] - mean;
            mean += before / (i + 1);
            squares += before * (values[i] - mean);
        }

        return new GroupMean(values.Count, mean, values.Count > 1 ? squares / (values.Count - 1) : 0);
    }
}

/// <summary>On which scale groups are compared.</summary>
public enum DifferenceScale
{
    /// <summary>First mean minus second.</summary>
    Absolute,

    /// <summary>That difference as a part of the second mean, with the error of the delta method.</summary>
    Relative,
}
