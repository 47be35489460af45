// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;
using Proeftuin.Core.Evaluation.Data;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Core.Evaluation.Results;
using Shouldly;
using Xunit;
using static Proeftuin.App.Tests.Evaluation.SyntheticStudy;

namespace Proeftuin.App.Tests.Evaluation;

/// <summary>The report on invented people, held against R (reference/24); the p-values of redrawn lots against their own Monte Carlo error.</summary>
public sealed class EvaluationReportTests
{
    private const double Tolerance = 1e-8;

    public static TheoryData<string> TheArms => [.. Arms];

    [Theory, MemberData(nameof(TheArms))]
    public void Everyone_drawn_in_two_lotteries_is_compared_with_the_lotteries_as_strata(string arm)
    {
        var measured = Main(Whom.EveryoneDrawn, arm).Difference.OrThrow();
        measured.Value.ShouldBe(R($"itt/gross/{arm}", "value"), Tolerance);
        measured.StandardError!.Value.ShouldBe(R($"itt/gross/{arm}", "se"), Tolerance);
        measured.Ranges[0].Lower.ShouldBe(R($"itt/gross/{arm}", "lower"), Tolerance);
        measured.Ranges[0].Upper.ShouldBe(R($"itt/gross/{arm}", "upper"), Tolerance);
        measured.N.ShouldBe((long)R($"itt/gross/{arm}", "n"));
        measured.P!.Value.ShouldBe(R($"itt/gross/{arm}", "p_lot"), Tolerance);
        measured.Test.ShouldBe("exact, alle uitkomsten van het lot");
    }

    [Theory, MemberData(nameof(TheArms))]
    public void The_effect_of_taking_part_is_that_of_the_lot_divided_by_who_began(string arm)
    {
        var measured = Main(Whom.EffectOfTakingPart, arm).Difference.OrThrow();
        measured.Value.ShouldBe(R($"complier/gross/{arm}", "value"), Tolerance);
        measured.StandardError!.Value.ShouldBe(R($"complier/gross/{arm}", "se"), Tolerance);
    }

    [Theory, MemberData(nameof(TheArms))]
    public void One_lottery_gives_shares_with_Newcombes_interval_and_the_exact_p_of_the_lot(string arm)
    {
        var measured = Report
            .Sensitivities.Single(s =>
                s.Way is Sensitivity.FirstLotteryOnly
                && s.Outcome == Report.Plan.Outcomes[0]
                && s.Comparison.Arms[0] == arm
            )
            .Difference.OrThrow();
        foreach (
            var (part, value) in new[]
            {
                ("value", measured.Value),
                ("lower", measured.Ranges[0].Lower),
                ("upper", measured.Ranges[0].Upper),
                ("p", measured.P!.Value),
                ("n", measured.N),
            }
        )
        {
            value.ShouldBe(R($"first-lottery/gross/{arm}", part), Tolerance, part);
        }
    }

    [Theory, MemberData(nameof(TheArms))]
    public void Adjusting_for_traits_is_Lins_regression(string arm)
    {
        var measured = Report
            .Sensitivities.Single(s =>
                s.Way is Sensitivity.AdjustedForTraits
                && s.Outcome == Report.Plan.Outcomes[0]
                && s.Comparison.Arms[0] == arm
            )
            .Difference.OrThrow();
        measured.Value.ShouldBe(R($"lin/gross/{arm}", "value"), Tolerance);
        measured.StandardError!.Value.ShouldBe(R($"lin/gross/{arm}", "se"), Tolerance);
        measured.P!.Value.ShouldBe(R($"lin/gross/{arm}", "p"), Tolerance);
    }

    [Theory, MemberData(nameof(TheArms))]
    public void A_month_is_least_squares_on_the_arms_with_robust_errors(string arm)
    {
        var months = Report.Monthly.Single(m => m.Measure is OutcomeMeasure.ExitToWorkNet);
        var measured = months.Months[12].Arms[Arms.ToList().IndexOf(arm)].OrThrow();
        foreach (
            var (part, value) in new[]
            {
                ("value", measured.Value),
                ("se", measured.StandardError!.Value),
                ("p", measured.P!.Value),
                ("upper", measured.Ranges[0].Upper),
            }
        )
        {
            value.ShouldBe(R($"month-13/net/{arm}", part), Tolerance, part);
        }
    }

