// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Identity;

public sealed class IdentityStoreTests(Databases databases)
{
    /// <summary>Passes the eleven test and is known as an example number.</summary>
    private const string Canary = "111222333";
    private const string CanaryName = "Kanarie van Geelenstein";

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_number_gives_the_same_person_within_a_municipality_and_another_one_elsewhere(
        DatabaseKind kind
    )
    {
        await using var store = await databases.New(kind);
        var people = new[] { Someone(Canary, CanaryName), Someone("123456782", "Ander"), Someone(Canary, CanaryName) };

        var first = await Deliver(store, store.Municipality, people);
        var again = await Deliver(store, store.Municipality, people);
        var elsewhere = await Deliver(store, store.OtherMunicipality, people);

        first[0].ShouldBe(first[2]);
        first[0].ShouldNotBe(first[1]);
        again.ShouldBe(first);
        elsewhere.ShouldNotContain(first[0]);
        (await store.Rows<PersonRow>()).Count.ShouldBe(4);
        (await store.Rows<PersonRow>()).Select(p => Convert.ToHexString(p.BsnLookup)).Distinct().Count().ShouldBe(4);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_changed_address_is_updated_and_can_be_read_back(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var id = (await Deliver(store, store.Municipality, [Someone(Canary, CanaryName)]))[0];
        var before = (await store.Ledger()).Count;

        await Deliver(
            store,
            store.Municipality,
            [new NewIdentity(Bsn.Of(Canary).OrThrow(), CanaryName, "Nieuwe weg 2")]
        );

        (await store.Ledger()).Count.ShouldBe(before + 1);
        var identities = store.Services.GetRequiredService<IdentityStore>();
        await using var db = store.Services.GetRequiredService<Database>().Open(store.Municipality);
        await using var moment = await Database.Begin(db, write: false, CancellationToken.None);
        var known = (await identities.Reveal(db, [id]))[id];
        known.Address.ShouldBe("Nieuwe weg 2");
        known.Name.ShouldBe(CanaryName);
        known.Bsn.Digits.ShouldBe(Canary);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task No_number_name_or_address_is_readable_in_the_database_or_its_backup(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await Deliver(store, store.Municipality, [Someone(Canary, CanaryName)]);
        await Deliver(
            store,
            store.Municipality,
            [new NewIdentity(Bsn.Of(Canary).OrThrow(), CanaryName, "Kanariestraat 9")]
        );

        var raw = store.Raw();

        raw.ShouldContain("register.ingelezen", customMessage: "the probe: what is stored in the clear is found");
        foreach (var secret in new[] { Canary, CanaryName, "Geelenstein", "Kanariestraat" })
        {
            raw.ShouldNotContain(secret);
            raw.ShouldNotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(secret)));
            raw.ShouldNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(secret)).TrimEnd('=')[..^1]);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_encrypted_value_that_is_moved_to_another_person_cannot_be_read(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var ids = await Deliver(
            store,
            store.Municipality,
            [Someone(Canary, CanaryName), Someone("123456782", "Ander")]
        );
        store.Sql("UPDATE \"Identity\" SET \"Name\" = (SELECT \"Name\" FROM \"Identity\" LIMIT 1)").ShouldBe(2);
        await using var db = store.Services.GetRequiredService<Database>().Open(store.Municipality);
        await using var moment = await Database.Begin(db, write: false, CancellationToken.None);

        await Should.ThrowAsync<System.Security.Cryptography.CryptographicException>(() =>
            store.Services.GetRequiredService<IdentityStore>().Reveal(db, [.. ids])
        );
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_bulk_delivery_is_one_line_with_its_counts_and_content_hash(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        var people = Enumerable.Range(0, 2000).Select(i => Someone(TestBsn(i), $"Persoon {i}")).ToList();

        await Deliver(store, store.Municipality, people);

        var entry = (await store.Ledger())[^1];
        entry.Changes!.ShouldContain("\"tabel\":\"Person\",\"soort\":\"bulk\",\"aantal\":2000");
        entry.Changes!.ShouldContain("\"tabel\":\"Identity\",\"soort\":\"bulk\",\"aantal\":2000");
        entry.Changes!.ShouldContain("sha256:");
        (await store.Rows<PersonRow>()).Count.ShouldBe(2000);
    }

    [Fact]
    public async Task On_PostgreSQL_an_ordinary_role_sees_no_other_municipality_even_without_our_filter()
    {
        await using var store = await databases.New(DatabaseKind.Postgres);
        await Deliver(store, store.OtherMunicipality, [Someone("123456782", "Ander")]);
        var options = store.AsOrdinaryUser();
        await using var services = new ServiceCollection().AddProeftuinApp(options).BuildServiceProvider();

        // The ordinary role can do its work, bulk insert included.
        await using (var scope = services.CreateAsyncScope())
        {
            await Deliver(scope.ServiceProvider, store.Municipality, [Someone(Canary, CanaryName)]);
        }

        await using var db = services.GetRequiredService<Database>().Open(store.Municipality);
        await using (await Database.Begin(db, write: false, CancellationToken.None))
        {
            var seen = await db.Set<PersonRow>().IgnoreQueryFilters().Select(p => p.MunicipalityId).ToListAsync();
            seen.ShouldBe([store.Municipality]);
        }

        (await db.Set<PersonRow>().IgnoreQueryFilters().CountAsync()).ShouldBe(
            0,
            "outside a transaction of ours nothing is visible"
        );
        (await store.Rows<PersonRow>()).Count.ShouldBe(2, "the probe: both rows are there");
        await Should.ThrowAsync<Exception>(async () =>
        {
            await using (await Database.Begin(db, write: true, CancellationToken.None))
            {
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO \"Person\" (\"Id\", \"MunicipalityId\", \"BsnLookup\", \"CreatedAt\") VALUES ({Guid.NewGuid()}, {store.OtherMunicipality}, '', now())"
                );
            }
        });
    }

    private static NewIdentity Someone(string bsn, string name) => new(Bsn.Of(bsn).OrThrow(), name, "Dorpsstraat 1");

    /// <summary>The i-th number that passes the eleven test, from 900000000 on: such numbers are not issued.</summary>
    private static string TestBsn(int i)
    {
        for (var candidate = 900_000_000 + i * 30; ; candidate++)
        {
            if (Bsn.Of(candidate.ToString(System.Globalization.CultureInfo.InvariantCulture)).IsDone)
            {
                return candidate.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }
    }

    private static async Task<IReadOnlyList<Guid>> Deliver(
        Store store,
        Guid municipality,
        IReadOnlyList<NewIdentity> people
    )
    {
        await using var scope = store.Services.CreateAsyncScope();
        return await Deliver(scope.ServiceProvider, municipality, people);
    }

    private static async Task<IReadOnlyList<Guid>> Deliver(
        IServiceProvider services,
        Guid municipality,
        IReadOnlyList<NewIdentity> people
    )
    {
        var identities = services.GetRequiredService<IdentityStore>();
        var outcome = await services
            .GetRequiredService<Work>()
            .Do<IReadOnlyList<Guid>>(
                Store.ActorIn(municipality, Role.ProjectLead),
                Permission.ImportRegister,
                async (db, entry) =>
                {
                    var ids = await identities.FindOrAdd(db, people);
                    entry.Record("register.ingelezen", "register/1", Store.Because());
                    return new Outcome<IReadOnlyList<Guid>>.Done(ids);
                },
                CancellationToken.None
            );
        return outcome.OrThrow();
    }
}
