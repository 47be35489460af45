// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Demo;

/// <summary>What a made register looks like for a protocol: its municipalities with their share per mille, and its reference date. The mix of households is the same everywhere; it is plausible, not measured.</summary>
public sealed record MakerProfile(
    string Protocol,
    DateOnly ReferenceDate,
    IReadOnlyList<(int PerMille, string Municipality)> Municipalities
)
{
    private static readonly MakerProfile[] All =
    [
        new("groningen-2017", new DateOnly(2017, 6, 1), [(965, "Groningen"), (35, "Ten Boer")]),
        new("wageningen-2017", new DateOnly(2017, 9, 1), [(1000, "Wageningen")]),
        new("oss-2017", new DateOnly(2017, 7, 1), [(1000, "Oss")]),
        new("twenterand-2018", new DateOnly(2018, 12, 31), [(1000, "Twenterand")]),
        new("vlaardingen-2024", new DateOnly(2024, 7, 1), [(1000, "Vlaardingen")]),
    ];

    public static Outcome<MakerProfile> For(string protocol) =>
        Array.Find(All, p => p.Protocol == protocol) is { } profile
            ? profile
            : new NoMakerProfile(protocol, [.. All.Select(p => p.Protocol)]);

    /// <summary>The profile of a protocol of one's own: its municipalities in equal parts, a month before the start.</summary>
    public static MakerProfile For(Protocol protocol, DateOnly start) =>
        Array.Find(All, p => p.Protocol == protocol.Slug)
        ?? new MakerProfile(
            protocol.Slug,
            start.AddMonths(-1),
            [.. protocol.Municipalities.Select((m, i) => (PartOf(i, protocol.Municipalities.Count), m.Name))]
        );

    /// <summary>Equal parts of a thousand; the first carries the rest.</summary>
    private static int PartOf(int i, int of) => 1000 / of + (i == 0 ? 1000 % of : 0);
}

/// <summary>No fictional municipality can be made for this protocol.</summary>
public sealed record NoMakerProfile(string Protocol, IReadOnlyList<string> Known) : Refusal
{
    public override string Message =>
        $"Voor '{Protocol}' kan geen register worden gemaakt. Kies uit: {string.Join(", ", Known)}.";
}
