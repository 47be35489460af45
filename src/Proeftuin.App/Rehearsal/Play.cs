// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.App.Design;
using Proeftuin.App.Draw;
using Proeftuin.App.Evaluation;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Participation;
using Proeftuin.App.Screening;
using Proeftuin.Core;

namespace Proeftuin.App.Rehearsal;

/// <summary>
/// Plays one experiment in a fictional municipality from its first letter to its last month, through the same use cases a person would use.
/// Puts itself in a script; whoever holds the script plays it.
/// </summary>
internal sealed class Play
{
    /// <summary>So many case managers of the register are the account of the rehearsal; the others have no account yet.</summary>
    private const int CaseManagersWithAccount = 5;

    private readonly Scene scene;
    private readonly Cast cast;
    private readonly Following following;

    public Play(Scene scene)
    {
        this.scene = scene;
        cast = new Cast(scene);
        following = new Following(scene, cast);
    }

    private RehearsalPlan Plan => scene.Plan;

    /// <summary>From the protocol three days before the register to the last delivery of facts.</summary>
    public void Enter()
    {
        var delivered = Plan.Profile.ReferenceDate.AddDays(1);
        scene.Script.On(delivered.AddDays(-3), 8, Open);
        scene.Script.On(delivered, 8, () => FirstDraw(delivered));
        for (var m = 0; m < Plan.Months; m++)
        {
            scene.Script.On(Plan.Start.AddMonths(m), 7, BeginMonth);
        }

        var last = Month.Of(following.LastDay);
        for (var month = Month.Of(Plan.Start).Plus(-1); month <= last.Plus(3); month = month.Plus(1))
        {
            var delivery = month;
            scene.Script.On(
                month.Plus(1).FirstDay.AddDays(Following.DeliveryDay - 1),
                9,
                () => new MonthFiles(scene, following).Deliver(delivery)
            );
        }

        Inflow();
        scene.Script.On(Plan.CountDate.AddDays(Following.DeliveryDay + 6), 10, Freeze);
        scene.Script.On(following.LastDay.AddDays(1), 12, Complete);
    }

    private async Task Open()
    {
        await scene.Stage.Use((StartExperiment use) => use.Handle(new(Plan.Text, Scene.Because), scene.Lead, scene.Ct));
    }

    private async Task FirstDraw(DateOnly delivered)
    {
        var register = RegisterMaker.MakeComplete(Plan.Profile, Plan.Households, Plan.Seed);
        // The count in the register is as it stood when the letters go out; the start gives four days to place everybody.
        await Draw(register, Plan.Profile.ReferenceDate, 1, closes: Plan.Start.AddDays(-4), starts: Plan.Start);
    }

    /// <summary>New benefits of a month: each a register, a screening and a draw of its own.</summary>
    private void Inflow()
    {
        if (Plan.Assumed.Inflow is not { } inflow)
        {
            return;
        }

        for (var m = 1; m <= inflow.Months && m < Plan.Months; m++)
        {
            var (first, number) = (Plan.Start.AddMonths(m), m + 1);
            var register = InflowRegister.Of(Plan, inflow, number, first);
            scene.Script.On(
                first.AddDays(1),
                8,
                () => Draw(register, first, number, first.AddMonths(1).AddDays(-4), first.AddMonths(1))
            );
        }
    }

