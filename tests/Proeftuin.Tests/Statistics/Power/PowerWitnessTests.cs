// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text.RegularExpressions;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Power;
using Proeftuin.Statistics.Proportions;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Power;

/// <summary>Every value of references 16 and 17, made by R.</summary>
public sealed class PowerWitnessTests
{
    /// <summary>What the file says of values that R solved with its usual tolerance.</summary>
    private const double SolvedByUniroot = 1e-3;

    private static readonly Witness Sixteen = Witness.Of("16-power-formula.json");
    private static readonly Witness Seventeen = Witness.Of("17-power-exact.json");
    private static readonly PowerFormula FromTen = PowerFormulas.TwoProportions(0.1);
    private static readonly double H = 2 * Math.Asin(Math.Sqrt(0.2)) - 2 * Math.Asin(Math.Sqrt(0.1));

    private static readonly Dictionary<string, Action<Witness.Expected>> Checks = new(StringComparer.Ordinal)
    {
        ["power_prop_test_100_.10_.20"] = e => e["power"].ShouldBe(Power(FromTen, 100, 0.1)),
        ["power_prop_test_strict"] = e => e.ShouldBe(Power(PowerFormulas.TwoProportions(0.1, strict: true), 100, 0.1)),
        ["power_prop_test_n_for_80"] = e => e.ShouldBe(Size(FromTen, 0.1, 0.8)),
        ["n_for_90_alpha_.10"] = e => e.ShouldBe(Size(FromTen, 0.1, 0.9, new Planning { Alpha = 0.1 })),
        ["mde_p2_n100_base.10"] = e => e.ShouldBe(0.1 + FromTen.SmallestEffect(100, 0.8).OrThrow().Effect),
        ["mde_p2_n100_base.055_alpha.10"] = e =>
            e.ShouldBe(
                0.055
                    + PowerFormulas
                        .TwoProportions(0.055)
                        .SmallestEffect(100, 0.8, new Planning { Alpha = 0.1 })
                        .OrThrow()
                        .Effect
            ),
        ["wageningen_power_98_91"] = e =>
            e.ShouldBe(
                Power(PowerFormulas.Arcsine(91.0 / 98), 98, RiskDifference.CohenH(new(26, 98), new(15, 91)).OrThrow())
            ),
        ["pwr_2p_100"] = e => e.ShouldBe(Power(PowerFormulas.Arcsine(), 100, H)),
        ["pwr_2p_n80"] = e => Solved(e, Size(PowerFormulas.Arcsine(), H, 0.8)),
        ["pwr_p_one_sample"] = e => e.ShouldBe(Power(PowerFormulas.OneProportion(), 100, H)),
        ["pwr_chisq_5groups"] = e => e.ShouldBe(Power(PowerFormulas.ChiSquare(4), 500, 0.2)),
        ["pwr_chisq_N"] = e => Solved(e, Size(PowerFormulas.ChiSquare(4), 0.2, 0.8)),
        ["pwr_t_100_.3"] = e => e.ShouldBe(Power(PowerFormulas.TwoMeans(), 100, 0.3)),
        ["pwr_t_n"] = e => Solved(e, Size(PowerFormulas.TwoMeans(), 0.3, 0.8)),
        ["pwr_t2n"] = e => e.ShouldBe(Power(PowerFormulas.TwoMeans(ratio: 91.0 / 98), 98, 0.3)),
        ["power_t_test"] = e => e.ShouldBe(Power(PowerFormulas.TwoMeans(strict: false), 100, 0.3)),
        ["pwr_anova_5x100_f.1"] = e => e.ShouldBe(Power(PowerFormulas.Anova(5), 100, 0.1)),
        ["pwr_f2"] = e => e.ShouldBe(Power(PowerFormulas.Regression(4), 495, 0.02)),
        ["grid_n_p"] = e =>
            e["power"]
                .ShouldBe([
                    .. e["n"]
                        .Numbers.Select(
                            (n, i) => Power(PowerFormulas.TwoProportions(e["p1"].Numbers[i]), n, e["d"].Numbers[i])
                        ),
                ]),
        ["unequal_200_vs_100_unpooled_normal"] = e =>
            e.ShouldBe(Power(PowerFormulas.TwoProportions(0.2, ratio: 2, strict: true), 100, -0.1)),
        ["bonferroni_4_comparisons"] = e => e.ShouldBe(Power(FromTen, 100, 0.1, new Planning { Comparisons = 4 })),
        ["design_effect_icc.02_m25_n_per_arm"] = e =>
            e.ShouldBe(Size(FromTen, 0.1, 0.8, new Planning { ClusterSize = 25, Icc = 0.02 })),
        ["noncompliance_itt_dilution_70pct"] = e => e.ShouldBe(Power(FromTen, 100, 0.1, new Planning { TakeUp = 0.7 })),
        ["logrank_schoenfeld_events_hr1.5"] = e => e.ShouldBe(Size(PowerFormulas.LogRankSchoenfeld(), 1.5, 0.8)),
        ["logrank_freedman_events_hr1.5"] = e => e.ShouldBe(Size(PowerFormulas.LogRankFreedman(), 1.5, 0.8)),
    };

