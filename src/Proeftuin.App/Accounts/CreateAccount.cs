// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Ledger;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Accounts;

/// <summary>A new account and its one-time password, which is shown once and must be changed at the first sign-in.</summary>
public sealed record CreatedAccount(Guid Id, string Name, string OneTimePassword);

/// <summary>Makes an account without any role.</summary>
public sealed class CreateAccount(Work work, Credentials credentials, TimeProvider clock)
{
    public Task<Outcome<CreatedAccount>> Handle(string? name, string? because, Actor actor, CancellationToken ct) =>
        work.Do<CreatedAccount>(
            actor,
            Permission.ManageAccounts,
            async (db, entry) =>
            {
                if (Reason.Of(because) is not Outcome<Reason>.Done { Value: var reason })
                {
                    return new Outcome<CreatedAccount>.Refused(Reason.Of(because).Why);
                }

                return await Add(db, entry, name, actor.MunicipalityId, reason, ct);
            },
            ct
        );

    internal async Task<Outcome<CreatedAccount>> Add(
        ProeftuinDb db,
        LedgerDraft entry,
        string? wanted,
        Guid municipality,
        Reason reason,
        CancellationToken ct
    )
    {
        var name = (wanted ?? "").Trim();
        if (name.Length is < 3 or > 60 || name.Any(char.IsControl))
        {
            return new AccountNameUnfit();
        }

        var users = credentials.For(db);
        if (await users.FindByNameAsync(name) is not null)
        {
            return new AccountNameTaken();
        }

        var account = new AccountRow
        {
            Id = Guid.CreateVersion7(),
            HomeMunicipalityId = municipality,
            Name = name,
            MustChangePassword = true,
            CreatedAt = clock.GetUtcNow(),
        };
        var password = PasswordRules.MakeOneTime();
        await users.CreateAsync(account, password);
        entry.Record("account.aangemaakt", $"account/{account.Id}", reason);
        return new CreatedAccount(account.Id, name, password);
    }
}

/// <summary>Gives an account of one's own municipality a new one-time password and removes its second step; for people who lost both.</summary>
public sealed class ResetAccount(Work work, Credentials credentials)
{
    public Task<Outcome<CreatedAccount>> Handle(Guid accountId, string? because, Actor actor, CancellationToken ct) =>
        work.Do<CreatedAccount>(
            actor,
            Permission.ManageAccounts,
            async (db, entry) =>
            {
                if (Reason.Of(because) is not Outcome<Reason>.Done { Value: var reason })
                {
                    return new Outcome<CreatedAccount>.Refused(Reason.Of(because).Why);
                }

                var account = await db.Set<AccountRow>()
                    .SingleOrDefaultAsync(a => a.Id == accountId && a.HomeMunicipalityId == actor.MunicipalityId, ct);
                if (account is null)
                {
                    return new NoSuchAccount();
                }

                if (accountId == actor.AccountId)
                {
                    return new OwnRolesStay();
                }

                var users = credentials.For(db);
                var password = PasswordRules.MakeOneTime();
                await users.RemovePasswordAsync(account);
                await users.AddPasswordAsync(account, password);
                (account.MustChangePassword, account.HasSecondFactor) = (true, false);
                (account.AuthenticatorKey, account.RecoveryCodes, account.LockedUntil) = (null, null, null);
                entry.Record("account.hersteld", $"account/{accountId}", reason);
                return new CreatedAccount(accountId, account.Name, password);
            },
            ct
        );
}

public sealed record AccountNameUnfit : Refusal
{
    public override string Message => "Kies een naam van 3 tot 60 tekens om mee aan te melden.";
}

public sealed record AccountNameTaken : Refusal
{
    public override string Message => "Deze naam is al in gebruik. Kies een andere naam.";
}
