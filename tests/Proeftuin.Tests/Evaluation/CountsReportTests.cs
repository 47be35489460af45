// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;
using Proeftuin.Tests.Statistics;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Evaluation;

public sealed class CountsReportTests
{
    private static readonly CountsReport Wageningen = Table.Report(Table.Wageningen);

    [Fact]
    public void The_percentages_of_the_published_table_come_out_of_its_counts()
    {
        Wageningen.Rows.Select(r => r.Gross.ToString()).ShouldBe(["26,5%", "25,5%", "22,0%", "16,5%", "10,7%"]);
        Wageningen.Rows.Select(r => r.Net.ToString()).ShouldBe(["24,5%", "24,5%", "16,5%", "15,4%", "9,9%"]);
    }

    public static TheoryData<string, string, string> Witnessed =>
        new()
        {
            { "EXP1_vs_EXP4", "EXP1", "EXP4" },
            { "EXP2_vs_EXP4", "EXP2", "EXP4" },
            { "EXP3_vs_EXP4", "EXP3", "EXP4" },
            { "EXP1_vs_GD", "EXP1", "GD" },
            { "EXP2_vs_GD", "EXP2", "GD" },
            { "EXP3_vs_GD", "EXP3", "GD" },
            { "EXP4_vs_GD", "EXP4", "GD" },
            { "EXP12_vs_EXP4", "EXP1+EXP2", "EXP4" },
            { "EXP123_vs_EXP4", "EXP1+EXP2+EXP3", "EXP4" },
            { "EXP12_vs_GD", "EXP1+EXP2", "GD" },
            { "EXP123_vs_GD", "EXP1+EXP2+EXP3", "GD" },
            { "EXP1234_vs_GD", "EXP1+EXP2+EXP3+EXP4", "GD" },
        };

    [Theory]
    [MemberData(nameof(Witnessed))]
    public void Every_comparison_equals_the_witness_gross_and_net(string name, string first, string second)
    {
        var witness = Witness.Of("01-wageningen-two-proportions.json");
        foreach (var (measure, prefix) in new[] { (ExitMeasure.Gross, "gross"), (ExitMeasure.Net, "net") })
        {
            var expected = witness[$"{prefix}/{name}"];
            var mine = Wageningen.Comparisons.Single(c =>
                c.Measure == measure
                && string.Join('+', c.First.Codes) == first
                && string.Join('+', c.Second.Codes) == second
            );
            var difference = mine.Difference.OrThrow();
            expected["difference"].ShouldBe(difference.Value);
            expected["ci"]["level_95"]["newcombe"].ShouldBe(difference.Lower, difference.Upper);
            expected["p_fisher_two_sided"].ShouldBe(mine.Fisher.OrThrow().P);
            expected["p_chi2"].ShouldBe(mine.ChiSquare.OrThrow().P);
        }
    }

    [Fact]
    public void Twelve_comparisons_are_made_for_each_way_of_counting_and_no_other() =>
        Wageningen.Comparisons.Count.ShouldBe(2 * Witnessed.Count);

    [Fact]
    public void A_comparison_with_people_who_were_never_drawn_is_called_not_randomised()
    {
        Wageningen.Comparisons.Where(c => c.Second.Codes.Contains("GD")).ShouldAllBe(c => !c.Randomised);
        Wageningen.Comparisons.Where(c => !c.Second.Codes.Contains("GD")).ShouldAllBe(c => c.Randomised);
        Wageningen
            .Comparisons.Where(c => !c.Randomised)
            .Select(Sentences.Of)
            .ShouldAllBe(s => s.Contains("er is niet geloot"));
        Wageningen.Remarks.OfType<NotRandomisedGroup>().Single().Group.ShouldBe("Geen deelname");
    }

    [Fact]
    public void It_says_that_those_who_stopped_are_left_out_and_that_intention_to_treat_cannot_be_computed()
    {
        Wageningen.Remarks.OfType<StoppedAreLeftOut>().Single().ShouldBe(new StoppedAreLeftOut(18, 410, 392));
        Wageningen.Remarks.OfType<IntentionToTreatNotEstimable>().Single().DrawnIsPublished.ShouldBeFalse();
        Wageningen.Remarks.OfType<ParticipantsDoNotAddUp>().ShouldBeEmpty();
    }

    [Fact]
    public void A_denominator_that_keeps_those_who_stopped_gets_no_such_remark() =>
        Table
            .Report([.. Table.Wageningen.Select(g => g with { Size = g.Started ?? g.Size })])
            .Remarks.OfType<StoppedAreLeftOut>()
            .ShouldBeEmpty();

