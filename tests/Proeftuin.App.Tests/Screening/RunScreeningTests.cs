// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Screening;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Screening;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Screening;

public sealed class RunScreeningTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_screening_is_stored_per_household_and_its_counts_add_up(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await store.StartGroningen();
        var delivered = (await store.Import(Scene.Delivery())).OrThrow();

        var screening = (await store.Screen(delivered.SnapshotId)).OrThrow();

        var row = (await store.Rows<ScreeningRow>()).ShouldHaveSingleItem();
        var units = await store.Rows<ScreenedUnitRow>();
        units.Count.ShouldBe(300);
        (row.TargetUnits + row.ExcludedUnits + row.UndeterminedUnits).ShouldBe(300);
        (row.TargetPersons + row.ExcludedPersons + row.UndeterminedPersons).ShouldBe(delivered.Persons);
        units.Count(u => u.Verdict == Verdict.TargetGroup).ShouldBe(row.TargetUnits);
        row.TargetUnits.ShouldBeInRange(1, 299);
        var entry = (await store.Ledger())[^1];
        entry.Action.ShouldBe("screening.uitgevoerd");
        entry.Receipt.ShouldBe(row.Sha256);
        var view = (
            await store.Use(
                (SeeScreening see) =>
                    see.Handle("groningen-2017", screening, store.Actor(Role.Auditor), CancellationToken.None)
            )
        ).OrThrow();
        view.Counts.Total.ShouldBe(new UnitCount(300, delivered.Persons));
        view.Counts.TargetGroup.ShouldBe(new UnitCount(row.TargetUnits, row.TargetPersons));
        view.Counts.Grounds.Select(g => g.Ground.Code).ShouldBe(["a", "b", "c", "d", "e", "f", "g", "h"]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_snapshot_screened_again_gives_the_same_hash(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await store.StartGroningen();
        var delivered = (await store.Import(Scene.Delivery(100))).OrThrow();

        await store.Screen(delivered.SnapshotId);
        await store.Screen(delivered.SnapshotId);

        (await store.Rows<ScreeningRow>())
            .Select(s => s.Sha256)
            .Distinct(StringComparer.Ordinal)
            .ShouldHaveSingleItem();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Reading_a_household_explains_it_and_is_recorded_for_each_person(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await store.StartGroningen();
        var delivered = (await store.Import(Scene.Delivery(100))).OrThrow();
        var screening = (await store.Screen(delivered.SnapshotId)).OrThrow();
        var couple = (await store.Rows<ScreenedUnitRow>()).First(u => u.Members == 2);

        var view = (
            await store.Use(
                (ExplainHousehold explain) =>
                    explain.Handle(
                        "groningen-2017",
                        screening,
                        couple.HouseholdId,
                        store.Actor(Role.ProjectLead),
                        CancellationToken.None
                    )
            )
        ).OrThrow();

        string.Join(' ', view.Units.ShouldHaveSingleItem().Excludes.Select(e => e.Ground.Code))
            .ShouldBe(couple.Grounds);
        couple.Grounds.ShouldContain("b");
        view.Number.ShouldStartWith("U");
        var reads = (await store.Ledger()).Where(e => e.Action == "dossier.gelezen").ToList();
        reads.Count.ShouldBe(2);
        reads.Select(e => e.DataSubject).Distinct().Count().ShouldBe(2);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_list_of_households_can_be_filtered_and_looking_is_recorded(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await store.StartGroningen();
        var screening = (await store.Screen((await store.Import(Scene.Delivery(200))).OrThrow().SnapshotId)).OrThrow();
        var withB = (await store.Rows<ScreenedUnitRow>()).Count(u => u.Grounds.Contains('b', StringComparison.Ordinal));

        var view = (
            await store.Use(
                (ListScreenedUnits list) =>
                    list.Handle(
                        new ListScreenedUnits.Query("groningen-2017", screening, Verdict.Excluded, "b", 1),
                        store.Actor(Role.ProjectLead),
                        CancellationToken.None
                    )
            )
        ).OrThrow();

        view.Total.ShouldBe(withB);
        (await store.Ledger())[^1].Action.ShouldBe("huishoudens.bekeken");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Wageningens_unknown_exclusions_refuse_the_screening_and_cite_the_source(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await store.StartGroningen("wageningen-2017");
        var delivered = (await store.Import(Scene.Delivery(10))).OrThrow();

        var outcome = await store.Screen(delivered.SnapshotId, "wageningen-2017");

        outcome.Why.ShouldHaveSingleItem().ShouldBeOfType<ExclusionsUnknown>().Message.ShouldContain("eindrapportage");
        (await store.Rows<ScreeningRow>()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_municipality_cannot_see_or_use_a_screening_or_a_snapshot(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await store.StartGroningen();
        var delivered = (await store.Import(Scene.Delivery(10))).OrThrow();
        var screening = (await store.Screen(delivered.SnapshotId)).OrThrow();
        var other = Store.ActorIn(store.OtherMunicipality, Role.ProjectLead);

        (await store.Use((SeeScreening see) => see.Handle("groningen-2017", screening, other, CancellationToken.None)))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NoSuchScreening>();
        (await store.Screen(delivered.SnapshotId, actor: other)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public void Groningens_protocol_file_has_the_eight_grounds_of_its_plan()
    {
        var protocol = App.Design.Reading.ProtocolFile.Read(ShippedProtocols.Text("groningen-2017")).OrThrow();

        var rules = ProtocolRules.Of(protocol, new DateOnly(2017, 7, 1)).OrThrow();

        rules.Unit.ShouldBe(UnitKind.Household);
        rules
            .Grounds.Select(g => (g.Code, g.Rule, g.Number))
            .ShouldBe([
                ("a", ExclusionRule.YoungerThan, 27),
                ("b", ExclusionRule.Couple, null),
                ("c", ExclusionRule.Bbz, null),
                ("d", ExclusionRule.Wsnp, null),
                ("e", ExclusionRule.BenefitShorterThanMonths, 6),
                ("f", ExclusionRule.ExemptArticle9Lid2, null),
                ("g", ExclusionRule.Institution, null),
                ("h", ExclusionRule.ReachesStatePensionAge, null),
            ]);
    }

    [Fact]
    public void An_extension_counts_only_from_the_day_it_was_allowed()
    {
        var protocol = App
            .Design.Reading.ProtocolFile.Read(ShippedProtocols.Text("wageningen-2017", withDemo: true))
            .OrThrow();

        ProtocolRules.Of(protocol, new DateOnly(2017, 10, 1)).OrThrow().Run.Before.ShouldBe(new DateOnly(2019, 10, 1));
        ProtocolRules.Of(protocol, new DateOnly(2019, 10, 1)).OrThrow().Run.Before.ShouldBe(new DateOnly(2020, 1, 1));
    }
}
