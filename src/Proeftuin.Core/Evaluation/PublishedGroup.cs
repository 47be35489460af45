// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation;

/// <summary>What a group is in a published table: an experiment arm, the control arm, a group drawn to be left alone (all three by lot), or people who were never drawn.</summary>
public enum GroupRole
{
    Arm,
    Control,
    Reference,
    NotRandomised,
}

/// <summary>One row of a published table: how many are in the denominator, how many left for work, and how many of those did not come back. What was not published is null.</summary>
public sealed record PublishedGroup
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required GroupRole Role { get; init; }

    /// <summary>The published denominator, in persons.</summary>
    public required long Size { get; init; }

    /// <summary>Exits to work as registered.</summary>
    public required long Gross { get; init; }

    /// <summary>Exits to work, less those who came back on benefit.</summary>
    public required long Net { get; init; }

    /// <summary>How many the lot assigned to this group, whether they took part or not.</summary>
    public long? Drawn { get; init; }

    public long? Started { get; init; }

    public long? Stopped { get; init; }

    /// <summary>People of this group who are not in <see cref="Size"/> because their outcome is not known, such as those whose data were withdrawn.</summary>
    public long? Missing { get; init; }

    /// <summary>Exits from benefit for whatever reason.</summary>
    public long? ExitedAll { get; init; }

    public long? OnBenefitAtEnd { get; init; }

    /// <summary>The name under which this group is also taken together with others; null when it is not.</summary>
    public string? Pool { get; init; }

    public bool Randomised => Role is not GroupRole.NotRandomised;

    /// <summary>How many outcomes the percentages leave out: the missing ones where they are counted, otherwise those who stopped.</summary>
    internal long? LeftOut => Missing ?? Stopped;

    internal long Exits(ExitMeasure measure) =>
        measure switch
        {
            ExitMeasure.Gross => Gross,
            ExitMeasure.Net => Net,
        };
}

/// <summary>The two ways in which exits to work are counted.</summary>
public enum ExitMeasure
{
    /// <summary>Every exit to work that was registered.</summary>
    Gross,

    /// <summary>Exits to work less re-entry: who came back on benefit does not count.</summary>
    Net,
}
