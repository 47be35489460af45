// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation.Sizing;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Evaluation;

/// <summary>Expected values from R (reference 16 and 17): power.prop.test, and exact power of Fisher's test.</summary>
public class PowerAnswerTests
{
    private static readonly PowerPlan TenToTwenty = new()
    {
        PerGroup = 100,
        Expected = 10,
        Difference = 10,
    };

    [Fact]
    public void Hundred_per_group_finds_ten_against_twenty_per_cent_about_half_of_the_time() =>
        PowerAnswer.Of(TenToTwenty).OrThrow().Power.OrThrow().ShouldBe(0.5082256032198605, 1e-9);

    [Fact]
    public void For_eighty_per_cent_power_199_people_per_group_are_needed() =>
        PowerAnswer.Of(TenToTwenty).OrThrow().PeopleNeeded.OrThrow().ShouldBe(199);

    [Fact]
    public void Hundred_per_group_finds_a_rise_from_ten_to_twentyfive_per_cent() =>
        PowerAnswer.Of(TenToTwenty).OrThrow().SmallestDifference.OrThrow().ShouldBe(14.958964451547969, 1e-4);

    [Fact]
    public void Four_comparisons_share_the_level() =>
        PowerAnswer
            .Of(TenToTwenty with { Comparisons = 4 })
            .OrThrow()
            .Power.OrThrow()
            .ShouldBe(0.300640631950226, 1e-5);

    [Fact]
    public void Who_does_not_take_part_dilutes_the_difference() =>
        PowerAnswer.Of(TenToTwenty with { TakeUp = 70 }).OrThrow().Power.OrThrow().ShouldBe(0.3035550958689863, 1e-3);

    [Fact]
    public void A_half_missing_is_half_the_people() =>
        PowerAnswer
            .Of(TenToTwenty with { PerGroup = 200, DropOut = 50 })
            .OrThrow()
            .Power.OrThrow()
            .ShouldBe(0.5082256032198605, 1e-9);

    [Fact]
    public void The_grid_holds_the_plan_itself()
    {
        var answer = PowerAnswer.Of(TenToTwenty with { PerGroup = 123, Difference = 6.5m }).OrThrow();

        var own = answer.Grid.SelectMany(row => row).Single(p => p is { PerGroup: 123, Difference: 6.5m });
        own.Power.ShouldBe(answer.Power.OrThrow());
        answer.BySize.Select(s => s.PerGroup).ShouldBeInOrder();
        answer.BySize.Count.ShouldBe(answer.Grid.Count);
    }

    [Fact]
    public void More_people_never_find_less() =>
        Prop.ForAll(
                Gen.Choose(2, 3000).ToArbitrary(),
                Gen.Choose(1, 25).ToArbitrary(),
                (size, points) =>
                {
                    double Power(int n) =>
                        PowerAnswer
                            .Of(TenToTwenty with { PerGroup = n, Difference = points })
                            .OrThrow()
                            .Power.OrThrow();
                    return Power(size) <= Power(size + 50) + 1e-12;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_impossible_number_is_named()
    {
        var refused = PowerAnswer.Of(
            new PowerPlan
            {
                PerGroup = 0,
                Expected = 95,
                Difference = 10,
                Level = 100,
            }
        );

        refused
            .Why.Select(w => w.Message)
            .ShouldBe([
                "Mensen per groep moet liggen tussen 2 en 1.000.000.",
                "Verwachte uitkomst met het verschil erbij moet liggen tussen 0 en 100.",
                "Betrouwbaarheid moet liggen tussen 50 en 99,9.",
            ]);
    }

    [Fact]
    public void The_sentences_never_call_not_found_no_effect()
    {
        var said = string.Join(" ", PowerSentences.Of(PowerAnswer.Of(TenToTwenty).OrThrow()));

        said.ShouldContain("51%");
        said.ShouldContain("199 mensen per groep");
        said.ShouldContain("betekent dat niet dat er geen effect is");
    }

    [Fact]
    public void More_people_than_there_are_is_said() =>
        PowerSentences
            .Of(PowerAnswer.Of(TenToTwenty with { Population = 400 }).OrThrow())
            .ShouldContain(s => s.Contains("500 mensen, en er kunnen er 400", StringComparison.Ordinal));

    [Fact]
    public void A_played_design_comes_to_the_exact_power()
    {
        var design = new PlayedDesign
        {
            Control = "controle",
            ControlDrawn = 100,
            Compared = [("ontheffing", 100, null), ("begeleiding", 100, null)],
        };

        var played = design.Play(TenToTwenty, 10, 4_000).OrThrow();

        // Fisher, 100 against 100, 10% against 20%: reference 17
        played.PerArm.ShouldAllBe(p => Math.Abs(p - 0.4441533217891305) < 4 * played.MonteCarloError);
        played.AtLeastOne.ShouldBeGreaterThan(played.PerArm.Max());
    }

    [Fact]
    public void Places_that_run_out_cost_power()
    {
        PlayedDesign With(int? places) =>
            new()
            {
                Control = "controle",
                ControlDrawn = 200,
                Compared = [("vrijlating", 200, places)],
            };

        var free = With(null).Play(TenToTwenty, 10, 2000).OrThrow();
        var limited = With(100).Play(TenToTwenty, 10, 2000).OrThrow();

        limited.PerArm[0].ShouldBeLessThan(free.PerArm[0] - 0.2);
    }
}
