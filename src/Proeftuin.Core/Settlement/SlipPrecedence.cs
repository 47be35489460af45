// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>What decides which of two statements about one payment holds: whether it is an estimate, and the day on the slip.</summary>
public readonly record struct SlipStanding(bool IsEstimate, DateOnly IssuedOn);

/// <summary>What a new statement about a payment does to the one that is known.</summary>
public enum SlipEffect
{
    /// <summary>It takes its place.</summary>
    Replaces,

    /// <summary>A better statement is known already.</summary>
    Outdated,

    /// <summary>Both have the same standing and say different things; nobody can choose but the source.</summary>
    Contradicts,
}

/// <summary>A real slip goes before an estimate, and a later slip before an earlier one. So the order in which they arrive makes no difference.</summary>
public static class SlipPrecedence
{
    public static SlipEffect Of(SlipStanding known, SlipStanding told) =>
        known == told ? SlipEffect.Contradicts
        : known.IsEstimate != told.IsEstimate ? (known.IsEstimate ? SlipEffect.Replaces : SlipEffect.Outdated)
        : told.IssuedOn > known.IssuedOn ? SlipEffect.Replaces
        : SlipEffect.Outdated;
}
