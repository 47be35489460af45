// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>Says which account guides the people of a case manager as the register names them, or one person. From then on that account sees them.</summary>
public sealed class AssignCaseManagers(Work work, TimeProvider clock)
{
    /// <summary>Either <paramref name="RegisterName"/> (everyone with this name who has not this account yet) or <paramref name="Participant"/>.</summary>
    public sealed record Command(string Experiment, Guid Account, string? RegisterName, Guid? Participant = null);

    public Task<Outcome<int>> Handle(Command command, Actor actor, CancellationToken ct) =>
        ManyActs.Of(
            work,
            clock,
            command.Experiment,
            actor,
            ("deelname.klantmanager", "Klantmanager toewijzen"),
            async (db, recruits) =>
            {
                if (!await IsCaseManager(db, command.Account, ct))
                {
                    return new NotACaseManager();
                }

                var others = recruits
                    .Visible()
                    .Where(p => p.CaseManagerId == null || p.CaseManagerId != command.Account);
                others = command.Participant is { } one
                    ? others.Where(p => p.Id == one)
                    : others.Where(p => PersonsOf(db, command.RegisterName).Contains(p.PersonId));
                return new Planned(
                    await ManyActs.People(others, ct),
                    person => new ParticipationEventRow
                    {
                        Act = ParticipationAct.AssignCaseManager,
                        On = recruits.Today < person.DrawnOn ? person.DrawnOn : recruits.Today,
                        CaseManagerId = command.Account,
                    }
                );
            },
            ct
        );

    /// <summary>Whose case manager has this name in the latest register.</summary>
    internal static IQueryable<Guid> PersonsOf(ProeftuinDb db, string? name) =>
        db.Set<RegisterPersonRow>()
            .Where(p => p.SnapshotId == Latest(db) && p.CaseManager == name)
            .Select(p => p.PersonId);

    internal static Guid Latest(ProeftuinDb db) =>
        db.Set<RegisterSnapshotRow>()
            .OrderByDescending(s => s.ReferenceDate)
            .ThenByDescending(s => s.ImportedAt)
            .Select(s => s.Id)
            .FirstOrDefault();

    private static Task<bool> IsCaseManager(ProeftuinDb db, Guid account, CancellationToken ct) =>
        db.Set<RoleGrantRow>()
            .AnyAsync(g => g.AccountId == account && g.Role == Role.CaseManager && g.WithdrawnAt == null, ct);
}

/// <summary>The chosen account is no case manager here.</summary>
public sealed record NotACaseManager : Refusal
{
    public override string Message => "Kies een account met de rol klantmanager. De beheerder geeft die rol.";
}

/// <summary>The case managers of the register beside the accounts, with how many people have which.</summary>
public sealed class SeeCaseloads(Work work, TimeProvider clock)
{
    /// <summary>A name in the register: how many of the people drawn, and how many of those already have an account that guides them.</summary>
    public sealed record Named(string Name, int People, int Assigned);

    public sealed record View(
        IReadOnlyList<Named> Register,
        IReadOnlyList<(Guid Id, string Name, int People)> Accounts,
        int Unassigned
    );

    public Task<Outcome<View>> Handle(string experiment, Actor actor, CancellationToken ct) =>
        work.Look<View>(
            actor,
            Permission.LeadParticipation,
            async db =>
            {
                var found = await Recruits.Of(db, experiment, actor, clock, ct);
                if (found is not Outcome<Recruits>.Done { Value: var recruits })
                {
                    return new Outcome<View>.Refused(found.Why);
                }

                var snapshot = AssignCaseManagers.Latest(db);
                var names = await (
                    from person in recruits.Visible()
                    join known in db.Set<RegisterPersonRow>().Where(r => r.SnapshotId == snapshot)
                        on person.PersonId equals known.PersonId
                    where known.CaseManager != null
                    group person by known.CaseManager into g
                    select new
                    {
                        Name = g.Key,
                        People = g.Count(),
                        Assigned = g.Count(p => p.CaseManagerId != null),
                    }
                ).ToListAsync(ct);
                var loads = await recruits
                    .Visible()
                    .GroupBy(p => p.CaseManagerId)
                    .Select(g => new { g.Key, People = g.Count() })
                    .ToListAsync(ct);
                var accounts = await CaseManagers(db, ct);
                return new View(
                    [
                        .. names
                            .OrderBy(n => n.Name, StringComparer.Ordinal)
                            .Select(n => new Named(n.Name!, n.People, n.Assigned)),
                    ],
                    [.. accounts.Select(a => (a.Id, a.Name, loads.Find(l => l.Key == a.Id)?.People ?? 0))],
                    loads.Find(l => l.Key == null)?.People ?? 0
                );
            },
            ct
        );

    /// <summary>The accounts with the role of case manager in this municipality, by name.</summary>
    internal static Task<List<AccountRow>> CaseManagers(ProeftuinDb db, CancellationToken ct) =>
        db.Set<AccountRow>()
            .AsNoTracking()
            .Where(a =>
                db.Set<RoleGrantRow>()
                    .Any(g => g.AccountId == a.Id && g.Role == Role.CaseManager && g.WithdrawnAt == null)
            )
            .OrderBy(a => a.NormalizedName)
            .ToListAsync(ct);
}
