// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;

namespace Proeftuin.App.Monitoring;

/// <summary>Which monitor is asked for: the experiment, the count date (null: the protocol's, else the last day of the experiment, or today when that has yet to come), the day whose knowledge is used (null: everything known today), and one lottery (null: all together).</summary>
public sealed record MonitorQuery(
    string Experiment,
    DateOnly? CountDate = null,
    DateOnly? KnownOn = null,
    string? Draw = null
);

/// <summary>Nobody has been drawn yet, so nobody is followed.</summary>
public sealed record NobodyIsFollowed : Refusal
{
    public override string Message =>
        "Er is nog niemand geloot, dus er valt nog niets te tellen. De cijfers beginnen op de dag dat een loting openbaar is.";
}

/// <summary>What would be known on a day that has yet to come cannot be told.</summary>
public sealed record KnownInTheFuture(DateOnly KnownOn) : Refusal
{
    public override string Message =>
        $"Wat op {Dutch.Date(KnownOn)} bekend is, weten we vandaag nog niet. Kies een dag tot en met vandaag.";
}
