// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Statistics;
using Proeftuin.Statistics.Survival;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>A probability after so many months since the lot, with its interval at the main level.</summary>
public sealed record CurvePoint(int Months, double Value, double Lower, double Upper, double AtRisk);

/// <summary>The first exit of everyone drawn into an arm: the chance to have left for work, to have left for another reason, and to be on benefit still. At every month the three are one.</summary>
public sealed record ArmCurves(
    string Arm,
    long People,
    IReadOnlyList<CurvePoint> Work,
    IReadOnlyList<CurvePoint> Other,
    IReadOnlyList<CurvePoint> StillOnBenefit
);

/// <summary>The chance to have left first for one reason, per arm, at the last month that everybody could reach.</summary>
public sealed record ReasonRow(StudyReason Reason, IReadOnlyList<double?> PerArm);

/// <summary>Leaving benefit over time, the reasons competing with each other: who left for another reason cannot leave for work first any more.</summary>
public sealed record ExitCurves
{
    public required IReadOnlyList<Outcome<ArmCurves>> Arms { get; init; }
    public required IReadOnlyList<string> ArmNames { get; init; }

    /// <summary>The month of the table of reasons.</summary>
    public required int Horizon { get; init; }
    public required IReadOnlyList<ReasonRow> Reasons { get; init; }

    /// <summary>Do the arms differ in leaving for work, the other reasons as they are?</summary>
    public required Outcome<Significance> Gray { get; init; }

    /// <summary>Do the arms differ in leaving at all?</summary>
    public required Outcome<Significance> LogRank { get; init; }

    /// <summary>Per arm against the first comparison's other side: how many times as fast people leave for work, as long as they are on benefit (cause-specific).</summary>
    public required Outcome<IReadOnlyList<HazardRatio>> Hazards { get; init; }

    internal static ExitCurves Of(StudyData data, Protocol protocol, PlannedAnalysis plan)
    {
        List<string> arms = [.. protocol.Arms.Select(a => a.Code).Where(c => data.People.Any(p => p.Arm == c))];
        var seen = data.People.Where(p => p.Arm is not null && Day(p, data) > 0).ToList();
        var follow = FollowUp.Of(
            [.. seen.Select(p => (double)Day(p, data))],
            [.. seen.Select(p => p.FirstExit is null ? 0 : 1 + Place(p, data))]
        );
        var groups = seen.ConvertAll(p => arms.IndexOf(p.Arm!));
        var horizon = HorizonOf(seen, data);
        var work = data.Reasons.Select((r, i) => (r, i)).Where(r => r.r.ToWork).Select(r => r.i + 1).ToHashSet();
        var merged = FollowUp.Of(
            follow.Exit,
            [
                .. follow.Cause.Select(c =>
                    c == 0 ? 0
                    : work.Contains(c) ? 1
                    : 2
                ),
            ]
        );
        return new ExitCurves
        {
            ArmNames = [.. arms.Select(a => protocol.ArmOf(a).Name)],
            Arms =
            [
                .. arms.Select(
                    (a, g) => Curves(protocol.ArmOf(a).Name, Part(merged, groups, g), horizon, plan.MainLevel)
                ),
            ],
            Horizon = horizon,
            Reasons =
            [
                .. data
                    .Reasons.Select(
                        (reason, i) =>
                            new ReasonRow(
                                reason,
                                [.. arms.Select((_, g) => At(Part(follow, groups, g), i + 1, horizon))]
                            )
                    )
                    .Where(r => r.PerArm.Any(p => p > 0)),
            ],
            Gray = GrayTest.Of(merged, groups, 1).Named(t => new Significance(t.P, "Gray")),
            LogRank = Statistics
                .Survival.LogRank.Test(FollowUp.Of(merged.Exit, [.. merged.Cause.Select(c => c > 0)]), groups)
                .Named(t => new Significance(t.Test.P, "log-rank")),
            Hazards = HazardRatio.Of(seen, merged.Only(1), arms, protocol, plan),
        };
    }

    /// <summary>Months are counted as 30.4375 days, so that every person has the same clock.</summary>
    private const double DaysPerMonth = 365.25 / 12;

    private static int Day(StudyPerson person, StudyData data)
    {
        if (person.DataWithdrawn || person.Months.All(m => m is null) && person.FirstExit is null)
        {
            return 0;
        }

        var last = person.FollowedUntil is { } until && until < data.CountDate ? until : data.CountDate;
        return (person.FirstExit ?? last).DayNumber - person.FollowedFrom.DayNumber;
    }

    private static int Place(StudyPerson person, StudyData data) =>
        Math.Max(
            0,
            data.Reasons.ToList()
                .FindIndex(r => string.Equals(r.Code, person.FirstExitReason, StringComparison.Ordinal))
        );

