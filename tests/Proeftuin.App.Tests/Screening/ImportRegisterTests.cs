// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.App.Exchange;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Screening;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Screening;

public sealed class ImportRegisterTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_delivery_is_stored_whole_with_one_ledger_entry(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);

        var accepted = (await store.Import(Scene.Delivery())).Match(
            a => a,
            why => throw new InvalidOperationException(why[0].Message)
        );

        accepted.Households.ShouldBe(300);
        (await store.Rows<RegisterHouseholdRow>()).Count.ShouldBe(300);
        (await store.Rows<RegisterPersonRow>()).Count.ShouldBe(accepted.Persons);
        (await store.Rows<PersonRow>()).Count.ShouldBe(accepted.Persons);
        var entry = (await store.Ledger())[^1];
        entry.Action.ShouldBe("register.ingelezen");
        entry.Subject.ShouldBe($"register/{accepted.SnapshotId}");
        entry.Receipt.ShouldBe(accepted.ContentSha256);
        entry.Count.ShouldBe(accepted.Persons);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task No_bsn_or_name_is_readable_in_the_database(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var made = RegisterMaker.Make(Scene.Groningen, 20, 7);
        var bsn = made.Rows[0][2];
        await store.Import(Scene.Delivery(20));

        var raw = store.Raw();

        raw.ShouldNotContain(bsn);
        raw.ShouldNotContain("Testpersoon");
        raw.ShouldNotContain("Voorbeeldstraat");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Persons_and_households_keep_their_pseudonyms_in_the_next_delivery(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var first = (await store.Import(Scene.Delivery(50))).OrThrow();
        // The same people with one more household: a month later.
        var second = (await store.Import(Scene.Delivery(51, on: new DateOnly(2017, 7, 1)))).OrThrow();

        var persons = await store.Rows<RegisterPersonRow>();
        persons
            .Where(p => p.SnapshotId == first.SnapshotId)
            .Select(p => (p.PersonId, p.HouseholdId))
            .ToHashSet()
            .IsSubsetOf(persons.Where(p => p.SnapshotId == second.SnapshotId).Select(p => (p.PersonId, p.HouseholdId)))
            .ShouldBeTrue();
        (await store.Rows<HouseholdRow>()).Count.ShouldBe(51);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_second_delivery_of_the_same_content_is_recognised_also_in_another_order(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var delivery = Scene.Delivery(30);
        await store.Import(delivery);
        var made = RegisterMaker.Make(Scene.Groningen, 30, 7);
        var reordered = delivery with { File = RegisterFile.Csv(made with { Rows = [.. made.Rows.Reverse()] }) };

        (await store.Import(delivery))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<AlreadyDelivered>()
            .SameFile.ShouldBeTrue();
        (await store.Import(reordered))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<AlreadyDelivered>()
            .SameFile.ShouldBeFalse();
        (await store.Rows<RegisterSnapshotRow>()).Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_deliveries_of_the_same_file_at_the_same_moment_one_is_stored(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var delivery = Scene.Delivery(60);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => store.Import(delivery))));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        var snapshot = (await store.Rows<RegisterSnapshotRow>()).ShouldHaveSingleItem();
        (await store.Rows<RegisterHouseholdRow>()).Count.ShouldBe(60);
        (await store.Rows<PersonRow>()).Count.ShouldBe(snapshot.Persons);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_form_that_is_sent_twice_is_stored_once(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var key = Guid.NewGuid();

        (await store.Import(Scene.Delivery(10), onceKey: key)).IsDone.ShouldBeTrue();
        (await store.Import(Scene.Delivery(11), onceKey: key))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<AlreadySubmitted>();

        (await store.Rows<RegisterSnapshotRow>()).ShouldHaveSingleItem().Households.ShouldBe(10);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_older_reference_date_is_asked_first(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await store.Import(Scene.Delivery(30, on: new DateOnly(2017, 7, 1)));
        var older = Scene.Delivery(31);

        (await store.Import(older)).Why.ShouldHaveSingleItem().ShouldBeOfType<OlderThanLatest>();
        (await store.Import(older with { AcceptOlder = true })).IsDone.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task With_one_defect_nothing_at_all_is_stored(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var made = PlantedDefects.Into(RegisterMaker.Make(Scene.Groningen, 100, 7), 1, 7);
        var delivery = Scene.Delivery() with { File = RegisterFile.Csv(made) };

        (await store.Import(delivery)).Why.ShouldHaveSingleItem().ShouldBeOfType<DeliveryHasDefects>();

        (await store.Rows<PersonRow>()).ShouldBeEmpty();
        (await store.Rows<HouseholdRow>()).ShouldBeEmpty();
        (await store.Rows<RegisterSnapshotRow>()).ShouldBeEmpty();
        (await store.Ledger()).Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_refused_delivery_leaves_a_masked_report_and_a_ledger_entry(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        var reading = Register.Delivered.Read(Register.Delivered.With(1, "bsn", "123456789"));

        var id = (
            await store.Use(
                (RecordDefects record) =>
                    record.Handle(
                        ImportInBackground.Refused(reading, Register.Delivered.On, "test"),
                        lead,
                        CancellationToken.None
                    )
            )
        ).OrThrow();

        var seen = (
            await store.Use((SeeDefects see) => see.Handle(id, DeliveryKind.Register, lead, CancellationToken.None))
        ).OrThrow();
        seen.Groups.ShouldHaveSingleItem().Kind.ShouldBe(DefectKinds.BsnElevenTest);
        (await store.Ledger())[^1].Action.ShouldBe("register.geweigerd");
        store.Raw().ShouldNotContain("123456789");
        (
            await store.Use(
                (SeeDefects see) =>
                    see.Handle(
                        id,
                        DeliveryKind.Register,
                        Store.ActorIn(store.OtherMunicipality, Role.ProjectLead),
                        CancellationToken.None
                    )
            )
        )
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NoSuchDefectReport>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_municipalities_may_deliver_the_same_numbers_and_never_see_each_other(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var other = Store.ActorIn(store.OtherMunicipality, Role.ProjectLead);
        await store.Import(Scene.Delivery(20));
        await store.Import(Scene.Delivery(20), other);

        (await store.Rows<PersonRow>())
            .Select(p => p.Id)
            .Distinct()
            .Count()
            .ShouldBe((await store.Rows<RegisterPersonRow>()).Count);
        var seen = (await store.Use((SeeSnapshots see) => see.Handle(other, CancellationToken.None))).OrThrow();
        seen.ShouldHaveSingleItem().MunicipalityId.ShouldBe(store.OtherMunicipality);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_a_project_lead_may_deliver(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);

        (await store.Import(Scene.Delivery(5), store.Actor(Role.DrawOfficer, Role.Auditor)))
            .Why.ShouldHaveSingleItem()
            .ShouldBeOfType<NotAllowed>();
    }
}
