// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Survival;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Statistics.Survival;

/// <summary>Every value of reference 09, made by R's survival.</summary>
public sealed class KaplanMeierWitnessTests
{
    private static readonly Witness Nine = Witness.Of("09-kaplan-meier-logrank.json");
    private static readonly ReferenceTable Ovarian = ReferenceTable.Of("ovarian.csv");
    private static readonly ReferenceTable Lung = ReferenceTable.Of("lung.csv");
    private static readonly ReferenceTable Rossi = ReferenceTable.Of("rossi.csv");

    private static readonly Dictionary<string, Action<Witness.Expected>> Values = new(StringComparer.Ordinal)
    {
        ["ovarian_km_full"] = expected => Points(expected, AllPoints(KaplanMeier.Of(OvarianDeaths).OrThrow())),
        ["lung_km_full_by_sex"] = expected => Points(expected, [.. LungBySex().SelectMany(AllPoints)]),
        ["median_ci_lung"] = expected =>
        {
            SurvivalQuantile[] quantiles =
            [
                .. LungBySex().SelectMany(c => new[] { 0.25, 0.5, 0.75 }.Select(c.Quantile)),
            ];
            expected["q"].ShouldBeAll(quantiles.Select(q => q.Time));
            expected["lower"].ShouldBeAll(quantiles.Select(q => q.Lower));
            expected["upper"].ShouldBeAll(quantiles.Select(q => q.Upper));
        },
        ["nelson_aalen_ovarian"] = expected =>
        {
            var curve = KaplanMeier.Of(OvarianDeaths).OrThrow();
            expected["time"].ShouldBeAll(curve.Times);
            expected["cumhaz"].ShouldBeAll(curve.CumulativeHazard);
            expected["std"].ShouldBeAll(curve.CumulativeHazardError);
        },
        ["rossi_km_by_fin"] = expected =>
        {
            double[] times = [4, 8, 13, 26, 39, 52];
            var curves = KaplanMeier.ByGroup(RossiArrests, Financed).Select(g => g.Curve.OrThrow());
            Points(expected, [.. curves.SelectMany(c => Sections(c, times))]);
        },
        ["logrank_rossi_fin"] = expected =>
        {
            var result = LogRank.Test(RossiArrests, Financed).OrThrow();
            expected["obs"].ShouldBeAll(result.Observed);
            expected["exp"].ShouldBeAll(result.Expected);
            expected["var"].ShouldBeAll(result.Variance.Values.ToArray());
            expected["chisq"].ShouldBe(result.Test.Statistic!.Value);
            expected["p"].ShouldBe(result.Test.P);
        },
    };

    public static TheoryData<string> Names => [.. Nine.Names];

    private static FollowUp OvarianDeaths => FollowUp.Of(Ovarian.Numbers("futime"), Ovarian.Counts("fustat"));

    private static FollowUp RossiArrests => FollowUp.Of(Rossi.Numbers("week"), Rossi.Counts("arrest"));

    private static int[] Financed => [.. Rossi.Is("fin", "yes").Select(f => (int)f)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_of_the_file_equals_R(string name) => Values[name](Nine[name]);

    private static IEnumerable<SurvivalCurve> LungBySex() =>
        KaplanMeier
            .ByGroup(
                FollowUp.Of(Lung.Numbers("time"), [.. Lung.Counts("status").Select(s => s == 2)]),
                Lung.Counts("sex")
            )
            .Select(g => g.Curve.OrThrow());

    private static SurvivalPoint[] AllPoints(SurvivalCurve curve) =>
        [.. Enumerable.Range(0, curve.Times.Count).Select(curve.Point)];

    // R's summary(fit, times) counts the events since the time before
    private static IEnumerable<SurvivalPoint> Sections(SurvivalCurve curve, double[] times) =>
        times.Select(
            (t, i) =>
            {
                var since = AllPoints(curve).Where(p => p.Time <= t && (i == 0 || p.Time > times[i - 1])).ToArray();
                return curve.At(t) with { Events = since.Sum(p => p.Events), Censored = since.Sum(p => p.Censored) };
            }
        );

    private static void Points(Witness.Expected expected, SurvivalPoint[] points)
    {
        expected["time"].ShouldBeAll(points.Select(p => p.Time));
        expected["n.risk"].ShouldBeAll(points.Select(p => p.AtRisk));
        expected["n.event"].ShouldBeAll(points.Select(p => p.Events));
        expected["n.censor"].ShouldBeAll(points.Select(p => p.Censored));
        expected["surv"].ShouldBeAll(points.Select(p => p.Survival));
        expected["std.err"].ShouldBeAll(points.Select(p => p.StandardError));
        expected["lower"].ShouldBeAll(points.Select(p => p.Interval?.Lower));
        expected["upper"].ShouldBeAll(points.Select(p => p.Interval?.Upper));
    }
}
