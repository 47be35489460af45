// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Provisions;

/// <summary>Gives a file to a colleague, who works with it from then on: by who has it, or by an income officer when that person is away. Nobody takes a file themselves.</summary>
public sealed class HandOverCase(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, ProvisionKind Kind, Guid Case, Guid To, Reason Why);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change(
            new(Permission.HandOverProvision, command.Experiment, "voorziening.overgedragen", command.Why.Text),
            command.Kind,
            command.Case,
            actor,
            async (db, _, row) =>
            {
                var colleagues = await SeeCaseloads.CaseManagers(db, ct);
                if (!colleagues.Exists(a => a.Id == command.To))
                {
                    return [new NoSuchColleague()];
                }

                if ((row.HandledBy ?? row.RecordedBy) == command.To)
                {
                    return [new HasItAlready()];
                }

                row.HandledBy = command.To;
                return [];
            },
            ct
        );
}

/// <summary>What the form to hand a file over needs: who it is about, who has it now, and the colleagues.</summary>
public sealed class SeeHandOver(Work work, IdentityStore identities, TimeProvider clock)
{
    public sealed record View(string? Name, string Now, IReadOnlyList<(Guid Id, string Name)> Colleagues);

    public Task<Outcome<View>> Handle(
        string experiment,
        ProvisionKind kind,
        Guid id,
        Actor actor,
        CancellationToken ct
    ) =>
        new OneCase(work, clock).Read<View>(
            new(
                Permission.HandOverProvision,
                experiment,
                "voorziening.gelezen",
                "Dossier bekeken om het over te dragen"
            ),
            kind,
            id,
            actor,
            async (db, _, row) =>
            {
                var now = row.HandledBy ?? row.RecordedBy;
                return new View(
                    (await identities.Reveal(db, [row.PersonId], ct)).GetValueOrDefault(row.PersonId)?.Name,
                    await db.Set<AccountRow>()
                        .IgnoreQueryFilters()
                        .Where(a => a.Id == now)
                        .Select(a => a.Name)
                        .FirstOrDefaultAsync(ct)
                        ?? "onbekend",
                    [.. (await SeeCaseloads.CaseManagers(db, ct)).Where(a => a.Id != now).Select(a => (a.Id, a.Name))]
                );
            },
            ct
        );
}

/// <summary>The account is not a case manager of this municipality.</summary>
public sealed record NoSuchColleague : Refusal
{
    public override string Message =>
        "Deze collega is geen klantmanager van uw gemeente. Kies een collega uit de lijst.";
}

/// <summary>The colleague has the file already.</summary>
public sealed record HasItAlready : Refusal
{
    public override string Message => "Deze collega heeft dit dossier al. Er is niets veranderd.";
}