    private async Task Draw(MadeRegister register, DateOnly on, int number, DateOnly closes, DateOnly starts)
    {
        var accepted = await scene.Stage.Use(
            (ImportRegister use) =>
                use.Handle(
                    new(
                        RegisterFile.Csv(register),
                        on,
                        "Gemaakt bestand (fictief)",
                        [.. Plan.Profile.Municipalities.Select(m => m.Municipality)],
                        ControlTotals.None
                    ),
                    scene.Lead,
                    progress: null,
                    scene.Ct
                )
        );
        await cast.Meet(register);
        var screening = await scene.Stage.Use(
            (RunScreening use) =>
                use.Handle(new(scene.Slug, accepted.SnapshotId, Plan.Start, null, Scene.Because), scene.Lead, scene.Ct)
        );
        var drawPlan = PlanFromProtocol.Cohort(Plan.Protocol, Plan.Start.Year, number).OrThrow();
        var cohort = $"lichting-{number}";
        if (Plan.Protocol.EnrolBeforeTheLot)
        {
            await Volunteering.Enrol(scene, cast, screening, drawPlan, cohort);
        }

        var ceremony = new DemoCeremony(scene.Stage, scene.Staff, scene.Ct);
        var drawId = await ceremony.Commit(
            scene.Slug,
            drawPlan,
            id =>
                scene.Stage.Use((FreezeDraw use) => use.Handle(new(id, screening, Scene.Why), scene.Officer, scene.Ct))
        );
        var recruitment = new Recruitment(scene, drawId, drawPlan, cohort);
        scene.Script.At(ceremony.Resumes, () => ceremony.Finish(drawId));
        scene.Script.On(on.AddDays(4), 9, () => Recruit(recruitment, closes, starts));
        // After the lotteries for places and before the first of the month.
        scene.Script.On(starts.AddDays(-1), 20, () => Follow(recruitment, drawId, cohort, screening));
    }

    private async Task Recruit(Recruitment recruitment, DateOnly closes, DateOnly starts)
    {
        if (!Plan.Protocol.EnrolBeforeTheLot)
        {
            await recruitment.Begin(closes, starts);
        }

        var account = scene.Staff[Core.Accountability.Role.CaseManager].AccountId;
        foreach (var name in cast.CaseManagers.Take(CaseManagersWithAccount))
        {
            var assigned = await scene.Stage.Attempt(
                (AssignCaseManagers use) => use.Handle(new(scene.Slug, account, name), scene.Lead, scene.Ct)
            );
            Recruitment.Expect<NobodyToDoThisFor>(assigned.Why);
        }
    }

    private async Task Follow(Recruitment recruitment, string drawId, string cohort, Guid screening)
    {
        await following.Follow(drawId, cohort, recruitment);
        following.FollowTheOthers(cohort, scene.Today, await scene.TargetGroupOf(screening));
    }

    /// <summary>Who starts this month starts; where somebody stopped, the next of the waiting list is called.</summary>
    private async Task BeginMonth()
    {
        var started = await scene.Stage.Attempt(
            (StartParticipants use) => use.Handle(new(scene.Slug), scene.Lead, scene.Ct)
        );
        Recruitment.Expect<NobodyToDoThisFor>(started.Why);
        var next = new Month(scene.Today.Year, scene.Today.Month).Plus(1).FirstDay;
        if (next > following.LastDay)
        {
            return;
        }

        foreach (var lottery in Plan.Protocol.Draw!.PlacesLotteries)
        {
            var called = await scene.Stage.Attempt(
                (CallUp use) => use.Handle(new(scene.Slug, lottery.Arm, scene.Today, next), scene.Lead, scene.Ct)
            );
            if (called.Why is not [NoPlaceFree])
            {
                Recruitment.Expect<NobodyToDoThisFor>(called.Why);
            }
        }
    }

    /// <summary>Once the files about the last month before the count date are in, the table is frozen; what comes later shows as a difference.</summary>
    private async Task Freeze()
    {
        await scene.Stage.Use(
            (FreezeMonitor use) => use.Handle(new(scene.Slug, Plan.CountDate, Scene.Why), scene.Lead, scene.Ct)
        );
        await scene.Stage.Use(
            (FreezeStudyData use) =>
                use.Handle(
                    new(scene.Slug, Plan.CountDate, null, Scene.Why),
                    scene.Staff[Core.Accountability.Role.Researcher],
                    scene.Ct
                )
        );
    }

    private async Task Complete()
    {
        var completed = await scene.Stage.Attempt(
            (CompleteParticipants use) => use.Handle(new(scene.Slug), scene.Lead, scene.Ct)
        );
        if (completed.Why is not [Core.Participation.NotAtTheEndYet])
        {
            Recruitment.Expect<NobodyToDoThisFor>(completed.Why);
        }
    }
}
