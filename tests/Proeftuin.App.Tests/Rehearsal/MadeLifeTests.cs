// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Rehearsal;
using Proeftuin.Core;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Rehearsal;

/// <summary>The made people of a rehearsal: the same for the same seed, and as often this or that as the assumptions say.</summary>
public sealed class MadeLifeTests
{
    private static readonly DateOnly Start = new(2017, 10, 1);

    private static readonly Assumptions Shipped = AssumptionsFile
        .Read(
            AssumptionsFile.Shipped("wageningen-2017"),
            ProtocolFile.Read(ShippedProtocols.Text("wageningen-2017")).OrThrow()
        )
        .OrThrow();

    [Fact]
    public void The_same_seed_group_and_number_give_the_same_answer_and_the_same_life()
    {
        for (var number = 1; number <= 50; number++)
        {
            MadeAnswer
                .Of(Shipped, "zelf-in-actie", "1", 7, number)
                .ShouldBe(MadeAnswer.Of(Shipped, "zelf-in-actie", "1", 7, number));
            Told(Life(7, "a", number)).ShouldBe(Told(Life(7, "a", number)));
        }
    }

    [Fact]
    public void Another_seed_another_group_or_another_number_gives_another_story()
    {
        string Story(long seed, string group) =>
            string.Join('\n', Enumerable.Range(1, 40).Select(n => Told(Life(seed, group, n))));

        Story(7, "a").ShouldNotBe(Story(8, "a"));
        Story(7, "a").ShouldNotBe(Story(7, "b"));
        Enumerable.Range(1, 400).Select(n => Told(Life(7, "a", n))).Distinct().Count().ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Nobody_leaves_before_the_first_day_earns_while_away_or_stops_without_taking_part()
    {
        for (var number = 1; number <= 2000; number++)
        {
            var life = Life(3, "a", number);
            foreach (var exit in life.Exits)
            {
                exit.On.ShouldBeGreaterThan(Start);
                (exit.BackOn is null || exit.BackOn > exit.On).ShouldBeTrue();
                life.Earnings.ShouldNotContain(e =>
                    e.Month > Month.Of(exit.On) && (exit.BackOn == null || e.Month <= Month.Of(exit.BackOn.Value))
                );
            }

            life.Exits.Zip(life.Exits.Skip(1)).ShouldAllBe(pair => pair.First.BackOn < pair.Second.On);
            life.Earnings.ShouldAllBe(e => e.Amount.Cents > 0);
            (life.Stop is null || life.Stop.On > Start).ShouldBeTrue();
            Life(3, "a", number, takesPart: false).Stop.ShouldBeNull();
        }
    }

    [Fact]
    public void Exits_to_work_come_as_often_as_assumed_and_an_effect_of_two_hundred_doubles_their_chance()
    {
        // A hazard of 1% a month over 12 months: 1 - 0.99^12 = 11.36% (effect 200: 1 - 0.98^12 = 21.53%).
        var only = Shipped with
        {
            Exits = [new("werk", true, false, 120)],
            Return = new(0, 12),
            Stops = new(0, 0, 600, 250),
        };
        Share(only, new("a", 420, 100, 100)).ShouldBe(0.1136, 0.0127, "four standard errors of 10,000");
        Share(only, new("a", 420, 200, 100)).ShouldBe(0.2153, 0.0165);
        Share(only, new("a", 420, 0, 100)).ShouldBe(0);

        static double Share(Assumptions assumed, AssumedArm arm) =>
            Enumerable
                .Range(1, 10_000)
                .Count(n => MadeLife.Of(assumed, arm, Start, Start, 12, Chances.For(11, "x", n)).Exits.Count > 0)
            / 10_000.0;
    }

    [Fact]
    public void Answers_come_as_often_as_assumed()
    {
        var answers = Enumerable
            .Range(1, 10_000)
            .Select(n => MadeAnswer.Of(Shipped, "onderzoeksgroep", "1", 5, n))
            .ToList();

        (answers.Count(a => a.Reply == Reply.Yes) / 10_000.0).ShouldBe(0.42, 0.02);
        (answers.Count(a => a.Reply == Reply.No) / 10_000.0).ShouldBe(0.22, 0.017);
        (answers.Count(a => a.YesAfterMonths != null) / 10_000.0).ShouldBe(0.085, 0.0112);
        answers.Where(a => a.YesAfterMonths != null).ShouldAllBe(a => a.Reply != Reply.Yes);
        answers.ShouldAllBe(a => a.AfterDays >= 2 && a.AfterDays <= MadeAnswer.MostDays);
    }

    private static MadeLife Life(long seed, string group, int number, bool takesPart = true) =>
        MadeLife.Of(
            Shipped,
            takesPart ? Shipped.Of("zelf-in-actie") : null,
            takesPart ? Start : null,
            Start,
            24,
            Chances.For(seed, group, number)
        );

    private static string Told(MadeLife life) =>
        string.Join(' ', life.Exits.Select(e => $"{e.On:o}{e.Reason}{e.BackOn:o}"))
        + string.Join(' ', life.Earnings.Select(e => $"{e.Month}{e.Amount.Cents}{e.FirstTold?.Cents}"))
        + life.Stop
        + string.Join(' ', life.Delays);
}
