// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Survival;

/// <summary>The multistate values of reference 12, made by R's survival.</summary>
public sealed class MultistateWitnessTests
{
    private static readonly Witness Twelve = Witness.Of("12-multistate-reentry.json");

    [Fact]
    public void Being_in_each_state_equals_R()
    {
        var expected = Twelve["aj_multistate"];
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
}
