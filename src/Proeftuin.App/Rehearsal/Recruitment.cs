// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.App.Draw;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Rehearsal;

/// <summary>Plays the recruitment of one draw: meeting, letters, answers on their days, a reminder, the closing date, and a lottery where an arm has too few places.</summary>
internal sealed class Recruitment(Scene scene, string drawId, DrawPlan drawPlan, string cohort)
{
    private const int MeetingAfter = 9;
    private const int ReminderAfter = 10;

    private readonly Dictionary<Guid, MadeAnswer> answers = [];

    /// <summary>What somebody answered; null for who was never asked.</summary>
    public MadeAnswer? AnswerOf(Guid participant) => answers.GetValueOrDefault(participant);

    /// <summary>Puts the whole recruitment in the script, from the letters today to the start.</summary>
    public async Task Begin(DateOnly closes, DateOnly starts)
    {
        var letters = scene.Today;
        var meeting = await scene.Stage.Use(
            (PlanMeeting use) =>
                use.Handle(
                    new(scene.Slug, letters.AddDays(MeetingAfter), "19.30 uur", "Buurthuis De Fictie", null, true),
                    scene.Lead,
                    scene.Ct
                )
        );
        await Write(LetterKind.Invitation, letters, closes);
        var number = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var person in (await scene.DrawnIn(drawId)).Where(p => p.State == ParticipationState.Invited))
        {
            number[person.Arm] = number.GetValueOrDefault(person.Arm) + 1;
            var answer = MadeAnswer.Of(scene.Plan.Assumed, person.Arm, cohort, scene.Plan.Seed, number[person.Arm]);
            answers.Add(person.Id, answer);
            if (answer.CameToMeeting)
            {
                scene.Script.On(letters.AddDays(MeetingAfter), 20, () => Attend(person, meeting, answer));
            }

            if (answer.Reply != Reply.Nothing)
            {
                scene.Script.On(letters.AddDays(answer.AfterDays), 10, () => Answer(person, answer, starts));
            }
        }

        scene.Script.On(letters.AddDays(ReminderAfter), 9, () => Write(LetterKind.Reminder, scene.Today, closes));
        scene.Script.On(closes.AddDays(1), 9, Close);
    }

    /// <summary>A yes after all, on the lot that was drawn before; the own start is the first of the next month.</summary>
    public Task SayYesAfterAll(Drawn person, MadeAnswer answer)
    {
        var today = scene.Today;
        return Consent(person, answer, new Month(today.Year, today.Month).Plus(1).FirstDay);
    }

    private async Task Write(LetterKind kind, DateOnly on, DateOnly closes)
    {
        var made = await scene.Stage.Attempt(
            (MakeLetters use) => use.Handle(new(scene.Slug, drawId, kind, on, closes), scene.Lead, scene.Ct)
        );
        Expect<NobodyToWriteTo>(made.Why);
    }

    private Task Attend(Drawn person, Guid meeting, MadeAnswer answer) =>
        scene.Stage.Use(
            (RecordAttendance use) => use.Handle(new(scene.Slug, person.Id, meeting, answer.Help), scene.Lead, scene.Ct)
        );

    private Task Answer(Drawn person, MadeAnswer answer, DateOnly starts) =>
        answer.Reply == Reply.Yes
            ? Consent(person, answer, starts)
            : scene.Stage.Use(
                (RecordDecline use) => use.Handle(new(scene.Slug, person.Id, scene.Today), scene.Lead, scene.Ct)
            );

    private Task Consent(Drawn person, MadeAnswer answer, DateOnly starts)
    {
        var choices = scene.Plan.Protocol.ArmOf(person.Arm).ChoiceOf;
        var chosen = choices.Count == 0 ? null : choices[answer.Choice % choices.Count];
        return scene.Stage.Use(
            (RecordConsent use) =>
                use.Handle(
                    new(scene.Slug, person.Id, scene.Today, starts, answer.Channel, Chosen: chosen, Help: answer.Help),
                    scene.Lead,
                    scene.Ct
                )
        );
    }

    private async Task Close()
    {
        var closed = await scene.Stage.Attempt((CloseReplies use) => use.Handle(new(scene.Slug), scene.Lead, scene.Ct));
        Expect<NobodyToDoThisFor>(closed.Why);
        foreach (var lottery in scene.Plan.Protocol.Draw!.PlacesLotteries)
        {
            var divided = await scene.Stage.Attempt(
                (DividePlaces use) => use.Handle(new(scene.Slug, lottery.Arm, scene.Today), scene.Lead, scene.Ct)
            );
            if (divided.Why is [MoreEnrolledThanPlaces])
            {
                await DrawPlaces(lottery.Arm);
            }
            else
            {
                Expect<NobodyToDoThisFor>(divided.Why);
            }
        }
    }

    private async Task DrawPlaces(string arm)
    {
        var ceremony = new DemoCeremony(scene.Stage, scene.Staff, scene.Ct);
        var lottery = await ceremony.Commit(
            scene.Slug,
            PlanFromProtocol.Places(scene.Plan.Protocol, drawPlan, arm).OrThrow(),
            id =>
                scene.Stage.Use((FreezeEnrolments use) => use.Handle(new(id, null, Scene.Why), scene.Officer, scene.Ct))
        );
        scene.Script.At(ceremony.Resumes, () => ceremony.Finish(lottery));
    }

    /// <summary>Some acts find nobody, which is no problem; any other refusal ends the play.</summary>
    internal static void Expect<TRefusal>(IReadOnlyList<Refusal> why)
        where TRefusal : Refusal
    {
        if (why.Count > 0 && why is not [TRefusal])
        {
            throw new PlayRefused(why);
        }
    }
}
