// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Evaluation;
using Proeftuin.Core.Monitoring;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Monitoring;

public sealed class CountingTests
{
    private static readonly DateOnly Lot = new(2017, 9, 15);
    private static readonly DateOnly On = new(2018, 10, 1);

    [Fact]
    public void A_count_date_before_anybody_is_followed_is_refused() =>
        Counting.Of(Plan(), [], Lot, On).Why.ShouldBe([new CountedTooEarly(Lot, Lot)]);

    [Fact]
    public void Somebody_in_an_arm_the_protocol_does_not_have_is_refused() =>
        Counting.Of(Plan(), [Person("X")], On, On).Why.ShouldBe([new ArmNotInPlan("X")]);

    [Fact]
    public void Spells_that_touch_are_no_exit()
    {
        var person = Person("A", new(new(2015, 1, 1), new(2018, 1, 1), "werk"), new(new(2018, 1, 1), null, null));

        Itt("A", person).Gross.ShouldBe(0);
    }

    [Fact]
    public void A_break_of_one_day_is_an_exit_when_the_protocol_says_nothing()
    {
        var person = Person("A", new(new(2015, 1, 1), new(2018, 1, 1), "werk"), new(new(2018, 1, 2), null, null));

        var row = Itt("A", person);
        (row.Gross, row.Net).ShouldBe((1, 0));
    }

    [Fact]
    public void Exit_return_exit_counts_net()
    {
        var person = Person(
            "A",
            new(new(2015, 1, 1), new(2018, 1, 1), "werk"),
            new(new(2018, 3, 1), new(2018, 9, 1), "verhuizing")
        );

        Itt("A", person).Net.ShouldBe(1);
    }

    [Fact]
    public void A_person_who_declined_stays_in_the_analysis()
    {
        var tables = Tables(
            Person("A", new BenefitSpell(new(2015, 1, 1), new(2018, 1, 1), "werk")) with
            {
                StartsOn = null,
            }
        );

        tables.Of(Population.IntentionToTreat).Groups[0].Gross.ShouldBe(1);
        tables.Of(Population.Participants).Groups[0].People.ShouldBe(0);
    }

    [Fact]
    public void The_same_evaluation_works_out_the_live_table_and_a_published_one()
    {
        // Wageningen's own counts, remade as people: 26 of 98, 24 of 94, 24 of 109, 15 of 91 and 41 of 382 exits.
        var people = Group("EXP1", 98, 26, 24)
            .Concat(Group("EXP2", 94, 24, 23))
            .Concat(Group("EXP3", 109, 24, 18))
            .Concat(Group("EXP4", 91, 15, 14))
            .Concat(Group(null, 382, 41, 38));
        var plan = Plan() with
        {
            Arms =
            [
                new("EXP1", "Zelf in actie", GroupKind.Arm),
                new("EXP2", "Extra begeleiding", GroupKind.Arm),
                new("EXP3", "Verdienen loont", GroupKind.Arm),
                new("EXP4", "Onderzoeksgroep", GroupKind.Control),
            ],
        };
        var tables = Counting.Of(plan, people, On, On).OrThrow();

        var report = CountsReport.Of(AsCounts.Of(tables, Population.Participants).OrThrow(), [], 0.95).OrThrow();

        // domain/wageningen_oracle.json: 10.05 percentage points, and Fisher p = 0.1128
        var first = report.Comparisons.First(c =>
            c is { Measure: ExitMeasure.Gross, First.Name: "Zelf in actie", Second.Name: "Onderzoeksgroep" }
        );
        first.Randomised.ShouldBeTrue();
        Math.Round(first.Difference.OrThrow().Value, 4).ShouldBe(0.1005);
        Math.Round(first.Fisher.OrThrow().P, 4).ShouldBe(0.1128);
        report.Comparisons.ShouldContain(c => !c.Randomised && c.Second.Name == "Niet geloot");
    }

    [Fact]
    public void Everybody_drawn_in_the_table_needs_no_remark_that_intention_to_treat_cannot_be_estimated()
    {
        var tables = Tables(Group("A", 10, 2, 1).Concat(Group("B", 10, 1, 1)).ToArray());

        Remarks(tables, Population.IntentionToTreat).OfType<IntentionToTreatNotEstimable>().ShouldBeEmpty();
        Remarks(tables, Population.Participants).OfType<IntentionToTreatNotEstimable>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_group_drawn_to_be_left_alone_is_a_comparison_by_lot_only_with_everybody_drawn()
    {
        var tables = Tables(
            Group("A", 10, 2, 1)
                .Concat(Group("B", 10, 1, 1))
                .Concat(Group("R", 10, 1, 0).Select(p => p with { StartsOn = null }))
                .ToArray()
        );

        Comparisons(tables, Population.IntentionToTreat)
            .Where(c => c.Second.Name == "R")
            .ShouldAllBe(c => c.Randomised);
        Comparisons(tables, Population.Participants).Where(c => c.Second.Name == "R").ShouldAllBe(c => !c.Randomised);
    }

    [Fact]
    public void A_list_of_reasons_without_unknown_is_refused() =>
        ExitReasons.Of([new("werk", "Werk", true, null)]).IsDone.ShouldBeFalse();

    private static IReadOnlyList<Remark> Remarks(MonitorTables tables, Population population) =>
        CountsReport.Of(AsCounts.Of(tables, population).OrThrow(), [], 0.95).OrThrow().Remarks;

    private static IReadOnlyList<Comparison> Comparisons(MonitorTables tables, Population population) =>
        CountsReport.Of(AsCounts.Of(tables, population).OrThrow(), [], 0.95).OrThrow().Comparisons;

    private static IEnumerable<Followed> Group(string? arm, int size, int gross, int net) =>
        Enumerable
            .Range(0, size)
            .Select(i =>
                i >= gross ? Person(arm, new BenefitSpell(new(2015, 1, 1), null, null))
                : i < net ? Person(arm, new BenefitSpell(new(2015, 1, 1), new(2018, 1, 1), "werk"))
                : Person(arm, new(new(2015, 1, 1), new(2018, 1, 1), "werk"), new(new(2018, 6, 1), null, null))
            );

    private static GroupOutcome Itt(string arm, Followed person) =>
        Tables(person).Of(Population.IntentionToTreat).Groups.Single(g => g.Group.Code == arm);

    private static MonitorTables Tables(params Followed[] people) => Counting.Of(Plan(), people, On, On).OrThrow();

    private static Followed Person(string? arm, params BenefitSpell[] spells) =>
        new()
        {
            Arm = arm,
            FollowedFrom = Lot,
            StartsOn = arm is null ? null : new(2017, 10, 1),
            Spells = spells,
        };

    private static MonitorPlan Plan() =>
        new()
        {
            Arms = [new("A", "A", GroupKind.Arm), new("B", "B", GroupKind.Control), new("R", "R", GroupKind.Reference)],
            FollowedFrom = Lot,
            Reasons = Scene.Reasons,
        };
}
