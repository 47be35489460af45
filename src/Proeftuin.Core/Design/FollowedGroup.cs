// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>Somebody's place in the experiment when data about them are used.</summary>
public enum FollowedAs
{
    Participant,

    /// <summary>Drawn, and said no or nothing.</summary>
    Decliner,

    /// <summary>Took part and stopped.</summary>
    Stopped,

    /// <summary>Never approached.</summary>
    Reference,
}

/// <summary>Why and on which basis a group is followed, how people hear of it, how long data are kept, and how they can object.</summary>
public sealed record FollowedGroup
{
    public required FollowedAs Who { get; init; }
    public required Knowable<string> Purpose { get; init; }
    public required Knowable<string> Basis { get; init; }
    public required Knowable<string> Notice { get; init; }
    public required Knowable<string> Retention { get; init; }
    public required Knowable<string> Objection { get; init; }
    public required string? Source { get; init; }
}
