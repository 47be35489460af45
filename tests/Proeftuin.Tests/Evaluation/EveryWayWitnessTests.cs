// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.Core.Evaluation;
using Proeftuin.Core.Evaluation.Ways;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Evaluation;

/// <summary>Every value of reference 01 and 02 is a value of the page: nothing of R's is left over.</summary>
public sealed class EveryWayWitnessTests
{
    private const double Tolerance = 1e-8;

    private static readonly EveryWay Ways = EveryWay.Of(Table.Of(Table.Wageningen));

    private static readonly string[] Described =
    [
        // given with the comparison itself, not as a number of their own
        "x1",
        "n1",
        "x2",
        "n2",
        "p1",
        "p2",
        // the statistics stand beside their tests
        "z_unpooled",
        "z_pooled",
        "chi2",
        "chi2_yates",
        "g_stat",
        "ci",
        // R's own fisher.test stops at four digits; the exact root is held instead
        "odds_ratio_conditional_mle_r_fisher_test",
        // the pooled error follows from z and the difference
        "se_pooled",
    ];

    public static TheoryData<string> Comparisons =>
        [
            .. Values("01-wageningen-two-proportions.json")
                .Concat(Values("02-wageningen-attrition-bounds.json"))
                .Where(v => v.Value.ValueKind == JsonValueKind.Object && v.Value.TryGetProperty("x1", out _))
                .Select(v => v.Name),
        ];

    [Theory, MemberData(nameof(Comparisons))]
    public void Every_number_interval_and_test_of_a_comparison_is_Rs(string name)
    {
        var value = Values("01-wageningen-two-proportions.json")
            .Concat(Values("02-wageningen-attrition-bounds.json"))
            .Single(v =>
                v.Name == name && v.Value.ValueKind == JsonValueKind.Object && v.Value.TryGetProperty("x1", out _)
            )
            .Value;
        var way = Ways.Comparisons.Single(c => NameOf(c) == name);
        way.First.Exits.Part.ShouldBe(value.GetProperty("x1").GetInt64());
        way.Second.Exits.Whole.ShouldBe(value.GetProperty("n2").GetInt64());
        foreach (var part in value.EnumerateObject().Where(p => !Described.Contains(p.Name)))
        {
            var ours =
                way.Numbers.FirstOrDefault(n => n.Code == part.Name)?.Value
                ?? way.Tests.FirstOrDefault(t => t.Code == part.Name)?.P;
            ours.ShouldNotBeNull(part.Name);
            Near(ours.OrThrow(), part.Value.GetDouble(), part.Name);
        }

        foreach (
            var (statistic, test) in new[]
            {
                ("z_unpooled", "p_z_unpooled"),
                ("z_pooled", "p_z_pooled"),
                ("chi2", "p_chi2"),
                ("chi2_yates", "p_chi2_yates"),
                ("g_stat", "p_g"),
            }
        )
        {
            Near(
                way.Tests.Single(t => t.Code == test).Statistic!.Value,
                value.GetProperty(statistic).GetDouble(),
                statistic
            );
        }

        foreach (var level in value.GetProperty("ci").EnumerateObject())
        {
            foreach (var method in level.Value.EnumerateObject().Where(m => m.Name is not ("wilson_1" or "wilson_2")))
            {
                var ours = way
                    .Intervals.Single(i => i.Code == method.Name && $"level_{Math.Round(i.Level * 100)}" == level.Name)
                    .Interval.OrThrow();
                Near(ours.Lower, method.Value[0].GetDouble(), $"{level.Name} {method.Name}");
                Near(ours.Upper, method.Value[1].GetDouble(), $"{level.Name} {method.Name}");
            }
        }
    }

