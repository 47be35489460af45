// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Rehearsal;

/// <summary>
/// Gives everybody a life and plays it: who stops, who says yes after all, and what the benefit administration delivers each month. A life goes
/// with a place in the story ("the 12th of those who take part in this arm"), not with a name, so that a seed gives the same tables
/// although the lots fall by chance.
/// </summary>
internal sealed class Following(Scene scene, Cast cast)
{
    /// <summary>The month's files come on this day of the next month.</summary>
    public const int DeliveryDay = 8;

    private readonly HashSet<Guid> followed = [];
    private readonly MadeFacts facts = new();

    /// <summary>The last day of the story.</summary>
    public DateOnly LastDay => scene.Plan.Start.AddMonths(scene.Plan.Months).AddDays(-1);

    /// <summary>Everyone of a draw gets a life, now that it is known who takes part.</summary>
    public async Task Follow(string drawId, string cohort, Recruitment recruitment)
    {
        var number = new Dictionary<(string, ParticipationState), int>();
        foreach (var person in await scene.DrawnIn(drawId))
        {
            var kind = (person.Arm, person.State);
            number[kind] = number.GetValueOrDefault(kind) + 1;
            var group = $"{cohort}/{person.Arm}/{person.State}";
            if (
                person.State is ParticipationState.Consented or ParticipationState.Admitted or ParticipationState.Active
            )
            {
                Take(person, group, number[kind], person.StartsOn!.Value);
            }
            else if (!Late(person, group, number[kind], recruitment))
            {
                Give(person.PersonId, Life(group, number[kind], person.DrawnOn, null, null));
            }
        }
    }

    /// <summary>Everybody in the registers who was never drawn, followed from this day like the rest of the benefit administration.</summary>
    public void FollowTheOthers(string cohort, DateOnly from, IReadOnlySet<Guid> inTarget)
    {
        // Who could have been drawn and who could not are counted apart, so that chance in the lots moves no life from one to the other.
        var others = cast.InOrder.Where(p => !followed.Contains(p)).ToLookup(inTarget.Contains);
        foreach (var (group, people) in new[] { ("niet-geloot", others[true]), ("uitgesloten", others[false]) })
        {
            var number = 0;
            foreach (var person in people.ToList())
            {
                Give(person, Life($"{cohort}/{group}", ++number, from, null, null));
            }
        }
    }

    /// <summary>What the administration delivers about a month.</summary>
    public IReadOnlyList<MadeFact> FactsOf(Month month) => facts.Of(month);

    private void Take(Drawn person, string group, int number, DateOnly start)
    {
        var life = Life(group, number, person.DrawnOn, scene.Plan.Assumed.Of(person.Arm), start);
        Give(person.PersonId, life);
        Play(person, life, group, number, start);
    }

    /// <summary>A yes after all, when that is the person's answer. False when it is not, or when the person is not on benefit any more by then.</summary>
    private bool Late(Drawn person, string group, int number, Recruitment recruitment)
    {
        if (recruitment.AnswerOf(person.Id) is not { YesAfterMonths: { } months } answer)
        {
            return false;
        }

        var month = Month.Of(scene.Plan.Start).Plus(months - 1);
        var (says, start) = (month.FirstDay.AddDays(9), month.Plus(1).FirstDay);
        var life = Life(group, number, person.DrawnOn, scene.Plan.Assumed.Of(person.Arm), start);
        if (says <= scene.Today || start > LastDay || life.IsAwayOn(says) || life.IsAwayOn(start))
        {
            return false;
        }

        Give(person.PersonId, life);
        scene.Script.On(says, 11, () => recruitment.SayYesAfterAll(person, answer));
        Play(person, life, group, number, start);
        return true;
    }

    private void Play(Drawn person, MadeLife life, string group, int number, DateOnly start)
    {
        if (life.Stop is { } stop && stop.On <= LastDay)
        {
            scene.Script.On(stop.On, 15, () => Stop(person, stop));
        }

        if (scene.Plan.Protocol.Goals is { Ladder.Count: > 0 } goals)
        {
            var until = life.Stop?.On.AddDays(-1) ?? LastDay;
            foreach (
                var talk in MadeGoals
                    .Of(goals, start, until, Chances.For(scene.Plan.Seed, "doelen/" + group, number))
                    .Where(talk => !life.IsAwayOn(talk.On))
            )
            {
                facts.Put(
                    Month.Of(talk.On),
                    new MadeFact.Goals(cast[person.PersonId].Bsn, talk.On, talk.Codes, talk.Highest, talk.Promising)
                );
            }
        }
    }

    private Task Stop(Drawn person, MadeStop stop) =>
        stop.ByMunicipality
            ? scene.Stage.Use(
                (EndParticipation use) =>
                    use.Handle(
                        new(
                            scene.Slug,
                            person.Id,
                            stop.On,
                            Reason.Of("Hield zich niet aan de afspraken (verzonnen)").OrThrow()
                        ),
                        scene.Lead,
                        scene.Ct
                    )
            )
            : scene.Stage.Use(
                (StopParticipation use) =>
                    use.Handle(new(scene.Slug, person.Id, stop.On, stop.Data, null), scene.Lead, scene.Ct)
            );

    private MadeLife Life(string group, int number, DateOnly from, AssumedArm? arm, DateOnly? start) =>
        MadeLife.Of(
            scene.Plan.Assumed,
            arm,
            start,
            from,
            Month.Of(LastDay) - Month.Of(from) + 1,
            Chances.For(scene.Plan.Seed, "leven/" + group, number)
        );

    private void Give(Guid person, MadeLife life)
    {
        followed.Add(person);
        facts.Put(cast[person].Bsn, life, Month.Of(LastDay));
    }
}
