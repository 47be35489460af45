// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Accounts;

/// <summary>A municipality as one account may enter it.</summary>
public sealed record MunicipalityAccess(Guid Id, string Name, bool IsFictional, IReadOnlySet<Role> Roles);

/// <summary>An account as it stands now: checked at every request, so that a withdrawn role or a changed password works at once.</summary>
public sealed record AccountStanding(
    string Name,
    string Stamp,
    bool MustChangePassword,
    IReadOnlyList<MunicipalityAccess> Municipalities
);

/// <summary>Enters one of the municipalities where the account has a role; a real one only with the second step. Recorded in that municipality's ledger.</summary>
public sealed class OpenMunicipality(Work work)
{
    private static readonly Reason Because = Reason.Of("Gemeente geopend na aanmelden").OrThrow();

    public async Task<Outcome<MunicipalityAccess>> Handle(
        Guid accountId,
        Guid municipality,
        bool withCode,
        CancellationToken ct
    )
    {
        var standing = await Standing(accountId, ct);
        if (standing?.Municipalities.FirstOrDefault(m => m.Id == municipality) is not { } access)
        {
            return new NotAllowed();
        }

        if (!access.IsFictional && !withCode)
        {
            return new SecondFactorNeeded(access.Name);
        }

        return await work.DoUnchecked<MunicipalityAccess>(
            new Actor(accountId, standing.Name, municipality, access.Roles),
            EntryRule.Always,
            (_, entry) =>
            {
                entry.Record("gemeente.geopend", $"account/{accountId}", Because);
                return Task.FromResult<Outcome<MunicipalityAccess>>(access);
            },
            ct
        );
    }

    /// <summary>Null when there is no such account.</summary>
    public async Task<AccountStanding?> Standing(Guid accountId, CancellationToken ct) =>
        (
            await work.LookAt<AccountStanding?>(
                Guid.Empty,
                async db =>
                {
                    if (await db.Set<AccountRow>().SingleOrDefaultAsync(a => a.Id == accountId, ct) is not { } account)
                    {
                        return new Outcome<AccountStanding?>.Done(null);
                    }

                    var grants = await db.Set<RoleGrantRow>()
                        .IgnoreQueryFilters()
                        .Where(g => g.AccountId == accountId && g.WithdrawnAt == null)
                        .Join(
                            db.Set<MunicipalityRow>(),
                            g => g.MunicipalityId,
                            m => m.Id,
                            (g, m) =>
                                new
                                {
                                    m.Id,
                                    m.Name,
                                    m.IsFictional,
                                    g.Role,
                                }
                        )
                        .ToListAsync(ct);
                    var municipalities = grants
                        .GroupBy(g => g.Id)
                        .Select(g => new MunicipalityAccess(
                            g.Key,
                            g.First().Name,
                            g.First().IsFictional,
                            g.Select(x => x.Role).ToHashSet()
                        ))
                        .OrderBy(m => m.Name, StringComparer.Ordinal)
                        .ToList();
                    return new AccountStanding(
                        account.Name,
                        account.SecurityStamp,
                        account.MustChangePassword,
                        municipalities
                    );
                },
                ct
            )
        ).OrThrow();
}

/// <summary>A municipality with real people needs the second step.</summary>
public sealed record SecondFactorNeeded(string Municipality) : Refusal
{
    public override string Message =>
        $"{Municipality} werkt met gegevens van echte mensen. Stel eerst de tweede stap in en meld u daarmee aan.";
}