    [Fact]
    public void Leaving_for_work_and_for_other_reasons_compete()
    {
        var exits = Report.Exits;
        foreach (var (arm, i) in Arms.Append("onderzoeksgroep").Select((a, i) => (a, i)))
        {
            var curves = exits.Arms[i].OrThrow();
            exits.Horizon.ShouldBe((int)R($"incidence/{arm}", "months"));
            curves.Work[^1].Value.ShouldBe(R($"incidence/{arm}", "work"), Tolerance);
            curves.Other[^1].Value.ShouldBe(R($"incidence/{arm}", "other"), Tolerance);
            curves.StillOnBenefit[^1].Value.ShouldBe(R($"incidence/{arm}", "free"), Tolerance);
        }

        exits.Gray.OrThrow().P.ShouldBe(R("gray", "p"), Tolerance);
        exits.LogRank.OrThrow().P.ShouldBe(R("log-rank", "p"), Tolerance);
        foreach (var (arm, hazard) in Arms.Zip(exits.Hazards.OrThrow()))
        {
            hazard.Ratio.ShouldBe(R($"hazard/{arm}", "ratio"), 1e-7);
            hazard.P.ShouldBe(R($"hazard/{arm}", "p"), 1e-7);
            hazard.Upper.ShouldBe(R($"hazard/{arm}", "upper"), 1e-7);
        }
    }

    [Fact]
    public void Withdrawn_people_count_and_their_outcome_is_missing()
    {
        Report.Missing.Arms.Sum(a => a.Drawn).ShouldBe(460);
        Report.Missing.Arms.Sum(a => a.Withdrawn).ShouldBe((long)R("missing", "total"));
        Report.Missing.Arms.ShouldAllBe(a => a.Missing == a.Withdrawn + a.NotFollowed + a.NoBenefitKnown);
        Report.Missing.SameInAllArms.OrThrow().P.ShouldBe(R("missing", "p"), 1e-7);
        var first = Main(Whom.EveryoneDrawn, Arms[0]);
        first.First.People.ShouldBe(115);
        first.First.Known.ShouldBeLessThan(115);
        Report
            .Missing.Bounded.Where(b => b.Bounds.IsDone)
            .ShouldAllBe(b => b.Bounds.OrThrow().Lower <= b.Bounds.OrThrow().Upper);
    }

    [Fact]
    public void The_family_is_corrected_together_and_the_pooled_comparison_stands_outside()
    {
        var effects = Report.Of(Report.Plan.Outcomes[0], Report.Plan.Estimands[0]);
        var family = effects.Where(e => e.Comparison.InFamily).ToList();
        effects.Single(e => !e.Comparison.InFamily).PAdjusted.ShouldBeNull();
        // Holm by hand: the smallest times three, the next times two, never going down
        var sorted = family.OrderBy(e => e.Difference.OrThrow().P).ToList();
        double least = 0;
        for (var i = 0; i < sorted.Count; i++)
        {
            least = Math.Max(least, Math.Min(1, (sorted.Count - i) * sorted[i].Difference.OrThrow().P!.Value));
            sorted[i].PAdjusted!.Value.ShouldBe(least, 1e-12);
        }
    }

    [Fact]
    public void Goals_of_everyone_drawn_cannot_be_compared()
    {
        var goals = Report.Plan.Outcomes.Single(o => o.Measure is OutcomeMeasure.GoalSet);
        Report
            .Of(goals, Report.Plan.Estimands[0])
            .ShouldAllBe(e => e.Difference.Why.Single() is NotEstimable && e.Verdict == Verdict.NotEstimable);
        Report.Of(goals, Report.Plan.Estimands[1]).ShouldAllBe(e => e.Difference.IsDone);
    }

