// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Accounts;

/// <summary>A new municipality with its first administrator.</summary>
public sealed record CreatedMunicipality(Guid Id, string Name, CreatedAccount Administrator);

/// <summary>Adds a municipality to the installation, from the command line: there is no account yet that could allow it.</summary>
public sealed class CreateMunicipality(Work work, CreateAccount accounts, TimeProvider clock)
{
    private static readonly Reason Because = Reason.Of("Ingebruikname van de gemeente").OrThrow();

    public async Task<Outcome<CreatedMunicipality>> Handle(
        string? wanted,
        string? administrator,
        bool isFictional,
        CancellationToken ct
    )
    {
        var name = (wanted ?? "").Trim();
        if (name.Length is < 2 or > 80)
        {
            return new MunicipalityNameUnfit();
        }

        var id = Guid.CreateVersion7();
        return await work.DoUnchecked<CreatedMunicipality>(
            SystemActor.In(id),
            EntryRule.WhenChanged,
            async (db, entry) =>
            {
                if (await db.Set<MunicipalityRow>().AnyAsync(m => m.Name == name, ct))
                {
                    return new MunicipalityExists(name);
                }

                db.Add(
                    new MunicipalityRow
                    {
                        Id = id,
                        Name = name,
                        IsFictional = isFictional,
                        CreatedAt = clock.GetUtcNow(),
                    }
                );
                entry.Record("gemeente.aangemaakt", $"gemeente/{id}", Because);
                var account = await accounts.Add(db, entry, administrator, id, Because, ct);
                return account.Map(created =>
                {
                    db.Add(
                        new RoleGrantRow
                        {
                            Id = Guid.CreateVersion7(),
                            MunicipalityId = id,
                            AccountId = created.Id,
                            Role = Role.Administrator,
                            GrantedAt = clock.GetUtcNow(),
                        }
                    );
                    return new CreatedMunicipality(id, name, created);
                });
            },
            ct
        );
    }
}

public sealed record MunicipalityNameUnfit : Refusal
{
    public override string Message => "Geef de naam van de gemeente, van 2 tot 80 tekens.";
}

public sealed record MunicipalityExists(string Name) : Refusal
{
    public override string Message => $"De gemeente {Name} bestaat al in deze database.";
}
