// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Power;

/// <summary>What a plan assumes besides sizes and effect. The formulas count whoever is left and whatever effect is left.</summary>
public sealed record Planning
{
    /// <summary>The chance of a false finding that is accepted.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Two-sided, or one-sided in the direction of the effect (either of the other two).</summary>
    public Alternative Alternative { get; init; } = Alternative.TwoSided;

    /// <summary>Comparisons that share the level: alpha is divided by this number (Bonferroni).</summary>
    public int Comparisons { get; init; } = 1;

    /// <summary>The part of an arm that really takes part; who does not, has no effect, and stays in the analysis.</summary>
    public double TakeUp { get; init; } = 1;

    /// <summary>The part whose outcome will be missing.</summary>
    public double DropOut { get; init; }

    /// <summary>People per cluster when whole clusters are drawn.</summary>
    public double ClusterSize { get; init; } = 1;

    /// <summary>How much people of one cluster resemble each other (intraclass correlation).</summary>
    public double Icc { get; init; }

    /// <summary>How many times as many people are needed because clusters are drawn: 1 + (m − 1)·icc. Reference: Kish (1965), Survey Sampling.</summary>
    public double DesignEffect => 1 + (ClusterSize - 1) * Icc;

    internal double Level => Alpha / Comparisons;

    internal double Tail => Alternative == Alternative.TwoSided ? Level / 2 : Level;

    internal bool TwoSided => Alternative == Alternative.TwoSided;

    internal Obstacle? Check() =>
        !Confidence.IsLevel(Alpha) ? Obstacle.LevelOutsideZeroToOne
        : Comparisons < 1 || !(ClusterSize >= 1) || !double.IsFinite(ClusterSize) ? Obstacle.TooFewUnits
        : !(TakeUp is > 0 and <= 1) || !(DropOut is >= 0 and < 1) || !(Icc is >= 0 and <= 1)
            ? Obstacle.ProbabilityOutsideZeroToOne
        : null;
}

/// <summary>Power, size and effect that belong together.</summary>
public sealed record PlannedPower
{
    /// <summary>The chance of finding the effect.</summary>
    public required double Power { get; init; }

    /// <summary>What the formula counts: people in the first group, people in all, or events. Not rounded.</summary>
    public required double Size { get; init; }

    /// <summary>The effect on the scale of the formula.</summary>
    public required double Effect { get; init; }

    public required double Alpha { get; init; }

    public required Method Method { get; init; }

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];
}
