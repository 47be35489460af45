// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Survival;
using Xunit;
using static Proeftuin.Tests.Statistics.Survival.CoxWitness;

namespace Proeftuin.Tests.Statistics.Survival;

/// <summary>Every value of reference 10, made by R's survival.</summary>
public sealed class CoxWitnessTests
{
    private static readonly Witness Ten = Witness.Of("10-cox.json");
    private static readonly ReferenceTable Rossi = ReferenceTable.Of("rossi.csv");
    private static readonly ReferenceTable Long = ReferenceTable.Of("rossi_long.csv");
    private static readonly ReferenceTable Lung = ReferenceTable.Of("lung.csv");
    private static readonly ReferenceTable Colon = ReferenceTable.Of("colon_recurrence.csv");

    private static readonly (string, double[])[] Three =
    [
        ("fin", Rossi.Is("fin", "yes")),
        ("age", Rossi.Numbers("age")),
        ("prio", Rossi.Numbers("prio")),
    ];

    private static readonly (string, double[])[] Seven =
    [
        Three[0],
        Three[1],
        ("raceother", Rossi.Is("race", "other")),
        ("wexpyes", Rossi.Is("wexp", "yes")),
        ("marnot married", Rossi.Is("mar", "not married")),
        ("paroyes", Rossi.Is("paro", "yes")),
        Three[2],
    ];

    private static readonly Dictionary<string, Action<Witness.Expected>> Values = new(StringComparer.Ordinal)
    {
        ["rossi_efron"] = expected => expected.ShouldBe(Fit(Arrests, Seven)),
        ["rossi_breslow"] = expected => expected.ShouldBe(Fit(Arrests, Seven, new() { Ties = CoxTies.Breslow })),
        ["rossi_exact"] = expected => expected.ShouldBe(Fit(Arrests, Three, new() { Ties = CoxTies.Exact })),
        ["rossi_fin_only"] = expected => expected.ShouldBe(Fit(Arrests, [Three[0]])),
        ["rossi_zph_km"] = expected =>
        {
            var tests = Fit(Arrests, Three).ProportionalHazards().OrThrow();
            expected.ShouldBeAll(
                tests
                    .Terms.Append(tests.All)
                    .SelectMany(t => new[] { t.Statistic!.Value, t.DegreesOfFreedom!.Value, t.P })
            );
        },
        ["rossi_basehaz_centered_false"] = expected =>
        {
            var curve = Fit(Arrests, Three).Predict([0, 0, 0]).OrThrow();
            expected["time"].ShouldBeAll(curve.Times);
            expected["hazard"].ShouldBeAll(curve.CumulativeHazard);
        },
        ["rossi_strata"] = expected =>
            expected.ShouldBe(
                Fit(Arrests, Three, new() { Strata = [.. Rossi.Is("race", "other").Select(r => (int)r)] })
            ),
        ["rossi_martingale_resid_first20"] = expected =>
            expected.ShouldBeAll(Fit(Arrests, Three).MartingaleResiduals().Take(20)),
        ["rossi_time_dependent_employment_lagged"] = expected =>
        {
            var lags = Long.Text("employed_lag");
            var known = Long.Where(i => lags[i] != "NA");
            expected.ShouldBe(Fit(Stretches(known), [.. Columns(known, "fin", "age", "prio", "employed_lag")]));
        },
        ["rossi_long_cluster_robust"] = expected =>
            expected.ShouldBe(
                Fit(Stretches(Long), Columns(Long, "fin", "age", "prio"), new() { Clusters = Long.Counts("id") })
            ),
        ["lung_efron"] = expected =>
        {
            var known = Lung.Where(i => Lung.Text("ph.ecog")[i] != "NA");
            var data = FollowUp.Of(known.Numbers("time"), [.. known.Counts("status").Select(s => s == 2)]);
            expected.ShouldBe(Fit(data, Columns(known, "age", "sex", "ph.ecog")));
        },
        ["colon_rx"] = expected =>
            expected.ShouldBe(
                Fit(
                    FollowUp.Of(Colon.Numbers("time"), Colon.Counts("status")),
                    [("rxLev", Colon.Is("rx", "Lev")), ("rxLev+5FU", Colon.Is("rx", "Lev+5FU"))]
                )
            ),
    };

    public static TheoryData<string> Names => [.. Ten.Names];

    private static FollowUp Arrests => FollowUp.Of(Rossi.Numbers("week"), Rossi.Counts("arrest"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_of_the_file_equals_R(string name) => Values[name](Ten[name]);

    private static FollowUp Stretches(ReferenceTable table) =>
        FollowUp.Of(table.Numbers("stop"), table.Counts("arrest")).From(table.Numbers("start"));

    private static (string, double[])[] Columns(ReferenceTable table, params string[] names) =>
        [.. names.Select(n => (n, table.Numbers(n)))];
}
