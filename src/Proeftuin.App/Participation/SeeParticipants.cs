// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Design;
using Proeftuin.App.Draw;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Participation;

/// <summary>One page of the people who were drawn, by name, with filters. A case manager gets the own caseload. Looking at the list is a ledger event.</summary>
public sealed class SeeParticipants(Work work, IdentityStore identities, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>An empty filter takes everyone. <paramref name="Name"/> finds a part of a name, whatever the capitals.</summary>
    public sealed record Query(
        string Experiment,
        ParticipationState? State = null,
        string? Arm = null,
        string? DrawId = null,
        Guid? CaseManager = null,
        string? Name = null,
        int Page = 1
    );

    public sealed record Item(ParticipantRow Row, string? Name);

    public sealed record View(
        RecordedProtocol Recorded,
        int Total,
        IReadOnlyList<Item> Items,
        IReadOnlyList<string> Draws,
        IReadOnlyList<(Guid Id, string Name)> CaseManagers
    );

    public Task<Outcome<View>> Handle(Query query, Actor actor, CancellationToken ct) =>
        work.Read<View>(
            actor,
            Permission.SeeParticipants,
            async (db, entry) =>
            {
                var found = await Recruits.Of(db, query.Experiment, actor, clock, ct);
                if (found is not Outcome<Recruits>.Done { Value: var recruits })
                {
                    return new Outcome<View>.Refused(found.Why);
                }

                var draws = await db.Set<DrawRow>()
                    .AsNoTracking()
                    .Where(d => d.ExperimentId == recruits.Recorded.ExperimentId && d.PublishedAt != null)
                    .Where(d => !d.Draw.Contains("-overschrijding-"))
                    .OrderBy(d => d.PublishedAt)
                    .ToListAsync(ct);
                var chosen = Chosen(recruits.Visible().AsNoTracking(), query, draws);
                var (total, items) = string.IsNullOrWhiteSpace(query.Name)
                    ? await OnePage(db, chosen, query.Page, ct)
                    : await ByName(db, chosen, query.Name.Trim(), query.Page, ct);
                entry.Record(
                    "deelnemers.bekeken",
                    recruits.Subject,
                    Reason.Of("Lijst van mensen die zijn geloot bekeken").OrThrow(),
                    count: items.Count
                );
                var managers = await SeeCaseloads.CaseManagers(db, ct);
                return new View(
                    recruits.Recorded,
                    total,
                    items,
                    [.. draws.Select(d => d.DrawId)],
                    [.. managers.Select(m => (m.Id, m.Name))]
                );
            },
            ct
        );

    private static IQueryable<ParticipantRow> Chosen(
        IQueryable<ParticipantRow> people,
        Query query,
        List<DrawRow> draws
    )
    {
        people = query.State is { } state ? people.Where(p => p.State == state) : people;
        people = string.IsNullOrEmpty(query.Arm) ? people : people.Where(p => p.DrawnArm == query.Arm);
        people = query.CaseManager is { } manager ? people.Where(p => p.CaseManagerId == manager) : people;
        if (string.IsNullOrEmpty(query.DrawId))
        {
            return people;
        }

        var draw = draws.Find(d => d.DrawId == query.DrawId)?.Id ?? Guid.Empty;
        return people.Where(p => p.DrawRowId == draw);
    }

    private async Task<(int Total, List<Item> Items)> OnePage(
        ProeftuinDb db,
        IQueryable<ParticipantRow> people,
        int page,
        CancellationToken ct
    )
    {
        var rows = await people
            .OrderBy(p => p.Pseudonym)
            .ThenBy(p => p.PersonId)
            .Skip(PageSize * (Math.Max(1, page) - 1))
            .Take(PageSize)
            .ToListAsync(ct);
        var who = await identities.Reveal(db, [.. rows.Select(r => r.PersonId)], ct);
        return (
            await people.CountAsync(ct),
            [.. rows.Select(r => new Item(r, who.GetValueOrDefault(r.PersonId)?.Name))]
        );
    }

    /// <summary>Names are encrypted one by one, so looking for a part of a name opens them all: they leave this method only when they match.</summary>
    private async Task<(int Total, List<Item> Items)> ByName(
        ProeftuinDb db,
        IQueryable<ParticipantRow> people,
        string name,
        int page,
        CancellationToken ct
    )
    {
        var matches = new List<Item>();
        foreach (var some in (await people.ToListAsync(ct)).Chunk(1000))
        {
            var who = await identities.Reveal(db, [.. some.Select(r => r.PersonId)], ct);
            matches.AddRange(
                some.Select(r => new Item(r, who.GetValueOrDefault(r.PersonId)?.Name))
                    .Where(i => i.Name?.Contains(name, StringComparison.OrdinalIgnoreCase) == true)
            );
        }

        matches.Sort(
            (a, b) =>
                string.CompareOrdinal(a.Name, b.Name) is var order && order != 0
                    ? order
                    : a.Row.PersonId.CompareTo(b.Row.PersonId)
        );
        return (matches.Count, [.. matches.Skip(PageSize * (Math.Max(1, page) - 1)).Take(PageSize)]);
    }
}
