// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>The letters of a month at once: all, or only for who something changed; with names, and in the ledger.</summary>
public sealed class PrintStatementsTests(Databases databases)
{
    private static readonly DateOnly February = new(2018, 2, 8);
    private static readonly DateOnly March = new(2018, 3, 8);

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Only_who_has_something_new_gets_a_letter_and_a_correction_is_always_one(DatabaseKind kind)
    {
        await using var scene = await SettleScene.New(databases, kind);
        (await scene.Settle("2018-01", February)).OrThrow();
        (
            await scene.Deliver(
                scene.Csv("2 2018-01 450,00 s1 2018-02-20", "2 2018-02 450,00 s2 2018-02-25"),
                "2018-02",
                March
            )
        ).OrThrow();
        (await scene.Settle("2018-02", March)).OrThrow();

        var all = (await Print(scene, onlyChanged: false)).OrThrow();
        var changed = (await Print(scene, onlyChanged: true)).OrThrow();

        // February of four households, and January of household U2 again
        all.Letters.Select(l => (l.HouseholdNumber, l.Month.Number))
            .ShouldBe([("U0", 2), ("U1", 2), ("U2", 1), ("U2", 2), ("U3", 2)]);
        changed
            .Letters.Select(l => (l.HouseholdNumber, l.Month.Number, l.BenefitBefore))
            .ShouldBe([("U2", 1, SettleScene.Norm2018), ("U2", 2, null)]);
        changed.Letters.ShouldAllBe(l => l.Names.Count == 1 && l.Lines.Count > 3);
        var entry = (await scene.Store.Ledger())[^1];
        (entry.Action, entry.Count, entry.Subject).ShouldBe(
            ("verrekening.brieven.afgedrukt", 2, "verrekening/2018-02/brieven/veranderd/1")
        );
        (await Print(scene, onlyChanged: true, part: 2)).Why.ShouldBe([new NoSuchStatement()]);
    }

    [Fact]
    public async Task In_the_first_month_everybody_gets_a_letter_and_a_month_that_was_not_settled_has_none()
    {
        await using var scene = await SettleScene.New(databases, DatabaseKind.Sqlite);
        (await scene.Settle("2018-02", March)).OrThrow();

        (await Print(scene, onlyChanged: true)).OrThrow().Letters.Count.ShouldBe(4);

        (
            await scene.Store.Use(
                (PrintStatements use) => use.Handle(new(2018, 3), true, 1, scene.Officer, CancellationToken.None)
            )
        ).Why.ShouldBe([new NoSuchStatement()]);
        var lead = scene.Store.Actor(Role.ProjectLead);
        (
            await scene.Store.Use(
                (PrintStatements use) => use.Handle(new(2018, 2), true, 1, lead, CancellationToken.None)
            )
        ).IsDone.ShouldBeFalse();
    }

    private static Task<Outcome<PrintStatements.View>> Print(SettleScene scene, bool onlyChanged, int part = 1) =>
        scene.Store.Use(
            (PrintStatements use) => use.Handle(new(2018, 2), onlyChanged, part, scene.Officer, CancellationToken.None)
        );
}
