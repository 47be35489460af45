// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Accounts;

/// <summary>An account as its administrator sees it.</summary>
public sealed record ListedAccount(
    Guid Id,
    string Name,
    bool HasSecondFactor,
    bool MustChangePassword,
    DateTimeOffset? LockedUntil,
    bool IsOwn,
    IReadOnlyList<Role> Roles
);

/// <summary>The accounts of a municipality: made there, or with a role there.</summary>
public sealed class ListAccounts(Work work, TimeProvider clock)
{
    public Task<Outcome<IReadOnlyList<ListedAccount>>> Handle(Actor actor, CancellationToken ct) =>
        work.Look<IReadOnlyList<ListedAccount>>(
            actor,
            Permission.ManageAccounts,
            async db =>
            {
                var grants = await db.Set<RoleGrantRow>().Where(g => g.WithdrawnAt == null).ToListAsync(ct);
                var withRole = grants.Select(g => g.AccountId).Distinct().ToList();
                var accounts = await db.Set<AccountRow>()
                    .Where(a => a.HomeMunicipalityId == actor.MunicipalityId || withRole.Contains(a.Id))
                    .OrderBy(a => a.NormalizedName)
                    .ToListAsync(ct);
                return new Outcome<IReadOnlyList<ListedAccount>>.Done([
                    .. accounts.Select(a => new ListedAccount(
                        a.Id,
                        a.Name,
                        a.HasSecondFactor,
                        a.MustChangePassword,
                        a.LockedUntil > clock.GetUtcNow() ? a.LockedUntil : null,
                        a.HomeMunicipalityId == actor.MunicipalityId,
                        [.. grants.Where(g => g.AccountId == a.Id).Select(g => g.Role).Order()]
                    )),
                ]);
            },
            ct
        );
}
