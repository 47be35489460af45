// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Participation;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Participation;

public class ParticipationHistoryTests
{
    private static readonly Lot Free = Stories.Plain with { Arm = "keuze", ChoiceOf = ["ontheffing", "vrijlating"] };
    private static readonly Lot Reference = Stories.Plain with { Arm = "referentie", Approached = false };
    private static readonly Lot Limited = Stories.Plain with { Places = 100 };

    private static T Refused<T>(Stories story)
        where T : Refusal => story.Last.Why.ShouldHaveSingleItem().ShouldBeOfType<T>();

    [Fact]
    public void From_letter_to_last_day()
    {
        var story = new Stories().Invited().Consented().Started().Then(ParticipationAct.Complete, "2019-06-30");

        story.Last.IsDone.ShouldBeTrue();
        story.On("2017-05-04").State.ShouldBe(ParticipationState.Drawn);
        story.On("2017-05-05").State.ShouldBe(ParticipationState.Invited);
        story.On("2017-06-30").State.ShouldBe(ParticipationState.Consented);
        story.On("2017-07-01").State.ShouldBe(ParticipationState.Active);
        story.On("2019-06-30").State.ShouldBe(ParticipationState.Completed);
        story.Latest.Began.ShouldBeTrue();
    }

    [Fact]
    public void Who_consents_late_on_an_earlier_lot_starts_later()
    {
        var story = new Stories()
            .Invited()
            .Then(ParticipationAct.CloseWithoutReply, "2017-05-28")
            .Consented("2018-02-10", "2018-03-01")
            .Started("2018-03-01");

        story.On("2017-12-31").State.ShouldBe(ParticipationState.NoReply);
        story.Latest.StartsOn.ShouldBe(new DateOnly(2018, 3, 1));
    }

    [Fact]
    public void A_form_signed_in_time_that_comes_in_after_the_closing_counts_from_its_day()
    {
        var story = new Stories()
            .Invited()
            .Then(ParticipationAct.CloseWithoutReply, "2017-05-28")
            .Consented("2017-05-26", writtenOn: "2017-06-02");

        story.Latest.State.ShouldBe(ParticipationState.Consented);
        story.On("2017-05-30", knownOn: "2017-05-30").State.ShouldBe(ParticipationState.NoReply);
        story.On("2017-05-30", knownOn: "2017-06-02").State.ShouldBe(ParticipationState.Consented);
    }

    [Fact]
    public void A_line_that_was_wrong_is_taken_back_and_stays_in_what_was_known_then()
    {
        var story = new Stories()
            .Invited()
            .Then(ParticipationAct.Decline, "2017-05-10")
            .Retracted(2, "2017-05-15")
            .Consented();

        story.Latest.State.ShouldBe(ParticipationState.Consented);
        story.On("2017-05-12", knownOn: "2017-05-12").State.ShouldBe(ParticipationState.Declined);
        story.On("2017-05-12", knownOn: "2017-05-15").State.ShouldBe(ParticipationState.Invited);
        Refused<NoLineToRetract>(story.Retracted(2, "2017-06-01"));
        Refused<NoLineToRetract>(story.Retracted(9, "2017-06-01"));
        Refused<NoLineToRetract>(story.Retracted(3, "2017-06-01"));
        Refused<LaterLineNoLongerFits>(story.Retracted(1, "2017-06-01"));
    }

    [Fact]
    public void A_wrong_date_is_replaced_in_one_line()
    {
        var story = new Stories()
            .Invited()
            .Consented("2017-05-20")
            .Then(
                ParticipationAct.Consent,
                "2017-05-19",
                l => l with { RulesSha256 = "b", StartsOn = Stories.Day("2017-07-01"), Retracts = 2 },
                writtenOn: "2017-05-22"
            );

        story.Last.IsDone.ShouldBeTrue();
        story.Latest.ConsentedOn.ShouldBe(new DateOnly(2017, 5, 19));
        story.Lines.Count.ShouldBe(3);
    }

    [Fact]
    public void Nothing_happens_before_the_draw_or_in_the_future()
    {
        Refused<BeforeTheDraw>(new Stories().Invited("2017-04-30"));
        Refused<InTheFuture>(new Stories().Invited("2020-01-01"));
        var enrolsFirst = Stories.Plain with { EnrolBeforeTheLot = true };
        new Stories(enrolsFirst).Consented("2017-04-20").Last.IsDone.ShouldBeTrue();
    }

    [Fact]
    public void The_reference_arm_is_neither_invited_nor_enrolled()
    {
        Refused<ReferenceIsNotInvited>(new Stories(Reference).Invited());
        Refused<ReferenceIsNotInvited>(new Stories(Reference).Consented());
    }

    [Fact]
    public void A_consent_is_for_the_own_arm_in_writing_on_known_rules_and_before_the_own_start()
    {
        Refused<NotInvitedYet>(new Stories().Consented());
        Refused<ConsentToAnotherArm>(Consent(new Stories(), l => l with { Arm = "vrijlating" }));
        Refused<RulesVersionMissing>(Consent(new Stories(), l => l with { RulesSha256 = null }));
        Refused<ConsentAfterOwnStart>(Consent(new Stories(), l => l with { StartsOn = Stories.Day("2017-05-20") }));
        Refused<ConsentAfterOwnStart>(Consent(new Stories(), l => l with { StartsOn = null }));
        Refused<StartsAfterTheEnd>(Consent(new Stories(), l => l with { StartsOn = Stories.Day("2019-07-01") }));
        Refused<AlreadyConsented>(new Stories().Invited().Consented().Consented("2017-05-21"));
        Refused<ChoiceMissing>(Consent(new Stories(Free), l => l));
        Refused<ChoiceMissing>(Consent(new Stories(Free), l => l with { Arm = "begeleiding" }));
        Consent(new Stories(Free), l => l with { Arm = "vrijlating" }).Latest.RulesArm.ShouldBe("vrijlating");
    }

