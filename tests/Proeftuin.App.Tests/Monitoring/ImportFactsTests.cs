// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Monitoring;

public sealed class ImportFactsTests(Databases databases)
{
    private static readonly DateOnly January = new(2018, 1, 10);
    private static readonly DateOnly March = new(2018, 3, 10);

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_month_of_exits_is_stored_whole_with_one_line_in_the_ledger(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);

        var accepted = (
            await scene.Deliver(
                scene.Turns("0 uitstroom 2018-01-01 werk", "1 uitstroom 2017-12-15 verhuizing"),
                January
            )
        ).OrThrow();

        (accepted.Rows, accepted.Written, accepted.Parked).ShouldBe((2, 2, 0));
        (await scene.Store.Rows<BenefitEventRow>()).Count.ShouldBe(2);
        var line = (await scene.Store.Ledger())[^1];
        line.Action.ShouldBe("feiten.ingelezen");
        line.Count.ShouldBe(2);
        line.Receipt.ShouldBe(accepted.ContentSha256);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_delivery_with_one_wrong_row_stores_nothing(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        var before = (await scene.Store.Ledger()).Count;

        var refused = await scene.Deliver(
            scene.Turns("0 uitstroom 2018-01-01 werk", "1 uitstroom 2010-01-01 werk"),
            January
        );

        var defects = refused.Why.ShouldHaveSingleItem().ShouldBeOfType<FactsHaveDefects>().Reading.Defects;
        defects.Groups.ShouldHaveSingleItem().Kind.Code.ShouldBe("UITSTROOM-VOOR-BEGIN");
        (await scene.Store.Rows<BenefitEventRow>()).ShouldBeEmpty();
        (await scene.Store.Ledger()).Count.ShouldBe(before);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_delivery_a_second_time_is_recognised(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk", "1 uitstroom 2018-01-02 werk"), January);

        // The other order and notation: the content is the same.
        var again = await scene.Deliver(scene.Turns("1 uitstroom 2-1-2018 WERK", "0 uitstroom 1-1-2018 Werk"), January);

        again.Why.ShouldBe([new FactsDeliveredBefore(January)]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_fact_that_is_known_already_is_counted_and_not_written_again(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), January);

        var accepted = (
            await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk", "1 uitstroom 2018-02-01 werk"), March)
        ).OrThrow();

        (accepted.Written, accepted.KnownAlready).ShouldBe((1, 1));
        (await scene.Store.Rows<BenefitEventRow>()).Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_return_without_a_known_exit_waits_as_a_task_until_the_exit_arrives(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);

        var parked = (await scene.Deliver(scene.Turns("0 herinstroom 2018-03-01"), March)).OrThrow();

        parked.Parked.ShouldBe(1);
        (await scene.Store.Rows<ParkedReentryRow>()).ShouldHaveSingleItem().ResolvedAt.ShouldBeNull();
        (await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), March.AddDays(5)))
            .OrThrow()
            .Parked.ShouldBe(0);
        (await scene.Store.Rows<ParkedReentryRow>())
            .ShouldHaveSingleItem()
            .ResolvedAt.ShouldBe(FactScene.At(March.AddDays(5)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Other_earnings_for_the_same_month_take_the_place_of_the_first_and_both_stay(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        await scene.Deliver(
            $"bsn;maand;bedrag\n{scene.Of("0")};2017-12;450,00\n{scene.Of("1")};2017-12;€ 100",
            January
        );

        var corrected = (
            await scene.Deliver(
                $"bsn;maand;bedrag\n{scene.Of("0")};dec 2017;500\n{scene.Of("1")};12-2017;100,00",
                March
            )
        ).OrThrow();

        (corrected.Written, corrected.Corrected, corrected.KnownAlready).ShouldBe((0, 1, 1));
        var facts = await scene.Store.Rows<EarningsRow>();
        facts.Where(f => f.RetractedAt is null).Select(f => f.NetCents).Order().ShouldBe([100_00, 500_00]);
        facts.Single(f => f.RetractedAt is not null).NetCents.ShouldBe(450_00);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_job_that_ends_and_goals_are_facts_too(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        await scene.Deliver($"bsn;begin baan;einde baan\n{scene.Of("0")};2017-12-01;", January);
        (await scene.Deliver($"bsn;begin baan;einde baan\n{scene.Of("0")};2017-12-01;2018-02-28", March))
            .OrThrow()
            .Corrected.ShouldBe(1);
        await scene.Deliver(
            $"bsn;datum;doelen;hoogst haalbaar;kansrijk\n{scene.Of("0")};2017-10-05;parttime-werk + werk;werk;ja",
            March
        );

        (await scene.Store.Rows<EmploymentRow>())
            .Single(j => j.RetractedAt is null)
            .ValidTo.ShouldBe(new DateOnly(2018, 3, 1));
        var goals = (await scene.Store.Rows<GoalRow>()).ShouldHaveSingleItem();
        (goals.Goals, goals.Highest, goals.Promising).ShouldBe(("werk parttime-werk", "werk", true));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_database_refuses_to_change_or_delete_a_fact_or_to_retract_it_twice(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), January);
        var retract = scene.Store.IsSqlite
            ? "UPDATE \"BenefitEvent\" SET \"RetractedAt\" = 1"
            : "UPDATE \"BenefitEvent\" SET \"RetractedAt\" = now()";

        Refused(scene, "UPDATE \"BenefitEvent\" SET \"Reason\" = 'aow'");
        Refused(scene, retract + ", \"Reason\" = 'aow'");
        Refused(scene, "DELETE FROM \"BenefitEvent\"");
        scene.Store.Sql(retract);
        Refused(scene, retract);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_people_who_deliver_the_same_at_once_store_it_once(DatabaseKind kind)
    {
        await using var scene = await FactScene.New(databases, kind);
        var csv = scene.Turns("0 uitstroom 2018-01-01 werk");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.Deliver(csv, January)));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        (await scene.Store.Rows<BenefitEventRow>()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_form_sent_twice_is_stored_once()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        var key = Guid.NewGuid();
        await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), January, onceKey: key);

        var again = await scene.Deliver(scene.Turns("0 uitstroom 2018-01-01 werk"), January, onceKey: key);

        again.Why.ShouldHaveSingleItem().ShouldBeOfType<AlreadySubmitted>();
    }

    [Fact]
    public async Task A_case_manager_cannot_deliver_a_month()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);

        var refused = await scene.Deliver("x", January, scene.Store.Actor(Role.CaseManager));

        refused.Why.ShouldBe([new NotAllowed()]);
    }

    private static void Refused(FactScene scene, string sql) =>
        Should.Throw<Exception>(() => scene.Store.Sql(sql)).Message.ShouldContain("feit");
}
