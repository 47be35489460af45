// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.App.Accounts;

/// <summary>Setting up the second step for one's own account: first a key for the authenticator app, then a code that proves the app has it.</summary>
public sealed class SecondFactor(Work work, Credentials credentials)
{
    private static readonly Reason Because = Reason.Of("Tweede stap instellen voor het eigen account").OrThrow();

    /// <summary>The key to put in the app. An account that has a second step gets no other key this way.</summary>
    public Task<Outcome<string>> Begin(Guid accountId, CancellationToken ct) =>
        Own<string>(
            accountId,
            async (_, db, account) =>
            {
                if (account.HasSecondFactor)
                {
                    return new SecondFactorIsSetUp();
                }

                return await credentials.AuthenticatorKey(db, account, ct);
            },
            "account.tweede-stap-begonnen",
            ct
        );

    /// <summary>Switches the second step on and gives ten recovery codes, shown once. Also gives the new stamp for this session.</summary>
    public Task<Outcome<SecondFactorReady>> Handle(Guid accountId, string? code, CancellationToken ct) =>
        Own<SecondFactorReady>(
            accountId,
            async (users, db, account) =>
            {
                if (account.HasSecondFactor)
                {
                    return new SecondFactorIsSetUp();
                }

                if (account.AuthenticatorKey is null || !await credentials.Accepts(db, account, code ?? ""))
                {
                    return new CodeIsWrong();
                }

                await users.SetTwoFactorEnabledAsync(account, true);
                var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 10);
                return new SecondFactorReady([.. codes!], account.SecurityStamp);
            },
            "account.tweede-stap-ingesteld",
            ct
        );

    /// <summary>Ten new recovery codes, shown once, for who lost them or never saw them; the old ones stop. Asks for a code that proves the second step.</summary>
    public Task<Outcome<IReadOnlyList<string>>> RenewRecoveryCodes(
        Guid accountId,
        string? code,
        CancellationToken ct
    ) =>
        Own<IReadOnlyList<string>>(
            accountId,
            async (users, db, account) =>
            {
                if (!account.HasSecondFactor)
                {
                    return new SecondFactorIsNotSetUp();
                }

                if (!await credentials.Accepts(db, account, code ?? ""))
                {
                    return new CodeIsWrong();
                }

                return (await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 10))!.ToList();
            },
            "account.herstelcodes-vernieuwd",
            ct
        );

    private Task<Outcome<T>> Own<T>(
        Guid accountId,
        Func<UserManager<AccountRow>, ProeftuinDb, AccountRow, Task<Outcome<T>>> change,
        string action,
        CancellationToken ct
    ) =>
        work.DoUnchecked<T>(
            SystemActor.Nobody,
            EntryRule.WhenChanged,
            async (db, entry) =>
            {
                var account = await db.Set<AccountRow>().SingleAsync(a => a.Id == accountId, ct);
                entry.By = accountId;
                entry.Record(action, $"account/{accountId}", Because);
                await Database.UseMunicipality(db, await AccountChain.Of(db, accountId, ct), ct);
                return await change(credentials.For(db), db, account);
            },
            ct
        );
}

/// <summary>The second step works.</summary>
public sealed record SecondFactorReady(IReadOnlyList<string> RecoveryCodes, string Stamp);

public sealed record SecondFactorIsSetUp : Refusal
{
    public override string Message =>
        "Voor dit account is de tweede stap al ingesteld. Nieuwe telefoon? Gebruik een herstelcode of vraag de beheerder.";
}

public sealed record SecondFactorIsNotSetUp : Refusal
{
    public override string Message => "Voor dit account is de tweede stap nog niet ingesteld.";
}

public sealed record CodeIsWrong : Refusal
{
    public override string Message =>
        "Deze code klopt niet of is al gebruikt. Wacht op de volgende code in de app en vul die in.";
}
