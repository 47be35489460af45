// SPDX-License-Identifier: EUPL-1.2
using System.Reflection;
using Proeftuin.Core;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.House;

public class ArchitectureTests
{
    private static readonly string[] Projects = ["Statistics", "Core", "App", "Web", "Cli"];

    private static Assembly Load(string project) =>
        Assembly.Load(string.Equals(project, "Cli", StringComparison.Ordinal) ? "proeftuin" : $"Proeftuin.{project}");

    private static Assembly Core => typeof(Eur).Assembly;

    private static IEnumerable<string> References(string project) =>
        Load(project)
            .GetReferencedAssemblies()
            .Select(r => string.Equals(r.Name, "proeftuin", StringComparison.Ordinal) ? "Cli" : r.Name!);

    [Fact]
    public void The_projects_point_where_the_drawing_says_and_nowhere_else()
    {
        var code = Projects
            .SelectMany(from =>
                References(from).Select(to => (From: from, To: to.Replace("Proeftuin.", "", StringComparison.Ordinal)))
            )
            .Where(a => Projects.Contains(a.To, StringComparer.Ordinal))
            .ToHashSet();

        Difference(code, Drawing.Under("Projecten")).ShouldBeEmpty();
    }

    [Fact]
    public void The_folders_of_Core_point_where_the_drawing_says_and_nowhere_else() =>
        Difference(ArchitectureRules.Arrows(Core.GetTypes(), "Proeftuin.Core"), Drawing.Under("Binnen Core"))
            .ShouldBeEmpty();

    [Fact]
    public void There_is_no_circle_in_the_drawing() =>
        ArchitectureRules.Circles(Drawing.Under("Binnen Core")).ShouldBeEmpty();

    [Fact]
    public void Core_and_Statistics_use_only_the_platform()
    {
        References("Core").Where(r => !IsPlatform(r) && r is not "Proeftuin.Statistics").ShouldBeEmpty();
        References("Statistics").Where(r => !IsPlatform(r)).ShouldBeEmpty();
    }

    [Fact]
    public void Core_has_no_clock_chance_files_network_tasks_or_culture() =>
        ArchitectureRules.Impure(Core.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void Core_has_floating_point_only_in_Design_and_Evaluation() =>
        ArchitectureRules
            .FloatingPoint(
                Core.GetTypes()
                    .Where(t => ArchitectureRules.Folder(t, "Proeftuin.Core") is not ("Design" or "Evaluation"))
            )
            .ShouldBeEmpty();

    [Fact]
    public void Nothing_changes_rows_past_the_ledger_outside_storage()
    {
        var types = new[] { "App", "Web", "Cli" }
            .SelectMany(p => Load(p).GetTypes())
            .Where(t => !(t.Namespace ?? "").StartsWith("Proeftuin.App.Storage", StringComparison.Ordinal));
        ArchitectureRules.PastTheLedger(types).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_can_fail()
    {
        ArchitectureRules.Impure([typeof(Probes.Clock.ReadsTheClock)]).ShouldNotBeEmpty();
        ArchitectureRules.Impure([typeof(Probes.Clock.ReadsAFile)]).ShouldNotBeEmpty();
        ArchitectureRules.Impure([typeof(Probes.Clock.TakesAChance)]).ShouldNotBeEmpty();
        ArchitectureRules.FloatingPoint([typeof(Probes.Clock.Divides)]).ShouldNotBeEmpty();
        ArchitectureRules.PastTheLedger([typeof(Probes.Clock.DeletesQuietly)]).ShouldNotBeEmpty();
        var arrows = ArchitectureRules.Arrows(
            [typeof(Probes.Left.One), typeof(Probes.Right.Two)],
            "Proeftuin.App.Tests.House.Probes"
        );
        arrows.ShouldBe([("Left", "Right"), ("Right", "Left")], ignoreOrder: true);
        ArchitectureRules.Circles(arrows).ShouldNotBeEmpty();
        Difference(arrows, [("Left", "Right")]).ShouldHaveSingleItem();
        Difference([("Left", "Right")], arrows).ShouldHaveSingleItem();
    }

    private static bool IsPlatform(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard";

    private static List<string> Difference(
        HashSet<(string From, string To)> code,
        HashSet<(string From, string To)> drawing
    ) =>
        [
            .. code.Except(drawing).Select(a => $"{a.From} --> {a.To} is in the code and not in docs/architectuur.md"),
            .. drawing.Except(code).Select(a => $"{a.From} --> {a.To} is in docs/architectuur.md and not in the code"),
        ];
}
