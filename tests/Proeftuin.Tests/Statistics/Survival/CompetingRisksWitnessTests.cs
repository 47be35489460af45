// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Linear;
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;
using static Proeftuin.Tests.Statistics.Survival.CoxWitness;

namespace Proeftuin.Tests.Statistics.Survival;

/// <summary>Every value of reference 11, made by R's survival and cmprsk.</summary>
public sealed class CompetingRisksWitnessTests
{
    private static readonly Witness Eleven = Witness.Of("11-competing-risks.json");
    private static readonly ReferenceTable Exits = ReferenceTable.Of("exits_synthetic.csv");
    private static readonly string[] Names4 = ["control", "exemption", "intensive", "earnings"];
    private static readonly int[] Arms = [.. Exits.Text("arm").Select(a => Array.IndexOf(Names4, a))];

    private static readonly (string, double[])[] Covariates =
    [
        ("armexemption", Exits.Is("arm", "exemption")),
        ("armintensive", Exits.Is("arm", "intensive")),
        ("armearnings", Exits.Is("arm", "earnings")),
        ("age", Exits.Numbers("age")),
        ("months_on_benefit", Exits.Numbers("months_on_benefit")),
        ("woman", Exits.Numbers("woman")),
    ];

    private static readonly Dictionary<string, Action<Witness.Expected>> Values = new(StringComparer.Ordinal)
    {
        ["counts"] = expected =>
        {
            for (var cause = 1; cause <= 3; cause++)
            {
                var events = ByArm().Select(c => c.Of(cause).Events.Sum());
                expected[cause.ToString(System.Globalization.CultureInfo.InvariantCulture)].ShouldBeAll(events);
            }

            expected["0"].ShouldBeAll(KaplanMeier.ByGroup(Data, Arms).Select(g => g.Curve.OrThrow().Censored.Sum()));
        },
        ["aalen_johansen_overall"] = expected =>
        {
            var curves = CumulativeIncidence.Of(Data).OrThrow();
            int[] at = [.. expected["time"].Numbers.Select(curves.StepAt)];
            expected["n_risk"].ShouldBeAll(at.Select(k => curves.AtRisk[k]));
            expected["pstate"].ShouldBeAll(at.SelectMany(k => States(curves, k)));
            expected["std_err"].ShouldBeAll(at.SelectMany(k => Errors(curves, k)));
        },
        ["aalen_johansen_by_arm"] = expected =>
        {
            int[] months = [6, 12, 18, 24];
            var at = ByArm().SelectMany(c => months.Select(m => (Curves: c, K: c.StepAt(m)))).ToArray();
            expected["pstate"].ShouldBeAll(at.SelectMany(p => States(p.Curves, p.K)));
            expected["std_err"].ShouldBeAll(at.SelectMany(p => Errors(p.Curves, p.K)));
        },
        ["cuminc_gray_test"] = expected =>
            expected.ShouldBeAll(
                new[] { 1, 2, 3 }
                    .Select(cause => GrayTest.Of(Data, Arms, cause).OrThrow())
                    .SelectMany(t => new[] { t.Statistic!.Value, t.P, t.DegreesOfFreedom!.Value })
            ),
        ["cuminc_estimates"] = expected =>
        {
            var cells = (
                from cause in new[] { 1, 2, 3 }
                from curves in ByArm()
                from month in new[] { 6, 12, 18, 24 }
                select (Curve: curves.Of(cause), K: curves.StepAt(month))
            ).ToArray();
            expected["est"].ShouldBeAll(cells.Select(c => c.Curve.Incidence[c.K]));
            expected["var"].ShouldBeAll(cells.Select(c => c.Curve.AalenVariance![c.K]));
        },
        ["cause_specific_cox_work"] = expected => expected.ShouldBe(Fit(Data.Only(1), Covariates)),
        ["cause_specific_cox_other"] = expected => expected.ShouldBe(Fit(Data.Only(2), Covariates)),
        ["fine_gray_work"] = expected =>
        {
            var fit = FineGray
                .Fit(
                    Data,
                    Matrix.OfColumns([.. Covariates.Select(c => c.Item2)]),
                    1,
                    [.. Covariates.Select(c => c.Item1)]
                )
                .OrThrow();
            foreach (var term in fit.Terms)
            {
                expected["coef"][term.Name].ShouldBe(term.LogHazardRatio.Value);
            }

            expected["var"].ShouldBeAll(fit.Variance.Values.ToArray());
        },
        ["naive_1_minus_km_vs_cif_at_24"] = expected =>
        {
            expected["one_minus_km"].ShouldBe(1 - KaplanMeier.Of(Data.Only(1)).OrThrow().At(24).Survival);
            var curves = CumulativeIncidence.Of(Data).OrThrow();
            expected["cif"].ShouldBe(curves.Of(1).Incidence[curves.StepAt(24)]);
        },
        ["km_by_arm_all_exits"] = expected =>
        {
            int[] months = [6, 12, 18, 24];
            var points = KaplanMeier
                .ByGroup(Data, Arms, new CurveOptions { Interval = CurveInterval.LogLog })
                .SelectMany(g => months.Select(m => g.Curve.OrThrow().At(m)))
                .ToArray();
            expected["time"].ShouldBeAll(points.Select(p => p.Time));
            expected["surv"].ShouldBeAll(points.Select(p => p.Survival));
            expected["std_err"].ShouldBeAll(points.Select(p => p.StandardError));
            expected["lower"].ShouldBeAll(points.Select(p => p.Interval?.Lower));
            expected["upper"].ShouldBeAll(points.Select(p => p.Interval?.Upper));
        },
        ["logrank_work"] = expected =>
        {
            var result = LogRank.Test(Data.Only(1), Arms).OrThrow();
            expected["obs"].ShouldBeAll(result.Observed);
            expected["exp"].ShouldBeAll(result.Expected);
            expected["var"].ShouldBeAll(result.Variance.Values.ToArray());
            expected["chisq"].ShouldBe(result.Test.Statistic!.Value);
            expected["df"].ShouldBe(result.Test.DegreesOfFreedom!.Value);
            expected["p"].ShouldBe(result.Test.P);
        },
    };