    /// <summary>The whole months that who was drawn last could be followed.</summary>
    private static int HorizonOf(List<StudyPerson> seen, StudyData data) =>
        seen.Count == 0
            ? 1
            : Math.Max(1, (int)((data.CountDate.DayNumber - seen.Max(p => p.FollowedFrom).DayNumber) / DaysPerMonth));

    private static FollowUp Part(FollowUp all, List<int> groups, int group) =>
        all.Rows([.. Enumerable.Range(0, all.Count).Where(i => groups[i] == group)]);

    private static Outcome<ArmCurves> Curves(string name, FollowUp rows, int horizon, double level) =>
        CumulativeIncidence
            .Of(rows, new CurveOptions { Level = level })
            .Named(curves => new ArmCurves(
                name,
                curves.N,
                Points(curves, 1, horizon),
                Points(curves, 2, horizon),
                Free(rows, horizon, level)
            ));

    private static IReadOnlyList<CurvePoint> Points(IncidenceCurves curves, int cause, int horizon)
    {
        var curve = curves.Causes.FirstOrDefault(c => c.Cause == cause);
        return
        [
            .. Enumerable
                .Range(0, horizon + 1)
                .Select(m =>
                {
                    var step = curves.StepAt(m * DaysPerMonth);
                    return curve is null || step < 0
                        ? new CurvePoint(m, 0, 0, 0, step < 0 ? curves.N : curves.AtRisk[step])
                        : new CurvePoint(
                            m,
                            curve.Incidence[step],
                            curve.Interval(step).Lower,
                            curve.Interval(step).Upper,
                            curves.AtRisk[step]
                        );
                }),
        ];
    }

    /// <summary>Kaplan-Meier of still being on benefit without a break.</summary>
    private static IReadOnlyList<CurvePoint> Free(FollowUp rows, int horizon, double level) =>
        KaplanMeier
            .Of(
                FollowUp.Of(rows.Exit, [.. rows.Cause.Select(c => c > 0)]),
                new CurveOptions { Level = level, Interval = CurveInterval.LogLog }
            )
            .Match(
                curve =>
                    Enumerable
                        .Range(0, horizon + 1)
                        .Select(m => curve.At(m * DaysPerMonth))
                        .Select(
                            (p, m) =>
                                new CurvePoint(
                                    m,
                                    p.Survival,
                                    p.Interval?.Lower ?? p.Survival,
                                    p.Interval?.Upper ?? p.Survival,
                                    p.AtRisk
                                )
                        )
                        .ToList(),
                _ => []
            );

    private static double? At(FollowUp rows, int cause, int horizon) =>
        CumulativeIncidence
            .Of(rows)
            .Match(
                curves =>
                    curves.StepAt(horizon * DaysPerMonth) is >= 0 and var step
                        ? curves.Causes.FirstOrDefault(c => c.Cause == cause)?.Incidence[step] ?? 0
                        : 0,
                _ => (double?)null
            );
}

/// <summary>How many times as fast people of an arm leave for work, with its interval at the main level.</summary>
public sealed record HazardRatio(string Arm, string Base, double Ratio, double Lower, double Upper, double P)
{
    internal static Outcome<IReadOnlyList<HazardRatio>> Of(
        List<StudyPerson> people,
        FollowUp toWork,
        List<string> arms,
        Protocol protocol,
        PlannedAnalysis plan
    )
    {
        var reference = plan.Comparisons[0].Against[0];
        var others = arms.Where(a => !string.Equals(a, reference, StringComparison.Ordinal)).ToList();
        if (others.Count == 0 || others.Count == arms.Count)
        {
            return new NotEstimable("er is geen groep om mee te vergelijken");
        }

        var columns = new Statistics.Linear.Matrix(people.Count, others.Count);
        for (var i = 0; i < people.Count; i++)
        {
            for (var j = 0; j < others.Count; j++)
            {
                columns[i, j] = string.Equals(people[i].Arm, others[j], StringComparison.Ordinal) ? 1 : 0;
            }
        }

        var units = people
            .Select(p => p.Unit)
            .Distinct(StringComparer.Ordinal)
            .Select((u, i) => (u, i))
            .ToDictionary(u => u.u, u => u.i, StringComparer.Ordinal);
        return Cox.Fit(
                toWork,
                columns,
                new CoxOptions
                {
                    Level = plan.MainLevel,
                    Clusters = units.Count < people.Count ? [.. people.Select(p => units[p.Unit])] : null,
                }
            )
            .Named(fit =>
                (IReadOnlyList<HazardRatio>)
                    [
                        .. fit.Terms.Select(
                            (t, j) =>
                                new HazardRatio(
                                    protocol.ArmOf(others[j]).Name,
                                    protocol.ArmOf(reference).Name,
                                    t.HazardRatio,
                                    t.HazardRatioInterval.Lower,
                                    t.HazardRatioInterval.Upper,
                                    t.P
                                )
                        ),
                    ]
            );
    }
}
