// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Provisions;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Provisions;

/// <summary>The provisions in numbers on a day, counted by hand.</summary>
public sealed class ProvisionCountsTests
{
    private static readonly DateOnly Start = new(2024, 7, 1);

    private static readonly GuidanceDesign Guidance = new(
        "intensief",
        new Knowable<IReadOnlyList<NamedCode>>.Known([new("werk", "Werk"), new("geld", "Geld")]),
        5,
        ["gesprek", "telefoon"],
        ["team"],
        6,
        null
    );

    [Fact]
    public void What_is_decided_or_paid_after_the_day_does_not_count_yet()
    {
        PremiumFacts[] cases =
        [
            new(Day(0), Day(10), true, Eur.OfEuros(1500), Day(20), null),
            new(Day(1), Day(11), false, Eur.Zero, null, null),
            new(Day(2), null, false, Eur.Zero, null, Day(5)),
            new(Day(3), null, false, Eur.Zero, null, null),
            new(Day(30), null, false, Eur.Zero, null, null),
        ];

        PremiumTally.Of(cases, Day(10)).ShouldBe(new(4, 2, 1, 0, 1, 0, Eur.OfEuros(1500), Eur.Zero));
        PremiumTally.Of(cases, Day(20)).ShouldBe(new(4, 1, 1, 1, 1, 1, Eur.OfEuros(1500), Eur.OfEuros(1500)));
    }

    [Fact]
    public void Nobody_used_the_guarantee_is_zero_of_everybody_who_has_it()
    {
        var term = ReturnGuarantee.TermOf(Start, 6);
        var tally = GuaranteeTally.Of(
            Enumerable.Repeat((Start, new GuaranteeFacts(term, null, null, false)), 3),
            Start.AddDays(40)
        );

        (tally.Used, tally.Registered, tally.Running).ShouldBe((0, 3, 3));
        Share.Of(tally.Used, tally.Registered).OrThrow().ToString().ShouldBe("0,0%");
    }

    [Fact]
    public void The_share_within_a_day_is_of_what_was_decided_and_every_delay_has_its_reason()
    {
        var tally = OneDayTally.Of(
            [
                new(Day(0), Day(0), true, true, null),
                new(Day(0), Day(3), true, false, DelayReason.MissingInformation),
                new(Day(1), Day(1), false, true, null),
                new(Day(2), null, false, false, null),
            ],
            Day(3)
        );

        (tally.Reported, tally.Open, tally.Decided, tally.Granted, tally.WithinADay).ShouldBe((4, 1, 3, 2, 2));
        tally.Delays.Where(d => d.Count > 0).ShouldBe([(DelayReason.MissingInformation, 1)]);
    }

    [Fact]
    public void Areas_of_life_are_compared_with_the_own_baseline()
    {
        GuidanceFacts[] people =
        [
            new(
                Day(0),
                null,
                null,
                [new(Day(0), [2, 3]), new(Day(100), [4, 3])],
                [(Day(5), "gesprek", 60), (Day(9), "telefoon", 15)]
            ),
            new(
                Day(0),
                Day(90),
                GuidanceEnd.HandedOver,
                [new(Day(0), [3, 3]), new(Day(80), [2, 4])],
                [(Day(8), "gesprek", 45)]
            ),
            new(Day(20), Day(60), GuidanceEnd.ToWork, [new(Day(20), [4, 4])], []),
        ];

        var tally = GuidanceTally.Of(Guidance, people, Day(120));

        (tally.Started, tally.Running, tally.WithBaseline, tally.WithFollowUp).ShouldBe((3, 1, 3, 2));
        tally.Areas.ShouldBe([new("Werk", 1, 0, 1), new("Geld", 1, 1, 0)]);
        (tally.Contacts.Contacts, tally.Contacts.Minutes).ShouldBe((3, 120));
        tally.Contacts.PerForm.ShouldBe([("gesprek", 2), ("telefoon", 1)]);
        tally.Ends.Where(e => e.Count > 0).ShouldBe([(GuidanceEnd.HandedOver, 1), (GuidanceEnd.ToWork, 1)]);
        GuidanceTally.Of(Guidance, people, Day(30)).WithFollowUp.ShouldBe(0);
    }

    [Fact]
    public void Intensity_is_contacts_per_thirty_days()
    {
        var intensity = ContactIntensity.Of(["gesprek"], [("gesprek", 30), ("gesprek", 30), ("gesprek", 30)]);

        intensity.TenthsPer30Days(45).ShouldBe(20);
        intensity.TenthsPer30Days(0).ShouldBeNull();
    }

    [Theory]
    [InlineData(-32, "past niet in de volgorde")]
    [InlineData(500, "moet nog komen")]
    public void A_baseline_lies_around_the_start(int day, string why) =>
        GuidanceProgress
            .Judge(Guidance.Areas.Match(a => a, _ => []), 5, [], Day(day), [1, 5], Start, Day(200))
            .Why.ShouldHaveSingleItem()
            .Message.ShouldContain(why);

    [Theory]
    [InlineData(null, 3)]
    [InlineData(0, 3)]
    [InlineData(6, 3)]
    public void Every_area_needs_a_score_of_the_scale(int? first, int? second) =>
        GuidanceProgress
            .Judge(Guidance.Areas.Match(a => a, _ => []), 5, [], Day(1), [first, second], Start, Day(200))
            .Why.ShouldHaveSingleItem()
            .Message.ShouldBe("Vul bij 'Werk' een score in van 1 tot en met 5.");

    private static DateOnly Day(int n) => Start.AddDays(n);
}
