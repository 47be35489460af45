// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>When people are asked to join: after their lot fell (Groningen, Wageningen) or before it.</summary>
public enum ConsentMoment
{
    AfterTheLot,
    BeforeTheLot,
}

/// <summary>How lots are drawn, in stages: a sample, a division over the arms, a lottery where an arm has more enrolments than places, and cohorts of new entrants.</summary>
public sealed record DrawDesign
{
    /// <summary>How many units the target group has, as the source expects it.</summary>
    public required Knowable<int> Population { get; init; }

    /// <summary>How many are sampled from the target group; null when everyone in the target group gets a lot.</summary>
    public required Knowable<int>? Sample { get; init; }
    public required Knowable<Assignment> Assignment { get; init; }

    /// <summary>Characteristics by which the division is stratified; empty when it is not.</summary>
    public required Knowable<IReadOnlyList<string>> Strata { get; init; }
    public required IReadOnlyList<PlacesLottery> PlacesLotteries { get; init; }
    public required MonthlyCohorts? Cohorts { get; init; }
    public required ConsentMoment Consent { get; init; }
    public required string ConductedBy { get; init; }
    public required string? Source { get; init; }
}

/// <summary>The division over the arms: by exact sizes or by weights, in the order of the protocol. Never both.</summary>
public abstract record Assignment
{
    private Assignment() { }

    public sealed record BySize(IReadOnlyList<ArmShare> Sizes) : Assignment
    {
        public int Total => Sizes.Sum(s => s.Number);
    }

    public sealed record ByWeight(IReadOnlyList<ArmShare> Weights) : Assignment;

    public TResult Match<TResult>(Func<BySize, TResult> bySize, Func<ByWeight, TResult> byWeight) =>
        this switch
        {
            BySize s => bySize(s),
            ByWeight w => byWeight(w),
            _ => throw new InvalidOperationException("A division is by size or by weight."),
        };
}

/// <summary>An arm with its size in units, or its weight.</summary>
public sealed record ArmShare(string Arm, int Number);

/// <summary>When more people enrol in an arm than it has places, lots decide; the rest wait in order.</summary>
public sealed record PlacesLottery(string Arm, int Maximum);

/// <summary>New entrants are drawn month by month, each month a draw of its own.</summary>
public sealed record MonthlyCohorts(Knowable<Month> First, Knowable<Month> Last, string Description);
