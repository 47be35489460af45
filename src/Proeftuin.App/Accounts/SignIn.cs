// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Ledger;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Accounts;

/// <summary>Someone whose password (and code, if asked) was right.</summary>
public sealed record SignedIn(
    Guid AccountId,
    string Name,
    string Stamp,
    bool NeedsCode,
    bool MustChangePassword,
    bool WithCode
);

/// <summary>Checks name and password, then the code. Success, failure and lock each get a ledger entry, also when nothing is given.</summary>
public sealed class SignIn(Work work, Credentials credentials)
{
    private static readonly Reason Because = Reason.Of("Aanmelden").OrThrow();

    public Task<Outcome<SignedIn>> Handle(string? name, string? password, CancellationToken ct) =>
        Attempt(
            db => credentials.For(db).FindByNameAsync((name ?? "").Trim()),
            async (db, account) =>
            {
                var right = await credentials.For(db).CheckPasswordAsync(account, password ?? "");
                return right ? (account.HasSecondFactor ? "aanmelden.wachtwoord-goed" : "aanmelden.gelukt") : null;
            },
            account => Result(account, withCode: false),
            () => Credentials.PretendToCheck(password ?? ""),
            ct
        );

    /// <summary>The second step: a code of the authenticator app or a recovery code.</summary>
    public Task<Outcome<SignedIn>> HandleCode(Guid accountId, string? code, CancellationToken ct) =>
        Attempt(
            db => db.Set<AccountRow>().SingleOrDefaultAsync(a => a.Id == accountId && a.HasSecondFactor, ct),
            async (db, account) => await credentials.Accepts(db, account, code ?? "") ? "aanmelden.gelukt" : null,
            account => Result(account, withCode: true),
            () => { },
            ct
        );

    private async Task<Outcome<SignedIn>> Attempt(
        Func<ProeftuinDb, Task<AccountRow?>> find,
        Func<ProeftuinDb, AccountRow, Task<string?>> check,
        Func<AccountRow, SignedIn> result,
        Action pretend,
        CancellationToken ct
    )
    {
        // A failed attempt must be kept, so inside the transaction it is not a refusal.
        var outcome = await work.DoUnchecked<Outcome<SignedIn>>(
            SystemActor.Nobody,
            EntryRule.Always,
            async (db, entry) =>
            {
                if (await find(db) is not { } account)
                {
                    pretend();
                    entry.Record("aanmelden.mislukt", "account/onbekend", Because);
                    return Failed();
                }

                entry.By = account.Id;
                await Database.UseMunicipality(db, await AccountChain.Of(db, account.Id, ct), ct);
                if (credentials.IsLocked(account))
                {
                    entry.Record("aanmelden.geblokkeerd", Subject(account), Because);
                    return Failed();
                }

                if (await check(db, account) is not { } action)
                {
                    return await Fail(db, entry, account);
                }

                entry.Record(action, Subject(account), Because);
                if (string.Equals(action, "aanmelden.gelukt", StringComparison.Ordinal))
                {
                    await credentials.For(db).ResetAccessFailedCountAsync(account);
                }

                return new Outcome<Outcome<SignedIn>>.Done(result(account));
            },
            ct
        );
        return outcome.Then(inner => inner);
    }

    private async Task<Outcome<Outcome<SignedIn>>> Fail(ProeftuinDb db, LedgerDraft entry, AccountRow account)
    {
        await credentials.For(db).AccessFailedAsync(account);
        entry.Record(
            credentials.IsLocked(account) ? "aanmelden.account-geblokkeerd" : "aanmelden.mislukt",
            Subject(account),
            Because
        );
        return Failed();
    }

    private static Outcome<Outcome<SignedIn>>.Done Failed() => new(new SignInFailed());

    private static string Subject(AccountRow account) => $"account/{account.Id}";

    private static SignedIn Result(AccountRow account, bool withCode) =>
        new(
            account.Id,
            account.Name,
            account.SecurityStamp,
            account.HasSecondFactor && !withCode,
            account.MustChangePassword,
            withCode
        );
}

/// <summary>One sentence for every cause, so that nobody learns which accounts exist.</summary>
public sealed record SignInFailed : Refusal
{
    public override string Message =>
        $"Aanmelden is niet gelukt. Controleer wat u hebt ingevuld. Na {Credentials.FailuresBeforeLock} pogingen is een account "
        + $"{Credentials.LockTime.TotalMinutes:0} minuten geblokkeerd.";
}

/// <summary>The installation itself, and people who are not signed in.</summary>
internal static class SystemActor
{
    public static readonly Actor Nobody = In(Guid.Empty);

    public static Actor In(Guid municipality) => new(Guid.Empty, "Proeftuin", municipality, new HashSet<Role>());
}

/// <summary>Where an account's own events are recorded: in the chain of its municipality, so that the auditor there sees them; with several municipalities in the system's chain.</summary>
internal static class AccountChain
{
    public static async Task<Guid> Of(ProeftuinDb db, Guid account, CancellationToken ct)
    {
        var municipalities = await db.Set<RoleGrantRow>()
            .IgnoreQueryFilters()
            .Where(g => g.AccountId == account && g.WithdrawnAt == null)
            .Select(g => g.MunicipalityId)
            .Distinct()
            .Take(2)
            .ToListAsync(ct);
        return municipalities is [var only] ? only : Guid.Empty;
    }
}
