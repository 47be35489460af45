// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>Opens the facts of one person: the benefit as it is known now, and every fact that was ever written, also what was retracted. Reading it is recorded.</summary>
public sealed class SeeFacts(Work work, IdentityStore identities)
{
    /// <summary>One line of the history; <paramref name="Retracted"/> when it no longer holds.</summary>
    public sealed record Fact(
        Guid Id,
        BenefitTurn Turn,
        DateOnly On,
        string? Reason,
        DateTimeOffset Recorded,
        bool FromDelivery,
        DateTimeOffset? Retracted,
        bool Waits
    );

    public sealed record View(
        Guid Participant,
        string Experiment,
        string Code,
        string? Name,
        DateOnly? Since,
        IReadOnlyList<BenefitSpell> Spells,
        IReadOnlyList<Fact> Facts,
        IReadOnlyList<Earning> Earnings
    );

    public Task<Outcome<View>> Handle(Guid participant, Actor actor, CancellationToken ct) =>
        work.Read<View>(
            actor,
            Permission.RecordFacts,
            async (db, entry) =>
            {
                var found = await OwnPerson
                    .Own(db, actor)
                    .Where(p => p.Id == participant)
                    .Join(
                        db.Set<ExperimentRow>(),
                        p => p.ExperimentId,
                        e => e.Id,
                        (p, e) =>
                            new
                            {
                                p.PersonId,
                                p.Pseudonym,
                                e.Slug,
                            }
                    )
                    .FirstOrDefaultAsync(ct);
                if (found is null)
                {
                    return new NoSuchPerson();
                }

                var person = found.PersonId;
                var story = (await BenefitStories.Of(db, [person], ct))[person];
                var rows = await db.Set<BenefitEventRow>()
                    .AsNoTracking()
                    .Where(e => e.PersonId == person)
                    .ToListAsync(ct);
                var earnings = await db.Set<EarningsRow>()
                    .AsNoTracking()
                    .Where(e => e.PersonId == person && e.RetractedAt == null)
                    .ToListAsync(ct);
                var who = await identities.Reveal(db, [person], ct);
                entry.Record(
                    "feiten.bekeken",
                    $"persoon/{person}",
                    Reason.Of("Feiten van deze persoon bekeken").OrThrow(),
                    dataSubject: person
                );
                return new View(
                    participant,
                    found.Slug,
                    found.Pseudonym,
                    who.TryGetValue(person, out var identity) ? identity.Name : null,
                    story.Since,
                    BenefitTimeline.Of(story.Since, story.Events).Spells,
                    [
                        .. rows.OrderBy(r => r.On)
                            .ThenBy(r => r.RecordedAt)
                            .Select(r => new Fact(
                                r.Id,
                                r.Turn,
                                r.On,
                                r.Reason,
                                r.RecordedAt,
                                r.DeliveryId is not null,
                                r.RetractedAt,
                                r.RetractedAt is null && story.Unplaced.Contains(TurnRows.Told(r))
                            )),
                    ],
                    [
                        .. earnings
                            .OrderBy(e => e.Month)
                            .ThenBy(e => e.Source, StringComparer.Ordinal)
                            .Select(e => new Earning(Month.Of(e.Month), new Eur(e.NetCents))),
                    ]
                );
            },
            ct
        );
}