    private static Stories Consent(Stories story, Func<ParticipationEvent, ParticipationEvent> with) =>
        story
            .Invited()
            .Then(
                ParticipationAct.Consent,
                "2017-05-20",
                l => with(l with { RulesSha256 = "a", StartsOn = Stories.Day("2017-07-01") })
            );

    [Fact]
    public void A_choice_changes_only_as_the_protocol_allows()
    {
        static ParticipationEvent Exemption(ParticipationEvent l) => l with { Arm = "ontheffing" };
        Stories Chosen(ChoiceChange change) =>
            Consent(new Stories(Free with { Change = change }), l => l with { Arm = "vrijlating" });

        var before = Chosen(ChoiceChange.BeforeStart).Then(ParticipationAct.Choose, "2017-06-01", Exemption);
        before.Latest.RulesArm.ShouldBe("ontheffing");
        Refused<ChoiceIsFixed>(before.Started().Then(ParticipationAct.Choose, "2017-08-01", Exemption));
        Refused<ChoiceIsFixed>(Chosen(ChoiceChange.Never).Then(ParticipationAct.Choose, "2017-06-01", Exemption));
        Chosen(ChoiceChange.Always)
            .Started()
            .Then(ParticipationAct.Choose, "2017-08-01", Exemption)
            .Latest.RulesArm.ShouldBe("ontheffing");
        Refused<NoFreeChoice>(
            new Stories().Invited().Consented().Then(ParticipationAct.Choose, "2017-06-01", Exemption)
        );
    }

    [Fact]
    public void Stopping_needs_a_choice_about_the_data_and_no_reason_and_is_for_who_took_part()
    {
        var story = new Stories().Invited().Consented().Started();

        Refused<DataChoiceMissing>(story.Then(ParticipationAct.Withdraw, "2018-01-01"));
        Refused<NeverTookPart>(
            new Stories()
                .Invited()
                .Then(ParticipationAct.Withdraw, "2017-06-01", l => l with { Data = DataChoice.KeepFollowing })
        );
        story.Then(ParticipationAct.Withdraw, "2018-01-01", l => l with { Data = DataChoice.UseUntilNow });
        story.Latest.FollowedUntil.ShouldBe(new DateOnly(2018, 1, 1));
        story.Latest.DataWithdrawnOn.ShouldBeNull();
        story.Then(ParticipationAct.DecideOnData, "2018-02-01", l => l with { Data = DataChoice.WithdrawData });
        story.Latest.DataWithdrawnOn.ShouldBe(new DateOnly(2018, 2, 1));
        story.Latest.State.ShouldBe(ParticipationState.Withdrawn);
        story.Latest.Began.ShouldBeTrue();
    }

    [Fact]
    public void Who_stops_before_the_own_start_never_began()
    {
        var story = new Stories()
            .Invited()
            .Consented()
            .Then(ParticipationAct.Withdraw, "2017-06-15", l => l with { Data = DataChoice.KeepFollowing });

        story.Latest.Began.ShouldBeFalse();
        story.Latest.StartsOn.ShouldBeNull();
    }

    [Fact]
    public void With_limited_places_a_place_comes_before_the_start()
    {
        var story = new Stories(Limited).Invited().Consented();

        Refused<PlaceNotDecided>(story.Started());
        story.Then(ParticipationAct.PutOnWaitingList, "2017-06-01", l => l with { Rank = 101 });
        story.Latest.StartsOn.ShouldBeNull();
        Refused<ActDoesNotFit>(story.Started());
        Refused<StartMustBeLater>(
            story.Then(ParticipationAct.CallUp, "2017-08-10", l => l with { StartsOn = Stories.Day("2017-08-10") })
        );
        story.Then(ParticipationAct.CallUp, "2017-08-10", l => l with { StartsOn = Stories.Day("2017-09-01") });
        story.Started("2017-09-01").Latest.State.ShouldBe(ParticipationState.Active);
    }

    [Fact]
    public void Nobody_completes_before_the_last_day()
    {
        var story = new Stories().Invited().Consented().Started();

        Refused<NotAtTheEndYet>(story.Then(ParticipationAct.Complete, "2019-06-29"));
        story.Then(ParticipationAct.Complete, "2019-06-30").Latest.State.ShouldBe(ParticipationState.Completed);
    }

    [Fact]
    public void A_late_line_that_would_take_the_ground_from_under_a_later_one_is_refused()
    {
        var story = new Stories().Invited().Consented().Started();

        Refused<LaterLineNoLongerFits>(
            story.Then(
                ParticipationAct.Withdraw,
                "2017-06-10",
                l => l with { Data = DataChoice.KeepFollowing },
                writtenOn: "2017-08-01"
            )
        );
    }
}
