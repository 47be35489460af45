// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;
using static Proeftuin.Tests.Statistics.Survival.CoxWitness;

namespace Proeftuin.Tests.Statistics.Survival;

/// <summary>Every value of reference 12, made by R's survival. Two of them are regressions on bladder2, whose data the reference folder does not have; they run as soon as it is there.</summary>
public sealed class MultistateWitnessTests
{
    private static readonly Witness Twelve = Witness.Of("12-multistate-reentry.json");

    private static readonly Dictionary<string, Action<Witness.Expected>> Values = new(StringComparer.Ordinal)
    {
        ["aj_multistate"] = Occupied,
        ["andersen_gill_robust"] = expected => Bladder(expected, table => new() { Clusters = table.Counts("id") }),
        ["pwp_stratified_by_enum"] = expected =>
            Bladder(expected, table => new() { Clusters = table.Counts("id"), Strata = table.Counts("enum") }),
    };

    public static TheoryData<string> Names => [.. Twelve.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_of_the_file_equals_R(string name) => Values[name](Twelve[name]);

    private static void Occupied(Witness.Expected expected)
    {
        var table = ReferenceTable.Of("myeloid_long.csv");
        string[] states = ["censor", "CR", "relapse", "death"];
        var data = Multistate.Of(
            table.Counts("id"),
            table.Numbers("tstart"),
            table.Numbers("tstop"),
            [.. table.Text("ev").Select(e => Array.IndexOf(states, e))]
        );
        var curves = Occupation
            .ByGroup(data, [.. table.Text("trt").Select(t => (int)t[0])])
            .Select(g => g.Curves.OrThrow())
            .ToArray();
        int[] days = [90, 180, 365, 730, 1095];
        var at = curves.SelectMany(c => days.Select(d => c.States.Select(s => c.At(s, d)).ToArray())).ToArray();
        curves[0].States.ShouldBe([0, 1, 2, 3]);
        expected["pstate"].ShouldBeAll(at.SelectMany(row => row.Select(e => e.Value)));
        expected["std_err"].ShouldBeAll(at.SelectMany(row => row.Select(e => e.StandardError)));
    }

    private static void Bladder(Witness.Expected expected, Func<ReferenceTable, CoxOptions> options)
    {
        Assert.SkipUnless(
            File.Exists(Path.Combine(Repository.Root, "reference", "bladder2.csv")),
            "bladder2.csv is not in the reference folder"
        );
        var table = ReferenceTable.Of("bladder2.csv");
        var data = FollowUp.Of(table.Numbers("stop"), table.Counts("event")).From(table.Numbers("start"));
        string[] names = ["rx", "number", "size"];
        expected.ShouldBe(Fit(data, [.. names.Select(n => (n, table.Numbers(n)))], options(table)));
    }
}