    public static TheoryData<string> Formulas => [.. Sixteen.Names];

    public static TheoryData<string> Designs => [.. Seventeen.Names];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Every_formula_equals_that_of_R(string name) => Checks[name](Sixteen[name]);

    [Theory]
    [MemberData(nameof(Designs))]
    public void The_exact_power_of_every_design_equals_that_of_R(string name)
    {
        var (n1, n2, p1, p2, alpha) = Design(name);
        foreach (var (key, test) in Tests)
        {
            Seventeen[name][key].ShouldBe(ExactPower.Of(n1, n2, p1, p2, alpha, test).OrThrow().Power);
        }

        Seventeen[name].Keys.ShouldBe(Tests.Select(t => t.Key));
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void Playing_every_design_comes_to_the_exact_power_of_R(string name)
    {
        var (n1, n2, p1, p2, alpha) = Design(name);
        var trial = new SimulatedTrial
        {
            Arms =
            [
                new()
                {
                    Drawn = n1,
                    Untreated = p1,
                    Treated = p1,
                },
                new()
                {
                    Drawn = n2,
                    Untreated = 0,
                    Treated = p2,
                },
            ],
            Comparisons = [(0, 1)],
            Tests = [.. Tests.Select(t => t.Test)],
            Alpha = alpha,
        };
        foreach (var played in TrialSimulation.Run(trial, 5_000, 17).OrThrow())
        {
            var exact = Seventeen[name][Tests.Single(t => t.Test == played.Test).Key].Number;
            played.Power.ShouldBe(exact, 4 * Math.Sqrt(exact * (1 - exact) / 5_000));
        }
    }

    private static readonly (string Key, TwoArmTest Test)[] Tests =
    [
        ("fisher", TwoArmTest.Fisher),
        ("chi2", TwoArmTest.ChiSquare),
        ("chi2_yates", TwoArmTest.ChiSquareYates),
        ("z_unpooled", TwoArmTest.UnpooledZ),
        ("logit_wald", TwoArmTest.LogitWald),
    ];

    private static (int N1, int N2, double P1, double P2, double Alpha) Design(string name)
    {
        double[] numbers =
        [
            .. Regex
                .Matches(Seventeen.Call(name).Replace("xp", "", StringComparison.Ordinal), @"[0-9.]+")
                .Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)),
        ];
        return ((int)numbers[0], (int)numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    private static void Solved(Witness.Expected expected, double actual) =>
        actual.ShouldBe(expected.Number, SolvedByUniroot);

    private static double Power(PowerFormula formula, double size, double effect, Planning? planning = null) =>
        formula.Power(size, effect, planning).OrThrow().Power;

    private static double Size(PowerFormula formula, double effect, double wanted, Planning? planning = null) =>
        formula.Size(effect, wanted, planning).OrThrow().Size;
}
