// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>A month settled for a municipality and stored: amounts worked by hand, one statement and one payment per household, corrections beside the first and never over it.</summary>
public sealed class SettleMonthTests(Databases databases)
{
    private static readonly DateOnly February = new(2018, 2, 8);
    private static readonly DateOnly March = new(2018, 3, 8);
    private static readonly DateOnly April = new(2018, 4, 9);

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Every_household_gets_one_statement_whose_lines_add_up(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        (await scene.Deliver(scene.Csv("2 2018-01 450,00 s1 2018-01-25"), "2018-01", February)).OrThrow();

        var settled = (await scene.Settle("2018-01", February)).OrThrow();

        // three norms, and in the group 942,51 - (450 - 199)
        (settled.Statements, settled.Corrections, settled.Refused).ShouldBe((4, 0, 0));
        settled.Benefit.ShouldBe(new Eur(3 * 942_51 + 691_51));
        settled.ToPay.ShouldBe(settled.Benefit);
        var one = (await scene.Statements("2")).ShouldHaveSingleItem();
        (one.EarningsCents, one.ExemptCents, one.BenefitCents).ShouldBe((450_00, 199_00, 691_51));
        one.IsEstimate.ShouldBeFalse();
        var ledger = await scene.Store.Ledger();
        ledger
            .TakeLast(3)
            .Select(l => l.Action)
            .ShouldBe(["verrekening.begonnen", "verrekening.deel", "verrekening.klaar"]);
        ledger[^2].Count.ShouldBe(4);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_missing_slip_is_estimated_and_a_late_slip_corrects_the_month_and_is_set_right_in_the_next_payment(
        DatabaseKind kind
    )
    {
        await using var scene = await SettleScene.New(databases, kind);
        (await scene.Deliver(scene.Csv("2 2018-01 300,00 s1 2018-01-25"), "2018-01", February)).OrThrow();
        (await scene.Settle("2018-01", February)).OrThrow();
        (await scene.Settle("2018-02", March)).OrThrow();
        var estimate = (await scene.Statements("2"))[^1];
        // estimated 300 again: 942,51 - (300 - 150)
        (estimate.IsEstimate, estimate.BenefitCents).ShouldBe((true, 792_51));
        (await scene.Store.Rows<AttentionRow>())
            .Single(a => a.StatementId == estimate.Id)
            .Kind.ShouldBe(AttentionKind.Estimated);

        (
            await scene.Deliver(
                scene.Csv("2 2018-02 200,00 s2 2018-03-20", "2 2018-03 200,00 s3 2018-03-25"),
                "2018-03",
                April
            )
        ).OrThrow();
        var settled = (await scene.Settle("2018-03", April)).OrThrow();

        settled.Corrections.ShouldBe(1);
        var statements = await scene.Statements("2");
        statements.Select(s => (s.Month.Month, s.Number)).ShouldBe([(1, 1), (2, 1), (2, 2), (3, 1)]);
        // 942,51 - (200 - 100) is 842,51, so 50 more than was paid
        (
            statements[2].BenefitCents,
            statements[2].DifferenceCents,
            statements[2].Cause,
            statements[2].IsEstimate
        ).ShouldBe((842_51, 50_00, CorrectionCause.Income, false));
        statements[1].BenefitCents.ShouldBe(792_51);
        var paid = await scene.Payments("2");
        paid.Select(p => (p.BenefitCents, p.BackPaymentCents, p.ToPayCents))
            .ShouldBe([(792_51, 0, 792_51), (792_51, 0, 792_51), (842_51, 50_00, 892_51)]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Paid_too_much_goes_to_a_person_until_the_municipality_chose_how_much_to_set_off(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        (await scene.Settle("2018-01", February)).OrThrow();
        (await scene.Deliver(scene.Csv("1 2018-01 100,00 s1 2018-02-20"), "2018-02", March)).OrThrow();

        (await scene.Settle("2018-02", March)).OrThrow();

        // no group and no decision that it helps: the whole 100 counts; one euro estimate of February counts too
        var paid = (await scene.Payments("1"))[^1];
        (paid.SetOffCents, paid.ByHandCents, paid.ToPayCents).ShouldBe((0, 100_00, 842_51));
        (await scene.Store.Rows<AttentionRow>()).ShouldContain(a => a.Kind == AttentionKind.SetOffByHand);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task With_a_choice_it_is_set_off_in_the_months_that_follow(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        await Choose(scene, "terughalen_per_maand", "tien_procent");
        (await scene.Settle("2018-01", February)).OrThrow();
        (
            await scene.Deliver(
                scene.Csv("1 2018-01 150,00 s1 2018-02-20", "1 2018-02 150,00 s2 2018-02-25"),
                "2018-02",
                March
            )
        ).OrThrow();
        (await scene.Settle("2018-02", March)).OrThrow();
        (await scene.Deliver(scene.Csv("1 2018-03 150,00 s3 2018-03-25"), "2018-03", April)).OrThrow();
        (await scene.Settle("2018-03", April)).OrThrow();

        // ten per cent of the norm of 992,12 is 99,21 a month; the rest of the 150 stays open for the next month
        (await scene.Payments("1"))
            .Select(p => (p.SetOffCents, p.StaysOpenCents, p.ToPayCents))
            .ShouldBe([(0, 0, 942_51), (99_21, 50_79, 693_30), (50_79, 0, 741_72)]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_month_cannot_be_skipped_settled_early_or_settled_behind_the_last(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        (await scene.Settle("2018-03", February)).Why.ShouldBe([new MonthNotBegun(new(2018, 3))]);
        (await scene.Settle("2018-01", April)).OrThrow();

        (await scene.Settle("2018-03", April)).Why.ShouldBe([new MonthsBetween(new(2018, 2))]);
        (await scene.Settle("2018-02", April)).OrThrow();
        (await scene.Settle("2018-01", April)).Why.ShouldBe([new MonthSettledAlready(new(2018, 1), new(2018, 2))]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Settling_again_without_news_writes_nothing(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        (await scene.Deliver(scene.Csv("2 2018-01 450,00 s1 2018-01-25"), "2018-01", February)).OrThrow();
        (await scene.Settle("2018-01", February)).OrThrow();

        var again = (await scene.Settle("2018-01", February)).OrThrow();

        (again.Statements, again.Corrections, again.ToPay).ShouldBe((0, 0, Eur.Zero));
        (await scene.Store.Rows<StatementRow>()).Count.ShouldBe(4);
        (await scene.Store.Rows<PaymentRow>()).Count.ShouldBe(4);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_exit_that_becomes_known_late_takes_the_month_back(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        (await scene.Settle("2018-01", February)).OrThrow();
        (await scene.Settle("2018-02", March)).OrThrow();
        await scene.Facts.Deliver(scene.Facts.Turns("3 uitstroom 2018-02-01 werk"), March);

        (await scene.Settle("2018-03", April)).OrThrow();

        var statements = await scene.Statements("3");
        statements
            .Select(s => (s.Month.Month, s.Number, s.BenefitCents))
            .ShouldBe([(1, 1, 942_51), (1, 2, 942_51), (2, 1, 942_51), (2, 2, 0)]);
        // the right ends in January, so what was put aside is due; of the months before the program nobody knows how much that is
        statements[1].HolidayPaidCents.ShouldBe(0);
        (await scene.Store.Rows<AttentionRow>())
            .Where(a => a.StatementId == statements[1].Id)
            .Select(a => a.Kind)
            .ShouldContain(AttentionKind.HolidayReserveUnknown);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Benefit_that_stops_and_begins_again_in_a_month_is_settled_by_the_days_of_both(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        await scene.Facts.Deliver(
            scene.Facts.Turns("2 uitstroom 2018-01-11 werk", "2 herinstroom 2018-01-21"),
            February
        );
        (await scene.Deliver(scene.Csv("2 2018-01 930,00 s1 2018-01-25"), "2018-01", February)).OrThrow();

        (await scene.Settle("2018-01", February)).OrThrow().Refused.ShouldBe(0);

        // 21 of 31 days: norm 320,04 + 352,04, of which 95% is 638,48; wage 630, of which 199 is exempt
        var one = (await scene.Statements("2")).ShouldHaveSingleItem();
        (one.NormCents, one.EarningsCents, one.ExemptCents, one.BenefitCents).ShouldBe(
            (672_08, 630_00, 199_00, 207_48)
        );
        var again = await scene.Store.Use(
            (RecomputeStatements use) => use.Handle(new(2018, 1), scene.Officer, progress: null, CancellationToken.None)
        );
        again.OrThrow().Different.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_week_that_is_missing_is_estimated_and_set_right_when_its_slip_comes(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        string Weeks(params string[] weeks) =>
            string.Join(
                '\n',
                weeks
                    .Select(w => w.Split(' '))
                    .Select(w =>
                        $"{scene.Facts.Of("2")};{w[0][..7]};loon;{w[1]};week;{w[0]};bakkerij;{w[0]};{w[0]};nee"
                    )
                    .Prepend(SettleScene.Header.Replace("periode;", "periode;begin periode;", StringComparison.Ordinal))
            );
        (
            await scene.Deliver(
                Weeks("2018-01-01 100,00", "2018-01-08 100,00", "2018-01-15 100,00", "2018-01-29 100,00"),
                "2018-01",
                February
            )
        ).OrThrow();
        (await scene.Settle("2018-01", February)).OrThrow();
        // four whole weeks and three of the five working days of the fifth: 460, of which half up to 199 is exempt
        var first = (await scene.Statements("2")).ShouldHaveSingleItem();
        (first.IsEstimate, first.EarningsCents, first.BenefitCents).ShouldBe((true, 460_00, 681_51));

        (await scene.Deliver(Weeks("2018-01-22 40,00", "2018-02-05 100,00"), "2018-02", March)).OrThrow();
        (await scene.Settle("2018-02", March)).OrThrow();

        var january = (await scene.Statements("2")).Where(s => s.Month.Month == 1).ToList();
        (january[1].IsEstimate, january[1].EarningsCents, january[1].DifferenceCents).ShouldBe((false, 400_00, 60_00));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_database_refuses_to_change_a_statement_or_a_payment(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        (await scene.Settle("2018-01", February)).OrThrow();

        Should.Throw<System.Data.Common.DbException>(() =>
            scene.Store.Sql("UPDATE \"Statement\" SET \"BenefitCents\" = 1")
        );
        Should.Throw<System.Data.Common.DbException>(() => scene.Store.Sql("DELETE FROM \"Payment\""));
    }

    internal static async Task Choose(SettleScene scene, string key, string word) =>
        (
            await scene.Store.Use(
                (ChooseRule use) =>
                    use.Handle(new(key, word, new(2017, 1), Store.Because()), scene.Officer, CancellationToken.None)
            )
        ).OrThrow();
}
