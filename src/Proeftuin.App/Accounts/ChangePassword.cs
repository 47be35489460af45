// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.App.Accounts;

/// <summary>Changes one's own password; all other sessions of the account end.</summary>
public sealed class ChangePassword(Work work, Credentials credentials)
{
    private static readonly Reason Because = Reason.Of("Eigen wachtwoord gewijzigd").OrThrow();

    /// <summary>Gives the new stamp, so that this session goes on.</summary>
    public Task<Outcome<string>> Handle(Guid accountId, string? current, string? next, CancellationToken ct) =>
        work.DoUnchecked<string>(
            SystemActor.Nobody,
            EntryRule.WhenChanged,
            async (db, entry) =>
            {
                var users = credentials.For(db);
                var account = await db.Set<AccountRow>().SingleAsync(a => a.Id == accountId, ct);
                entry.By = accountId;
                entry.Record("account.wachtwoord-gewijzigd", $"account/{accountId}", Because);
                await Database.UseMunicipality(db, await AccountChain.Of(db, accountId, ct), ct);
                if (PasswordRules.Check(account.Name, next) is { } weak)
                {
                    return new Outcome<string>.Refused([weak]);
                }

                if (string.Equals(current, next, StringComparison.Ordinal))
                {
                    return new PasswordIsTheSame();
                }

                if (!(await users.ChangePasswordAsync(account, current ?? "", next!)).Succeeded)
                {
                    return new CurrentPasswordIsWrong();
                }

                account.MustChangePassword = false;
                return account.SecurityStamp;
            },
            ct
        );
}

public sealed record CurrentPasswordIsWrong : Refusal
{
    public override string Message => "Het huidige wachtwoord klopt niet. Er is niets gewijzigd.";
}

public sealed record PasswordIsTheSame : Refusal
{
    public override string Message => "Het nieuwe wachtwoord is hetzelfde als het huidige. Kies een ander wachtwoord.";
}
