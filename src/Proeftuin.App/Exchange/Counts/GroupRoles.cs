// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;

namespace Proeftuin.App.Exchange.Counts;

/// <summary>Which group of a table is what, as a person says it: the code of the control arm, the codes that were not randomised, and pools written as NAME=CODE+CODE.</summary>
public sealed record GroupRoles(string? Control, IReadOnlyList<string> NotRandomised, IReadOnlyList<string> Pools)
{
    public static readonly GroupRoles None = new(null, [], []);

    public bool IsEmpty => Control is null && NotRandomised.Count == 0 && Pools.Count == 0;

    internal Outcome<IReadOnlyList<PublishedGroup>> Assign(IReadOnlyList<PublishedGroup> groups)
    {
        var read = Pools.Select(Pool).ToList();
        var unread = read.SelectMany(p => p.Why).ToList();
        if (unread.Count > 0)
        {
            return new Outcome<IReadOnlyList<PublishedGroup>>.Refused(unread);
        }

        var pools = read.Select(p => p.OrThrow()).ToList();
        var pooled = pools.SelectMany(p => p.Codes).ToList();
        List<string> codes = [.. groups.Select(g => g.Code)];
        List<Refusal> faults =
        [
            .. NotRandomised
                .Concat(Control is null ? [] : [Control])
                .Concat(pooled)
                .Except(codes, StringComparer.Ordinal)
                .Select(c => new GroupNotInTable(c, codes)),
            .. pooled
                .GroupBy(c => c, StringComparer.Ordinal)
                .Where(c => c.Count() > 1)
                .Select(c => new PoolNotUnderstood(c.Key)),
        ];
        return faults.Count > 0
            ? new Outcome<IReadOnlyList<PublishedGroup>>.Refused(faults)
            : new Outcome<IReadOnlyList<PublishedGroup>>.Done([
                .. groups.Select(g => g with { Role = RoleOf(g), Pool = PoolOf(g, pools) }),
            ]);
    }

    private GroupRole RoleOf(PublishedGroup group) =>
        string.Equals(group.Code, Control, StringComparison.Ordinal) ? GroupRole.Control
        : NotRandomised.Contains(group.Code, StringComparer.Ordinal) ? GroupRole.NotRandomised
        : GroupRole.Arm;

    private static string? PoolOf(PublishedGroup group, IEnumerable<(string Name, string[] Codes)> pools) =>
        pools.Where(p => p.Codes.Contains(group.Code, StringComparer.Ordinal)).Select(p => p.Name).FirstOrDefault();

    private static Outcome<(string Name, string[] Codes)> Pool(string text)
    {
        var sides = text.Split('=', 2, StringSplitOptions.TrimEntries);
        string[] codes = sides.Length == 2 ? sides[1].Split('+', StringSplitOptions.TrimEntries) : [];
        return sides[0].Length > 0 && codes.Length > 1 && codes.All(c => c.Length > 0)
            ? (sides[0], codes)
            : new PoolNotUnderstood(text);
    }
}
