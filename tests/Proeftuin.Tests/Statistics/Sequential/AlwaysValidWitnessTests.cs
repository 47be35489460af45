// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Statistics.Sequential;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Sequential;

/// <summary>Every value of reference 23, made by GrowthBook's gbstats.</summary>
public sealed class AlwaysValidWitnessTests
{
    private static readonly Witness TwentyThree = Witness.Of("23-sequential-monitoring.json");

    /// <summary>All but the line of text that writes out the formula.</summary>
    public static TheoryData<string> Names => [.. TwentyThree.Names.Where(n => n != "formula")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_of_the_file_equals_gbstats(string name)
    {
        // outcome / first_vs_second / scale / method
        var parts = name.Split('/');
        var pair = parts[1].Split("_vs_");
        var published = parts[0] is "gross" ? Published.Gross : Published.Net;
        var options = new LookOptions
        {
            Scale = parts[2] is "absolute" ? DifferenceScale.Absolute : DifferenceScale.Relative,
        };
        var (first, second) = (GroupMean.Of(published[pair[0]]), GroupMean.Of(published[pair[1]]));
        const string Tuned = "sequential_N";
        var result = parts[3].StartsWith(Tuned, StringComparison.Ordinal)
            ? AlwaysValid.Difference(
                first,
                second,
                options with
                {
                    NarrowestAt = double.Parse(parts[3][Tuned.Length..], CultureInfo.InvariantCulture),
                }
            )
            : AlwaysValid.OnlyOnce(first, second, options);
        var (difference, test) = result.OrThrow();
        var expected = TwentyThree[name];
        (parts[3] is "welch" || parts[3].StartsWith(Tuned, StringComparison.Ordinal)).ShouldBeTrue();
        expected["expected"].ShouldBe(difference.Value);
        expected["uplift_mean"].ShouldBe(difference.Value);
        expected["uplift_stddev"].ShouldBe(difference.StandardError!.Value);
        expected["ci"].ShouldBe(difference.Interval.Lower, difference.Interval.Upper);
        expected["p_value"].ShouldBe(test.P);
    }
}
