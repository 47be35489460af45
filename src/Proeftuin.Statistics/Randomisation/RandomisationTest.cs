// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Randomisation;

/// <summary>The outcome of a randomisation test: the observed statistic against all, or many, draws that the declared design could have given.</summary>
public sealed record RandomisationTest
{
    public required double Observed { get; init; }

    /// <summary>The p-value for the alternative that was asked. Exact when everything was enumerated, else (1 + b)/(1 + B).</summary>
    public required double P { get; init; }

    /// <summary>The chance of a statistic at least as high.</summary>
    public required double PGreater { get; init; }

    /// <summary>The chance of a statistic at least as low.</summary>
    public required double PLess { get; init; }

    /// <summary>The standard error of <see cref="P"/> because only some draws were looked at; null when it is exact.</summary>
    public double? MonteCarloError { get; init; }

    /// <summary>Draws behind the p-value: all assignments when exact, otherwise B.</summary>
    public required double Draws { get; init; }

    /// <summary>Units that took part in the comparison.</summary>
    public required long N { get; init; }

    public required NullDistribution Null { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    public bool IsExact => MonteCarloError is null;
}

/// <summary>How to redraw. The same seed gives the same answer on any machine and any number of threads.</summary>
public sealed record Redrawing
{
    /// <summary>Enumerate all assignments when there are at most this many; 0 never enumerates.</summary>
    public long ExactUpTo { get; init; } = 200_000;

    /// <summary>Draws when there are more.</summary>
    public int Draws { get; init; } = 10_000;

    public ulong Seed { get; init; } = 1;

    public Alternative Alternative { get; init; } = Alternative.TwoSided;
}
