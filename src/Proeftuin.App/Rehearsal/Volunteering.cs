// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Participation;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Rehearsal;

/// <summary>Plays the enrolment before the lot: the assumed share of the target group volunteers, in the order of the register, until every place in the plan has somebody.</summary>
internal static class Volunteering
{
    public static async Task Enrol(Scene scene, Cast cast, Guid screening, DrawPlan plan, string cohort)
    {
        var inTarget = await scene.TargetGroupOf(screening);
        var answers = cast
            .InOrder.Where(inTarget.Contains)
            .Select(
                (person, i) =>
                    (
                        Person: person,
                        Answer: MadeAnswer.Of(scene.Plan.Assumed, "aanmelding", cohort, scene.Plan.Seed, i + 1)
                    )
            );
        var volunteers = answers.Where(a => a.Answer.Reply == Reply.Yes).Take(PlacesIn(plan)).ToList();
        foreach (var same in volunteers.GroupBy(v => (v.Answer.Channel, v.Answer.Help)))
        {
            await scene.Stage.Use(
                (EnrolVolunteers use) =>
                    use.Handle(
                        new(
                            scene.Slug,
                            string.Join('\n', same.Select(v => cast[v.Person].Bsn)),
                            scene.Today,
                            same.Key.Channel,
                            same.Key.Help
                        ),
                        scene.Lead,
                        scene.Ct
                    )
            );
        }
    }

    private static int PlacesIn(DrawPlan plan) =>
        (plan.Sample, plan.Assignment) switch
        {
            (Sample.Overall some, _) => some.Size,
            (_, Assignment.Complete division) => division.Arms.Sum(a => a.Size),
            _ => int.MaxValue,
        };
}