    [Fact]
    public void The_order_of_the_people_makes_no_difference()
    {
        var turned = EvaluationReport.Of(Data with { People = [.. Data.People.Reverse()] }, Wageningen, Plan, []);
        foreach (var (one, other) in Report.Effects.Zip(turned.Effects))
        {
            one.Difference.IsDone.ShouldBe(other.Difference.IsDone);
            if (one.Difference.IsDone)
            {
                other.Difference.OrThrow().Value.ShouldBe(one.Difference.OrThrow().Value, 1e-9);
            }
        }
    }

    [Fact]
    public void Participants_are_counted_from_their_own_start_and_are_not_called_drawn()
    {
        var effect = Main(Whom.Participants, Arms[0]);
        effect.Estimand.IsByLot.ShouldBeFalse();
        effect.First.People.ShouldBe(Data.People.Count(p => p.Arm == Arms[0] && p.Began));
        effect.Difference.OrThrow().Test.ShouldBe("t-toets");
    }

    [Fact]
    public void Nobody_in_a_group_is_not_estimable_and_not_nought()
    {
        var without = Data with { People = [.. Data.People.Where(p => p.Arm != Arms[0])] };
        var report = EvaluationReport.Of(without, Wageningen, Plan, []);
        var effect = report.Of(Plan.Outcomes[0], Plan.Estimands[0])[0];
        effect.Difference.Why.Single().ShouldBeOfType<NotEstimable>();
        effect.Verdict.ShouldBe(Verdict.NotEstimable);
        effect.First.Mean.ShouldBeNull();
    }

    [Fact]
    public void An_outcome_that_is_a_number_is_judged_by_drawing_the_lots_again()
    {
        var months = Plan.Outcomes.Single(o => o.Measure is OutcomeMeasure.PartTimeMonths);
        var measured = Report.Of(months, Plan.Estimands[0])[0].Difference.OrThrow();
        measured.Test.ShouldBe("2.000 keer opnieuw geloot");
        measured.P!.Value.ShouldBeInRange(0, 1);
    }

    [Fact]
    public void A_draw_with_one_person_on_a_side_does_not_stop_the_comparison()
    {
        var alone = Data.People.First(p => p.Draw == "WAGENINGEN-2017-C2" && p.Arm == Arms[0] && p.OutcomeKnown);
        var people = Data.People.Where(p => p.Draw != "WAGENINGEN-2017-C2" || p == alone).ToList();
        var effect = EvaluationReport
            .Of(Data with { People = people }, Wageningen, Plan, [])
            .Of(Plan.Outcomes[0], Plan.Estimands[0])[0];
        effect.Difference.IsDone.ShouldBeTrue();
        effect.First.Known.ShouldBe((long)R("first-lottery/gross/zelf-in-actie", "n") - effect.Second.Known + 1);
    }

    [Fact]
    public void People_drawn_together_are_redrawn_together_and_judged_by_household()
    {
        // pairs of neighbours in the same arm become households: the value stays, the error becomes that of clusters
        var drawn = Data.People.Where(p => p.Draw == "WAGENINGEN-2017-C1").ToList();
        var paired = drawn
            .GroupBy(p => p.Arm, StringComparer.Ordinal)
            .SelectMany(g => g.Select((p, i) => p with { Unit = $"{g.Key}/{i / 2}" }))
            .ToList();
        var report = EvaluationReport.Of(Data with { People = paired }, Wageningen, Plan, []);
        var measured = report.Of(Plan.Outcomes[0], Plan.Estimands[0])[0].Difference.OrThrow();
        measured.Value.ShouldBe(R("first-lottery/gross/zelf-in-actie", "value"), Tolerance);
        measured.Method.ShouldContain("CR2 per geloot huishouden");
        measured.Test.ShouldBe("2.000 keer opnieuw geloot");
    }

    private static Effect Main(Whom whom, string arm) =>
        Report
            .Of(Report.Plan.Outcomes[0], Report.Plan.Estimands.Single(e => e.Whom == whom))
            .Single(e => e.Comparison.Arms.Count == 1 && e.Comparison.Arms[0] == arm);
}
