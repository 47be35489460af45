// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Participation;

/// <summary>The lot somebody drew and what the protocol says about it: whether the arm is approached, may choose, has limited places, and when the experiment ends.</summary>
public sealed record Lot
{
    public required string Arm { get; init; }

    public required DateOnly DrawnOn { get; init; }

    /// <summary>False for the reference arm: nobody writes to it.</summary>
    public required bool Approached { get; init; }

    /// <summary>Codes of the arms to choose from; empty in every arm but a free-choice one.</summary>
    public required IReadOnlyList<string> ChoiceOf { get; init; }

    public required ChoiceChange Change { get; init; }

    /// <summary>Whether people enrol before the lot falls (Oss).</summary>
    public required bool EnrolBeforeTheLot { get; init; }

    /// <summary>The number of places where the protocol draws lots for them; null when everyone who consents can start.</summary>
    public required int? Places { get; init; }

    /// <summary>The first day after the experiment; null when the protocol does not say.</summary>
    public required DateOnly? RunsBefore { get; init; }

    public static Lot Of(Protocol protocol, string arm, DateOnly drawnOn)
    {
        var drawn = protocol.ArmOf(arm);
        return new Lot
        {
            Arm = arm,
            DrawnOn = drawnOn,
            Approached = drawn.Approached && drawn.TakesPart,
            ChoiceOf = drawn.ChoiceOf,
            Change =
                drawn.MayChangeChoice?.Match(when => when, _ => ChoiceChange.BeforeStart) ?? ChoiceChange.BeforeStart,
            EnrolBeforeTheLot = protocol.EnrolBeforeTheLot,
            Places = protocol
                .Draw?.PlacesLotteries.FirstOrDefault(p => string.Equals(p.Arm, arm, StringComparison.Ordinal))
                ?.Maximum,
            RunsBefore = protocol.Run.Match(run => (DateOnly?)run.Before, _ => null),
        };
    }
}
