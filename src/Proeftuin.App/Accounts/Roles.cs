// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Accounts;

/// <summary>Gives an account a role in the administrator's municipality.</summary>
public sealed class GrantRole(Work work, TimeProvider clock)
{
    public Task<Outcome<Guid>> Handle(Guid accountId, Role role, string? because, Actor actor, CancellationToken ct) =>
        work.Do<Guid>(
            actor,
            Permission.ManageAccounts,
            async (db, entry) =>
            {
                var account = await Touched(db, accountId, ct);
                if (account is null)
                {
                    return new NoSuchAccount();
                }

                var held = (await Held(db, accountId, ct)).Select(g => g.Role).ToHashSet();
                return Reason
                    .Of(because)
                    .Then(reason =>
                        GrantRules
                            .Grant(actor.AccountId, accountId, held, role)
                            .Map(_ =>
                            {
                                var grant = new RoleGrantRow
                                {
                                    Id = Guid.CreateVersion7(),
                                    MunicipalityId = actor.MunicipalityId,
                                    AccountId = accountId,
                                    Role = role,
                                    GrantedAt = clock.GetUtcNow(),
                                };
                                db.Add(grant);
                                entry.Record("rol.gegeven", $"account/{accountId}", reason);
                                return grant.Id;
                            })
                    );
            },
            ct
        );

    internal static Task<List<RoleGrantRow>> Held(ProeftuinDb db, Guid accountId, CancellationToken ct) =>
        db.Set<RoleGrantRow>().Where(g => g.AccountId == accountId && g.WithdrawnAt == null).ToListAsync(ct);

    /// <summary>The account with a new version: two administrators who give it two roles at once cannot together make a forbidden pair.</summary>
    internal static async Task<AccountRow?> Touched(ProeftuinDb db, Guid accountId, CancellationToken ct)
    {
        var account = await db.Set<AccountRow>().SingleOrDefaultAsync(a => a.Id == accountId, ct);
        if (account is not null)
        {
            db.Entry(account).Property(a => a.Version).IsModified = true;
        }

        return account;
    }
}

/// <summary>Takes a role away from an account in the administrator's municipality; open sessions lose it at the next request.</summary>
public sealed class WithdrawRole(Work work, TimeProvider clock)
{
    public Task<Outcome<Guid>> Handle(Guid accountId, Role role, string? because, Actor actor, CancellationToken ct) =>
        work.Do<Guid>(
            actor,
            Permission.ManageAccounts,
            async (db, entry) =>
            {
                var grants = await GrantRole.Held(db, accountId, ct);
                return Reason
                    .Of(because)
                    .Then(reason =>
                        GrantRules
                            .Withdraw(actor.AccountId, accountId, grants.Select(g => g.Role).ToHashSet(), role)
                            .Map(_ =>
                            {
                                grants.Single(g => g.Role == role).WithdrawnAt = clock.GetUtcNow();
                                entry.Record("rol.ingetrokken", $"account/{accountId}", reason);
                                return accountId;
                            })
                    );
            },
            ct
        );
}

/// <summary>No account with this id or name.</summary>
public sealed record NoSuchAccount : Refusal
{
    public override string Message => "Dit account bestaat niet. Controleer de naam.";
}
