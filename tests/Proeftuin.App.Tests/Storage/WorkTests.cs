// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Storage;

public sealed class WorkTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_write_and_its_ledger_entry_are_stored_together(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);

        var id = (await AddExperiment(store, lead)).OrThrow();

        (await store.Rows<ExperimentRow>()).ShouldHaveSingleItem().Id.ShouldBe(id);
        var entry = (await store.Ledger())[^1];
        entry.Action.ShouldBe("experiment.begonnen");
        entry.AccountId.ShouldBe(lead.AccountId);
        entry.Roles.ShouldBe("ProjectLead");
        entry.Reason.ShouldBe("Voor de test");
        entry.Changes!.ShouldContain("\"Slug\":{\"voor\":null,\"na\":\"groningen-2017\"}");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Without_the_permission_nothing_happens(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);

        var outcome = await AddExperiment(store, store.Actor(Role.DrawOfficer));

        outcome.Why.ShouldHaveSingleItem().ShouldBeOfType<NotAllowed>();
        (await store.Rows<ExperimentRow>()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_refusal_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);

        var outcome = await store.Do<Guid>(
            store.Actor(Role.ProjectLead),
            Permission.DesignExperiment,
            async (db, entry) =>
            {
                db.Add(Experiment(store.Municipality));
                entry.Record("experiment.begonnen", "experiment/x", Store.Because());
                await db.SaveChangesAsync();
                return new ReasonMissing();
            }
        );

        outcome.IsDone.ShouldBeFalse();
        (await store.Rows<ExperimentRow>()).ShouldBeEmpty();
        (await store.Ledger()).Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_change_without_an_entry_throws_and_stores_nothing(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);

        await Should.ThrowAsync<InvalidOperationException>(() =>
            store.Do<bool>(
                store.Actor(Role.ProjectLead),
                Permission.DesignExperiment,
                (db, _) =>
                {
                    db.Add(Experiment(store.Municipality));
                    return Task.FromResult<Outcome<bool>>(true);
                }
            )
        );

        (await store.Rows<ExperimentRow>()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_bulk_insert_without_an_entry_throws_and_stores_nothing(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);

        await Should.ThrowAsync<InvalidOperationException>(() =>
            store.Do<bool>(
                store.Actor(Role.ProjectLead),
                Permission.DesignExperiment,
                async (db, _) => await BulkWriter.Insert(db, [Experiment(store.Municipality)]) == 1
            )
        );

        (await store.Rows<ExperimentRow>()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_save_outside_Work_throws(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await using var db = store.Services.GetRequiredService<Database>().Open(store.Municipality);
        db.Add(Experiment(store.Municipality));

        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Should.Throw<InvalidOperationException>(() => db.SaveChanges());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_row_of_another_municipality_cannot_be_written(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);

        await Should.ThrowAsync<InvalidOperationException>(() =>
            store.Do<bool>(
                store.Actor(Role.ProjectLead),
                Permission.DesignExperiment,
                (db, entry) =>
                {
                    db.Add(Experiment(store.OtherMunicipality));
                    entry.Record("experiment.begonnen", "experiment/x", Store.Because());
                    return Task.FromResult<Outcome<bool>>(true);
                }
            )
        );
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_row_of_another_municipality_cannot_be_seen(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        (await AddExperiment(store, store.Actor(Role.ProjectLead))).OrThrow();
        var stranger = Store.ActorIn(store.OtherMunicipality, Role.ProjectLead);

        var seen = await store.Use(
            (Work work) =>
                work.Look<int>(
                    stranger,
                    Permission.SeeExperiments,
                    async db => await db.Set<ExperimentRow>().CountAsync(),
                    CancellationToken.None
                )
        );

        seen.OrThrow().ShouldBe(0);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_change_that_changes_nothing_writes_nothing(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        var id = (await AddExperiment(store, lead)).OrThrow();
        var before = (await store.Ledger()).Count;

        (await Rename(store, lead, id, "Bijstand op maat")).OrThrow();

        (await store.Ledger()).Count.ShouldBe(before);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Before_and_after_stand_in_the_entry_also_when_a_field_becomes_empty_or_a_row_goes(
        DatabaseKind kind
    )
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        var id = (await AddExperiment(store, lead)).OrThrow();
        var version = Guid.CreateVersion7();
        await Change(store, lead, db => db.Add(Protocol(store.Municipality, id, version)));
        (await store.Ledger())[^1].Changes!.ShouldContain("\"OverlayText\":{\"voor\":null,\"na\":\"demo\"}");

        await Change(store, lead, db => db.Set<ProtocolVersionRow>().Single(p => p.Id == version).OverlayText = null);
        (await store.Ledger())[^1].Changes!.ShouldContain("\"OverlayText\":{\"voor\":\"demo\",\"na\":null}");

        await Change(store, lead, db => db.Remove(db.Set<ProtocolVersionRow>().Single(p => p.Id == version)));
        var last = (await store.Ledger())[^1].Changes!;
        last.ShouldContain("\"soort\":\"verwijderd\"");
        last.ShouldContain("\"Text\":{\"voor\":\"naam: x\",\"na\":null}");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_form_posted_twice_is_carried_out_once(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        var key = Guid.NewGuid();

        (await AddExperiment(store, lead, key)).OrThrow();
        var second = await AddExperiment(store, lead, key, slug: "anders");

        second.Why.ShouldHaveSingleItem().ShouldBeOfType<AlreadySubmitted>();
        (await store.Rows<ExperimentRow>()).Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_form_that_was_refused_may_be_posted_again(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        var key = Guid.NewGuid();
        await store.Do<bool>(
            lead,
            Permission.DesignExperiment,
            (_, _) => Task.FromResult<Outcome<bool>>(new ReasonMissing()),
            key
        );

        (await AddExperiment(store, lead, key)).IsDone.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Twenty_posts_of_one_form_at_the_same_time_give_one_change(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        var key = Guid.NewGuid();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => AddExperiment(store, lead, key, slug: $"s{i}")))
        );

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Why[0] is AlreadySubmitted);
        (await store.Rows<ExperimentRow>()).Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task When_two_change_the_same_row_the_second_is_told(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        var id = (await AddExperiment(store, lead)).OrThrow();
        var seen = (await store.Rows<ExperimentRow>()).Single();
        (await Rename(store, lead, id, "Eerste")).OrThrow();

        var second = await store.Do<bool>(
            lead,
            Permission.DesignExperiment,
            (db, entry) =>
            {
                db.Attach(seen).Entity.Name = "Tweede";
                entry.Record("experiment.hernoemd", $"experiment/{id}", Store.Because());
                return Task.FromResult<Outcome<bool>>(true);
            }
        );

        second.Why.ShouldHaveSingleItem().ShouldBeOfType<SomebodyElseWasFirst>();
        (await store.Rows<ExperimentRow>()).Single().Name.ShouldBe("Eerste");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_second_row_with_the_same_name_is_refused(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);
        (await AddExperiment(store, lead)).OrThrow();

        (await AddExperiment(store, lead)).Why.ShouldHaveSingleItem().ShouldBeOfType<SomebodyElseWasFirst>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_reason_with_a_citizen_service_number_is_refused(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);

        var outcome = await store.Do<bool>(
            store.Actor(Role.ProjectLead),
            Permission.DesignExperiment,
            (db, entry) =>
            {
                db.Add(Experiment(store.Municipality));
                entry.Record("experiment.begonnen", "experiment/x", Store.Because("Op verzoek van 1112 22 333"));
                return Task.FromResult<Outcome<bool>>(true);
            }
        );

        outcome.Why.ShouldHaveSingleItem().ShouldBeOfType<ReasonHoldsBsn>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Reading_a_file_is_recorded_although_nothing_changes(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var person = Guid.NewGuid();

        await store.Use(
            (Work work) =>
                work.Read<bool>(
                    store.Actor(Role.ProjectLead),
                    Permission.SeeHousehold,
                    (_, entry) =>
                    {
                        entry.Record("dossier.gelezen", "huishouden/1", Store.Because(), dataSubject: person);
                        return Task.FromResult<Outcome<bool>>(true);
                    },
                    CancellationToken.None
                )
        );

        var entry = (await store.Ledger())[^1];
        entry.Action.ShouldBe("dossier.gelezen");
        entry.DataSubject.ShouldBe(person);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Many_writers_at_once_all_get_their_place_in_the_chain(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var lead = store.Actor(Role.ProjectLead);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => Task.Run(() => AddExperiment(store, lead, slug: $"s{i}")))
        );

        outcomes.ShouldAllBe(o => o.IsDone);
        (await store.Ledger()).Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, 41).Select(i => (long)i));
    }

    private static Task<Outcome<Guid>> AddExperiment(
        Store store,
        Actor actor,
        Guid? key = null,
        string slug = "groningen-2017"
    ) =>
        store.Do<Guid>(
            actor,
            Permission.DesignExperiment,
            (db, entry) =>
            {
                var row = Experiment(actor.MunicipalityId, slug);
                db.Add(row);
                entry.Record("experiment.begonnen", $"experiment/{slug}", Store.Because());
                return Task.FromResult<Outcome<Guid>>(row.Id);
            },
            key
        );

    private static Task<Outcome<bool>> Rename(Store store, Actor actor, Guid id, string name) =>
        store.Do<bool>(
            actor,
            Permission.DesignExperiment,
            async (db, entry) =>
            {
                (await db.Set<ExperimentRow>().SingleAsync(e => e.Id == id)).Name = name;
                entry.Record("experiment.hernoemd", $"experiment/{id}", Store.Because());
                return true;
            }
        );

    private static async Task Change(Store store, Actor actor, Action<ProeftuinDb> change) =>
        (
            await store.Do<bool>(
                actor,
                Permission.DesignExperiment,
                (db, entry) =>
                {
                    change(db);
                    entry.Record("protocol.gewijzigd", "protocol/1", Store.Because());
                    return Task.FromResult<Outcome<bool>>(true);
                }
            )
        ).OrThrow();

    private static ExperimentRow Experiment(Guid municipality, string slug = "groningen-2017") =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = municipality,
            Slug = slug,
            Name = "Bijstand op maat",
            CreatedAt = DateTimeOffset.UtcNow,
        };

    private static ProtocolVersionRow Protocol(Guid municipality, Guid experiment, Guid id) =>
        new()
        {
            Id = id,
            MunicipalityId = municipality,
            ExperimentId = experiment,
            Number = 1,
            Text = "naam: x",
            OverlayText = "demo",
            Sha256 = "00",
            RecordedAt = DateTimeOffset.UtcNow,
        };
}
