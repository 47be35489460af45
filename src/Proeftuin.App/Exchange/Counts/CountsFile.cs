// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;

namespace Proeftuin.App.Exchange.Counts;

/// <summary>Reads a published table of exits from CSV.</summary>
public static class CountsFile
{
    private static readonly string[] Required = ["code", "name", "n", "gross", "net"];
    private static readonly string[] Unpublished = ["drawn", "started", "stopped", "exited_all", "on_benefit_end"];

    /// <summary>What the person said of the groups goes before what the file says. A file without roles takes those of the known publication with the same groups.</summary>
    public static Outcome<PublishedCounts> Read(
        string name,
        string text,
        GroupRoles roles,
        IReadOnlyList<PublishedCounts> known
    ) =>
        CsvTable
            .Read(name, text, Required, ["role", "pool", .. Unpublished])
            .Then(table => Groups(table, roles, known))
            .Then(PublishedCounts.Of);

    /// <summary>The publication with the same codes and names, if there is one.</summary>
    public static PublishedCounts? Same(IReadOnlyList<PublishedGroup> groups, IReadOnlyList<PublishedCounts> known) =>
        known.FirstOrDefault(p => Names(p.Groups).SetEquals(Names(groups)));

    private static HashSet<(string Code, string Name)> Names(IReadOnlyList<PublishedGroup> groups) =>
        [.. groups.Select(g => (g.Code, g.Name))];

    private static Outcome<IReadOnlyList<PublishedGroup>> Groups(
        CsvTable table,
        GroupRoles roles,
        IReadOnlyList<PublishedCounts> known
    )
    {
        var read = table.Rows.Select(Group).ToList();
        var faults = read.SelectMany(g => g.Why).ToList();
        if (faults.Count > 0)
        {
            return new Outcome<IReadOnlyList<PublishedGroup>>.Refused(faults);
        }

        IReadOnlyList<PublishedGroup> groups = [.. read.Select(g => g.OrThrow())];
        return !roles.IsEmpty ? roles.Assign(groups)
            : table.Rows[0].Values.ContainsKey("role") ? new Outcome<IReadOnlyList<PublishedGroup>>.Done(groups)
            : Same(groups, known) is { } publication
                ? new Outcome<IReadOnlyList<PublishedGroup>>.Done(WithRolesOf(groups, publication))
            : new RolesMissing([.. groups.Select(g => g.Code)]);
    }

    private static IReadOnlyList<PublishedGroup> WithRolesOf(
        IReadOnlyList<PublishedGroup> groups,
        PublishedCounts publication
    ) =>
        [
            .. groups.Select(g =>
            {
                var same = publication.Groups.First(p => string.Equals(p.Code, g.Code, StringComparison.Ordinal));
                return g with { Role = same.Role, Pool = same.Pool };
            }),
        ];

    private static Outcome<PublishedGroup> Group(CsvRow row)
    {
        var numbers = Required.Skip(2).Concat(Unpublished).Select(column => row.Number(column)).ToList();
        var role = Role(row);
        List<Refusal> faults =
        [
            .. numbers.SelectMany(c => c.Why),
            .. role.Why,
            .. Required.Where(c => row[c].Length == 0).Select(c => new ValueMissing(row.File, row.Line, c)),
            .. Required.Skip(2).Where(c => row[c] is "NA").Select(c => new ValueMissing(row.File, row.Line, c)),
        ];
        if (faults.Count > 0)
        {
            return new Outcome<PublishedGroup>.Refused(faults);
        }

        var n = numbers.Select(x => x.OrThrow()).ToList();
        return new PublishedGroup
        {
            Code = row["code"],
            Name = row["name"],
            Role = role.OrThrow(),
            Pool = row["pool"] is { Length: > 0 } pool ? pool : null,
            Size = n[0]!.Value,
            Gross = n[1]!.Value,
            Net = n[2]!.Value,
            Drawn = n[3],
            Started = n[4],
            Stopped = n[5],
            ExitedAll = n[6],
            OnBenefitAtEnd = n[7],
        };
    }

    private static Outcome<GroupRole> Role(CsvRow row) =>
        !row.Values.ContainsKey("role")
            ? GroupRole.Arm
            : row["role"] switch
            {
                "arm" => GroupRole.Arm,
                "control" => GroupRole.Control,
                "not_randomised" => GroupRole.NotRandomised,
                var other => new RoleUnknown(row.File, row.Line, other),
            };
}