    public static TheoryData<string> Names => [.. Eleven.Names];

    private static FollowUp Data => FollowUp.Of(Exits.Numbers("month"), Exits.Counts("cause"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_of_the_file_equals_R(string name) => Values[name](Eleven[name]);

    [Fact]
    public void Weighted_rows_go_through_the_states_and_arrive_at_the_same_incidence()
    {
        var simple = CumulativeIncidence.Of(Data).OrThrow();
        var weighted = CumulativeIncidence.Of(Data.Weighted([.. Enumerable.Repeat(1.0, Data.Count)])).OrThrow();
        weighted.Of(2).AalenVariance.ShouldBeNull();
        for (var k = 0; k < simple.Times.Count; k++)
        {
            weighted.Free[k].ShouldBe(simple.Free[k], 1e-12);
            weighted.Of(2).Incidence[k].ShouldBe(simple.Of(2).Incidence[k], 1e-12);
            weighted.Of(2).StandardError[k].ShouldBe(simple.Of(2).StandardError[k], 1e-12);
        }
    }

    private static IEnumerable<IncidenceCurves> ByArm() =>
        CumulativeIncidence.ByGroup(Data, Arms).Select(g => g.Curves.OrThrow());

    private static IEnumerable<double> States(IncidenceCurves curves, int k) =>
        curves.Causes.Select(c => c.Incidence[k]).Prepend(curves.Free[k]);

    private static IEnumerable<double> Errors(IncidenceCurves curves, int k) =>
        curves.Causes.Select(c => c.StandardError[k]).Prepend(curves.FreeError[k]);
}
