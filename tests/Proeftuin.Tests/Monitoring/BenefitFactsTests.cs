// SPDX-License-Identifier: EUPL-1.2
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Monitoring;

public sealed class BenefitFactsTests
{
    private static readonly DateOnly Since = new(2015, 1, 1);
    private static readonly DateOnly Today = new(2019, 1, 1);
    private static readonly BenefitEvent Left = new(BenefitTurn.Exit, new(2018, 1, 1), "werk");
    private static readonly BenefitEvent Back = new(BenefitTurn.Reentry, new(2018, 3, 1), null);

    [Fact]
    public void An_exit_before_the_experiment_is_a_normal_fact() =>
        Judge([], Left with { On = new(2015, 1, 2) }).ShouldBe(Reported.Placed);

    [Fact]
    public void An_exit_in_the_future_is_refused() =>
        Why([], Left with { On = new(2019, 1, 2) }).ShouldBeOfType<FactInTheFuture>();

    [Fact]
    public void An_exit_before_the_benefit_began_is_refused() =>
        Why([], Left with { On = Since }).ShouldBe(new ExitBeforeBenefit(Since, Since));

    [Fact]
    public void An_exit_without_any_known_benefit_is_refused() =>
        BenefitFacts.Judge(null, [], Left, Today).Why.ShouldHaveSingleItem().ShouldBeOfType<NoBenefitKnown>();

    [Fact]
    public void A_second_exit_without_a_return_is_refused_and_names_the_known_one() =>
        Why([Left], Left with { On = new(2018, 6, 1) }).ShouldBe(new LeftAlready(new(2018, 6, 1), Left.On));

    [Fact]
    public void The_same_exit_again_changes_nothing() => Judge([Left], Left).ShouldBe(Reported.KnownAlready);

    [Fact]
    public void The_same_day_with_another_reason_asks_for_a_correction() =>
        Why([Left], Left with { Reason = "verhuizing" }).ShouldBeOfType<OtherReasonKnown>();

    [Fact]
    public void A_return_after_an_exit_is_placed() => Judge([Left], Back).ShouldBe(Reported.Placed);

    [Fact]
    public void A_return_without_a_known_exit_is_parked_until_the_exit_arrives()
    {
        Judge([], Back).ShouldBe(Reported.Parked);
        Judge([Back], Left).ShouldBe(Reported.Placed);
        BenefitTimeline
            .Of(Since, [Back, Left])
            .Spells.ShouldBe([new(Since, Left.On, "werk"), new(Back.On, null, null)]);
    }

    [Fact]
    public void A_later_exit_that_was_known_first_keeps_its_place_when_the_turns_before_it_arrive()
    {
        var later = Left with { On = new(2018, 6, 1) };

        Judge([later], Back).ShouldBe(Reported.Parked);
        Judge([later, Back], Left).ShouldBe(Reported.Placed);
        BenefitTimeline.Of(Since, [later, Back, Left]).Unplaced.ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_who_comes_on_benefit_for_the_first_time_is_placed() =>
        BenefitFacts.Judge(null, [], Back, Today).OrThrow().ShouldBe(Reported.Placed);

    [Fact]
    public void The_order_in_which_turns_become_known_does_not_matter() =>
        Prop.ForAll(
                (
                    from days in Gen.Choose(1, 1400).ArrayOf()
                    from turns in Gen.Elements(BenefitTurn.Exit, BenefitTurn.Reentry).ArrayOf(days.Length)
                    from shuffled in Gen.Shuffle(days.Zip(turns).Distinct().ToArray())
                    select (Told: days.Zip(turns).Distinct().ToArray(), Shuffled: shuffled)
                ).ToArbitrary(),
                scene =>
                {
                    var told = BenefitTimeline.Of(Since, [.. scene.Told.Select(Turned)]);
                    var other = BenefitTimeline.Of(Since, [.. scene.Shuffled.Select(Turned)]);
                    return told.Spells.SequenceEqual(other.Spells) && told.Unplaced.SequenceEqual(other.Unplaced);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Spells_never_overlap_and_every_turn_is_either_placed_or_kept_apart() =>
        Prop.ForAll(
                (
                    from days in Gen.Choose(-50, 1400).ArrayOf()
                    from turns in Gen.Elements(BenefitTurn.Exit, BenefitTurn.Reentry).ArrayOf(days.Length)
                    select days.Zip(turns).Distinct().Select(Turned).ToArray()
                ).ToArbitrary(),
                events =>
                {
                    var timeline = BenefitTimeline.Of(Since, events);
                    var spells = timeline.Spells;
                    var placed = spells.Count(s => s.Before is not null) + spells.Count - 1;
                    return spells.Zip(spells.Skip(1)).All(s => s.First.Before <= s.Second.From)
                        && placed + timeline.Unplaced.Count == events.Length;
                }
            )
            .QuickCheckThrowOnFailure();

    private static BenefitEvent Turned((int Day, BenefitTurn Turn) told) =>
        new(told.Turn, Since.AddDays(told.Day), told.Turn is BenefitTurn.Exit ? "werk" : null);

    private static Reported Judge(BenefitEvent[] known, BenefitEvent reported) =>
        BenefitFacts.Judge(Since, known, reported, Today).OrThrow();

    private static Refusal Why(BenefitEvent[] known, BenefitEvent reported) =>
        BenefitFacts.Judge(Since, known, reported, Today).Why.ShouldHaveSingleItem();
}