    [Fact]
    public void Each_group_alone_and_all_groups_together_are_Rs()
    {
        foreach (
            var (name, value) in Values("01-wageningen-two-proportions.json")
                .Where(v => v.Name.Contains('/') && !v.Value.TryGetProperty("x1", out _))
        )
        {
            var measure = name.StartsWith("gross", StringComparison.Ordinal) ? ExitMeasure.Gross : ExitMeasure.Net;
            if (name.Contains("omnibus", StringComparison.Ordinal))
            {
                var all = Ways.Together.Single(t =>
                    t.Measure == measure && t.Groups == (name.Contains("_4_") ? "alle gelote groepen" : "alle groepen")
                );
                Near(all.ChiSquare.OrThrow(), value.GetProperty("p_chi2").GetDouble(), name);
                all.Exact.OrThrow().ShouldBe(value.GetProperty("p_fisher_freeman_halton").GetDouble(), 1e-7, name);
                continue;
            }

            var group = Ways.Groups.Single(g =>
                g.Measure == measure && name.EndsWith("_" + g.Group.Code, StringComparison.Ordinal)
            );
            foreach (var interval in group.Intervals)
            {
                var ours = interval.Interval.OrThrow();
                Near(ours.Lower, value.GetProperty(interval.Code)[0].GetDouble(), $"{name} {interval.Code}");
                Near(ours.Upper, value.GetProperty(interval.Code)[1].GetDouble(), $"{name} {interval.Code}");
            }
        }
    }

    [Fact]
    public void What_those_who_stopped_could_change_is_Rs()
    {
        var values = Values("02-wageningen-attrition-bounds.json").ToList();
        foreach (
            var (name, value) in values.Where(v =>
                v.Name.EndsWith("_vs_EXP4", StringComparison.Ordinal)
                && v.Value.TryGetProperty("imbens_manski_c", out _)
            )
        )
        {
            var measure = name.StartsWith("gross", StringComparison.Ordinal) ? ExitMeasure.Gross : ExitMeasure.Net;
            var arm = Table.Wageningen.Single(g => name.Contains($"/{g.Code}_", StringComparison.Ordinal)).Name;
            var ours = Ways.Stopped.Single(s => s.Measure == measure && s.Arm == arm);
            var bounds = ours.Bounds.OrThrow();
            foreach (
                var (part, number) in new[]
                {
                    ("lower", bounds.Lower),
                    ("upper", bounds.Upper),
                    ("se_lower", bounds.StandardErrorLower),
                    ("se_upper", bounds.StandardErrorUpper),
                    ("imbens_manski_c", bounds.CriticalValue),
                    ("all_missing_fail", ours.AllFail),
                    ("all_missing_succeed", ours.AllSucceed),
                }
            )
            {
                Near(number, value.GetProperty(part).GetDouble(), $"{name} {part}");
            }

            Near(bounds.Interval.Lower, value.GetProperty("imbens_manski_ci")[0].GetDouble(), name);
            Near(bounds.Interval.Upper, value.GetProperty("imbens_manski_ci")[1].GetDouble(), name);
            Near(bounds.Union.Lower, value.GetProperty("union_wald_ci")[0].GetDouble(), name);
            Near(bounds.Union.Upper, value.GetProperty("union_wald_ci")[1].GetDouble(), name);
        }

        Near(
            Ways.StoppedTogether!.ChiSquare.OrThrow(),
            values.Single(v => v.Name == "differential_attrition_chi2_p").Value.GetDouble(),
            "chi2"
        );
        Ways.StoppedTogether.Exact.OrThrow()
            .ShouldBe(values.Single(v => v.Name == "differential_attrition_fisher_p").Value.GetDouble(), 1e-7);
    }

    /// <summary>The name R gave: "gross/EXP12_vs_EXP4".</summary>
    private static string NameOf(ComparedInEveryWay way)
    {
        var outcome =
            way.Outcome == DutchFigures.Name(ExitMeasure.Gross) ? "gross"
            : way.Outcome == DutchFigures.Name(ExitMeasure.Net) ? "net"
            : "any_exit_itt";
        return $"{outcome}/{Codes(way.First.Codes)}_vs_{Codes(way.Second.Codes)}";
    }

    private static string Codes(IReadOnlyList<string> codes) =>
        codes[0] + string.Concat(codes.Skip(1).Select(c => c["EXP".Length..]));

    private static void Near(double ours, double theirs, string what) =>
        ours.ShouldBe(theirs, Tolerance * Math.Max(1, Math.Abs(theirs)), what);

    private static IEnumerable<(string Name, JsonElement Value)> Values(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "reference", file)));
        return
        [
            .. json
                .RootElement.GetProperty("values")
                .EnumerateArray()
                .Where(v => v.GetProperty("name").GetString() != "formulas")
                .Select(v => (v.GetProperty("name").GetString()!, v.GetProperty("value").Clone())),
        ];
    }
}
