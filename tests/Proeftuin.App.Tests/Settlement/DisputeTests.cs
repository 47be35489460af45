// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>What the register does not know, a change by hand with a second person, an objection, and statements computed again.</summary>
public sealed class DisputeTests(Databases databases)
{
    private static readonly DateOnly February = new(2018, 2, 8);
    private static readonly DateOnly March = new(2018, 3, 8);

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_decision_that_work_is_helped_gives_onderdeel_n_and_taking_it_back_takes_it_off(
        DatabaseKind kind
    )
    {
        await using var scene = await SettleScene.New(databases, kind);
        (await scene.Deliver(scene.Csv("1 2018-01 450,00 s1 2018-01-25"), "2018-01", February)).OrThrow();
        (await scene.Settle("2018-01", February)).OrThrow();
        var fact = (await Tell(scene, SettlementFactKind.HelpsTowardsWork, new(2018, 1, 1))).OrThrow();

        (await scene.Settle("2018-01", February)).OrThrow();
        (await Retract(scene, fact)).OrThrow();
        (await scene.Settle("2018-01", February)).OrThrow();

        // without a decision nothing is exempt; with it a quarter of 450, and three of the six months were used
        (await scene.Statements("1"))
            .Select(s => (s.ExemptCents, s.BenefitCents, s.Cause))
            .ShouldBe([
                (0, 492_51, null),
                (112_50, 605_01, CorrectionCause.Household),
                (0, 492_51, CorrectionCause.Household),
            ]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_change_by_hand_counts_after_somebody_else_approved_it(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        (await scene.Settle("2018-01", February)).OrThrow();
        var household = await scene.HouseholdOf("0");
        var change = (
            await scene.Store.Use(
                (AskChangeByHand use) =>
                    use.Handle(
                        new(household, new(2018, 1), new(-25_00), Reason.Of("Afspraak in het dossier").OrThrow()),
                        scene.Officer,
                        CancellationToken.None
                    )
            )
        ).OrThrow();
        (await scene.Settle("2018-01", February)).OrThrow().Statements.ShouldBe(0);
        (await Decide(scene, change, scene.Officer)).Why.ShouldBe([new OwnChange()]);
        (await Decide(scene, change, scene.Second)).OrThrow();

        (await scene.Settle("2018-01", February)).OrThrow();

        var last = (await scene.Statements("0"))[^1];
        (last.BenefitCents, last.DifferenceCents, last.Cause).ShouldBe((917_51, -25_00, CorrectionCause.ByHand));
        last.Lines.ShouldContain("Afspraak in het dossier");
        (await Decide(scene, change, scene.Second)).Why.ShouldBe([new NoSuchChange()]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_objection_within_six_weeks_is_in_time_and_its_outcome_is_recorded_once(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        (await scene.Settle("2018-01", February)).OrThrow();
        var statement = (await scene.Statements("0"))[0].Id;
        scene.Facts.Clock.Now = Monitoring.FactScene.At(new(2018, 4, 2));

        // 8 February and six weeks is 22 March
        var inTime = (await Object(scene, statement, new(2018, 3, 22))).OrThrow();
        var late = (await Object(scene, statement, new(2018, 3, 23))).OrThrow();
        (await Object(scene, statement, new(2018, 2, 7))).Why.ShouldBe([new ObjectionDayImpossible()]);
        var decided = await scene.Store.Use(
            (DecideObjection use) =>
                use.Handle(new(inTime, ObjectionOutcome.Upheld, "Klopt"), scene.Officer, CancellationToken.None)
        );

        decided.OrThrow().ShouldBe(statement);
        var rows = (await scene.Store.Rows<ObjectionRow>()).ToDictionary(o => o.Id);
        (rows[inTime].IsLate, rows[inTime].Outcome, rows[late].IsLate).ShouldBe((false, ObjectionOutcome.Upheld, true));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Stored_statements_come_out_the_same_when_computed_again(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        (await scene.Deliver(scene.Csv("2 2018-01 450,00 s1 2018-01-25"), "2018-01", February)).OrThrow();
        (await scene.Settle("2018-01", February)).OrThrow();
        (await scene.Deliver(scene.Csv("2 2018-01 425,50 s1b 2018-02-25"), "2018-02", March)).OrThrow();
        (await scene.Settle("2018-02", March)).OrThrow();

        var again = await Recompute(scene);

        (again.Statements, again.Different.Count, again.Changed.Count).ShouldBe((5, 0, 0));
    }

    [Fact]
    public async Task A_statement_that_was_changed_past_the_program_is_found()
    {
        await using var scene = await SettleScene.New(databases, DatabaseKind.Sqlite);
        (await scene.Settle("2018-01", February)).OrThrow();
        scene.Store.Sql("DROP TRIGGER \"once_Statement_UPDATE\"");
        scene.Store.Sql("UPDATE \"Statement\" SET \"Lines\" = replace(\"Lines\", 'Norm', 'Gift') WHERE rowid = 1");
        scene.Store.Sql("UPDATE \"Statement\" SET \"BenefitCents\" = 1 WHERE rowid = 2");

        var again = await Recompute(scene);

        again.Changed.Count.ShouldBe(1);
        again.Different.ShouldHaveSingleItem().Then.ShouldBe(new Eur(1));
    }

    private static async Task<RecomputeStatements.Result> Recompute(SettleScene scene) =>
        (
            await scene.Store.Use(
                (RecomputeStatements use) =>
                    use.Handle(new(2018, 1), scene.Officer, progress: null, CancellationToken.None)
            )
        ).OrThrow();

    private static async Task<Outcome<Guid>> Tell(SettleScene scene, SettlementFactKind kind, DateOnly on)
    {
        var household = await scene.HouseholdOf("1");
        return await scene.Store.Use(
            (RecordSettlementFact use) =>
                use.Handle(
                    new(household, kind, 1, on, null, null, null, Storage.Store.Because()),
                    scene.Officer,
                    CancellationToken.None
                )
        );
    }

    private static async Task<Outcome<Guid>> Retract(SettleScene scene, Guid fact)
    {
        var household = await scene.HouseholdOf("1");
        return await scene.Store.Use(
            (RecordSettlementFact use) =>
                use.Retract(household, fact, Storage.Store.Because(), scene.Officer, CancellationToken.None)
        );
    }

    private static Task<Outcome<Guid>> Decide(SettleScene scene, Guid change, Actor actor) =>
        scene.Store.Use(
            (DecideChangeByHand use) =>
                use.Handle(new(change, Approve: true, Storage.Store.Because()), actor, CancellationToken.None)
        );

    private static Task<Outcome<Guid>> Object(SettleScene scene, Guid statement, DateOnly on) =>
        scene.Store.Use(
            (RecordObjection use) =>
                use.Handle(new(statement, on, "Reiskosten vergeten"), scene.Officer, CancellationToken.None)
        );
}
