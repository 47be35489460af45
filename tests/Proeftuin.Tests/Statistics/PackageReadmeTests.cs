// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Multiplicity;
using Proeftuin.Statistics.Power;
using Proeftuin.Statistics.Proportions;
using Proeftuin.Statistics.Regression;
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;
using Alternative = Proeftuin.Statistics.Alternative;

namespace Proeftuin.Tests.Statistics;

/// <summary>The tour in the package's README is the code below, and it runs.</summary>
public sealed class PackageReadmeTests
{
    [Fact]
    public void Every_line_of_the_tour_stands_in_this_test()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "src/Proeftuin.Statistics/README.md"));
        var code = Squeezed(
            File.ReadAllText(Path.Combine(Repository.Root, "tests/Proeftuin.Tests/Statistics/PackageReadmeTests.cs"))
        );
        var blocks = readme.Split("```csharp").Skip(1).Select(b => b.Split("```")[0]).ToArray();
        blocks.Length.ShouldBeGreaterThan(4);
        foreach (var line in blocks.SelectMany(b => b.Split('\n')).Select(l => l.Split(" //")[0]))
        {
            // the console is the reader's; here the same sentence is kept
            code.ShouldContain(
                Squeezed(line.Replace("Console.WriteLine(", "told.Add(", StringComparison.Ordinal)),
                Case.Sensitive,
                line
            );
        }
    }

    [Fact]
    public void The_tour_runs()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var told = new List<string>();
        string[] arm = ["control", "coaching", "control", "coaching", "control", "coaching", "control", "coaching"];
        double[] age = [31, 28, 45, 52, 38, 33, 60, 41];
        double[] income = [1100, 1250, 900, 1300, 1000, 1050, 950, 1400];
        int[] household = [1, 1, 2, 3, 4, 4, 5, 6];
        double[] left = [0, 1, 1, 0, 0, 1, 0, 1];

        var difference = RiskDifference.Newcombe(new(26, 98), new(15, 91), level: 0.95).OrThrow();
        told.Add($"{difference.Value:P1}, {difference.Interval.Lower:P1} to {difference.Interval.Upper:P1}");
        var fisher = ExactTests.Fisher(new(26, 98), new(15, 91), Alternative.TwoSided).OrThrow().P;
        fisher.ShouldBe(0.1128, 5e-5);

        Stratum[] strata = [new(new(26, 98), new(15, 91)), new(new(12, 40), new(6, 44))];
        var odds = MantelHaenszel.OddsRatio(0.95, strata).OrThrow();
        var sameEverywhere = Homogeneity.BreslowDay(tarone: true, strata).OrThrow().P;
        odds.Value.ShouldBeInRange(1.8, 2.8);
        sameEverywhere.ShouldBeInRange(0.05, 1);

        var design = DesignMatrix.WithIntercept(8).WithFactor("arm", arm, ["control", "coaching"]).With("age", age);
        var fit = Ols.Fit(design, income, new() { Errors = ErrorType.CR2, Clusters = household }).OrThrow();
        var effect = fit["armcoaching"].OrThrow();
        told.Add($"{effect.Value:F1} ± {effect.StandardError:F1}, df {effect.DegreesOfFreedom:F1}, p {effect.P:F3}");

        var exit = Logistic.Fit(design, left).OrThrow().AverageChange("armcoaching").OrThrow();
        exit.Value.ShouldBeInRange(0.2, 0.8);
        var separated = Logistic.Fit(design, [0, 1, 0, 1, 0, 1, 0, 1]);
        told.Add(separated.Match(estimated => "a model", why => $"no model: {why}"));

        var holm = AdjustedP.Of([0.011, 0.02, 0.04], Correction.Holm).OrThrow().Values;
        holm.ShouldBe([0.033, 0.04, 0.04]);

        var curve = KaplanMeier.Of(FollowUp.Of([2, 5, 5, 8, 12], [true, true, false, true, false])).OrThrow();
        var stillHere = curve.At(6).Survival;
        stillHere.ShouldBe(0.8 * 0.75, 1e-12);
        var needed = PowerFormulas.TwoProportions(first: 0.10).Size(effect: 0.10, wanted: 0.80).OrThrow();
        needed.Size.ShouldBe(199, 1);

        told[0].ShouldBe("10.0 %, -1.8 % to 21.4 %");
        told[1].ShouldContain("df ");
        told[2].ShouldBe("no model: Separation");
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