    [Fact]
    public void Participants_that_do_not_add_up_are_named() =>
        Table
            .Report([Table.Wageningen[0] with { ExitedAll = 41 }, .. Table.Wageningen[1..]])
            .Remarks.OfType<ParticipantsDoNotAddUp>()
            .Single()
            .ShouldBe(new ParticipantsDoNotAddUp("Zelf in actie", 106, 107));

    [Fact]
    public void Bounds_for_those_who_stopped_equal_the_witness()
    {
        var expected = Witness.Of("02-wageningen-attrition-bounds.json")["net/EXP3_vs_EXP4"];
        var bounds = Wageningen
            .Bounds.Single(b => b is { Measure: ExitMeasure.Net, Arm: "Verdienen loont" })
            .Bounds.OrThrow();
        expected["lower"].ShouldBe(bounds.Lower);
        expected["upper"].ShouldBe(bounds.Upper);
        expected["imbens_manski_ci"].ShouldBe(bounds.IntervalLower, bounds.IntervalUpper);
    }

    [Fact]
    public void Without_a_control_arm_there_is_no_comparison_by_lot_and_it_says_so()
    {
        var report = Table.Report(Table.Group("A", 10, 2, 1), Table.Group("B", 10, 3, 3));
        report.Comparisons.ShouldBeEmpty();
        report.Remarks.OfType<NoControlArm>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Nobody_left_for_work_is_not_estimable_and_never_p_is_one()
    {
        var report = Table.Report(
            Table.Group("A", 10, 0, 0),
            Table.Group("B", 12, 0, 0) with
            {
                Role = GroupRole.Control,
            }
        );
        var comparison = report.Comparisons[0];
        comparison.Fisher.Why.Single().ShouldBeOfType<NotEstimable>();
        comparison.ChiSquare.Why.Single().ShouldBeOfType<NotEstimable>();
        comparison.Verdict.ShouldBe(Verdict.NotEstimable);
        Sentences.Of(comparison).ShouldNotContain("aangetoond");
        report.Omnibus[0].Exact.Why.Single().ShouldBeOfType<NotEstimable>();
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    public void A_level_that_is_no_level_is_refused(double level) =>
        CountsReport.Of(Table.Of(Table.Wageningen), [], level).Why.Single().ShouldBeOfType<NotEstimable>();

    [Fact]
    public void The_words_never_say_more_than_the_number()
    {
        var notShown = Wageningen.Comparisons.First(c => c.Verdict is Verdict.NotShown && c.Randomised);
        Sentences
            .Of(notShown)
            .ShouldBe(
                "Zelf in actie: 26 van de 98 mensen gingen werken (26,5%). Onderzoeksgroep: 15 van de 91 (16,5%). "
                    + "Het verschil is 10,0 procentpunt (95%-interval: van -1,8 tot 21,4). Een verschil is niet aangetoond. "
                    + "Dat is iets anders dan 'geen effect': ook een verschil van 21,4 procentpunt past bij deze aantallen."
            );
        foreach (var comparison in Wageningen.Comparisons)
        {
            var says = Sentences.Of(comparison);
            says.Contains("niet aangetoond", StringComparison.Ordinal).ShouldBe(comparison.Verdict is Verdict.NotShown);
            says.ShouldNotContain("bewezen");
            says.ShouldNotContain("werkt niet");
        }
    }

    [Fact]
    public void A_test_and_an_interval_that_disagree_leave_it_undecided()
    {
        // in groups this small the exact test is more careful than the interval
        var report = Table.Report(
            Table.Group("A", 15, 8, 8),
            Table.Group("B", 15, 2, 2) with
            {
                Role = GroupRole.Control,
            }
        );
        var comparison = report.Comparisons.First(c => c.Measure is ExitMeasure.Gross);
        comparison.Difference.OrThrow().LeavesOutZero.ShouldBeTrue();
        comparison.Fisher.OrThrow().P.ShouldBeGreaterThan(0.05);
        comparison.Verdict.ShouldBe(Verdict.Doubtful);
        Sentences.Of(comparison).ShouldContain("onzeker");
    }

    [Fact]
    public void The_order_of_the_rows_changes_nothing_but_the_order()
    {
        var turned = Table.Report([.. Table.Wageningen.Reverse()]);
        var mine = Wageningen
            .Comparisons.Where(c => c.First.Codes.Count == 1)
            .Select(Key)
            .Order(StringComparer.Ordinal);
        turned
            .Comparisons.Where(c => c.First.Codes.Count == 1)
            .Select(Key)
            .Order(StringComparer.Ordinal)
            .ShouldBe(mine);
        turned.Omnibus[0].Exact.OrThrow().P.ShouldBe(Wageningen.Omnibus[0].Exact.OrThrow().P, 1e-12);
    }

    private static string Key(Comparison c) => $"{c.Measure} {c.First.Name} {c.Second.Name} {c.Fisher.OrThrow().P:R}";
}
