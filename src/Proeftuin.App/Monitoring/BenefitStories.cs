// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>What is known of one person's benefit: its first day in the register and the turns since.</summary>
internal sealed record BenefitStory(DateOnly? Since, List<BenefitEvent> Events)
{
    public IReadOnlyList<BenefitEvent> Unplaced => BenefitTimeline.Of(Since, Events).Unplaced;

    public Outcome<Reported> Judge(BenefitEvent reported, DateOnly today) =>
        BenefitFacts.Judge(Since, Events, reported, today);
}

/// <summary>Loads the benefit of people as it is known now.</summary>
internal static class BenefitStories
{
    /// <summary>Up to so many people are asked for one by one; above that everybody is read.</summary>
    public const int AskedByName = 500;

    public static async Task<Dictionary<Guid, BenefitStory>> Of(
        ProeftuinDb db,
        IReadOnlyCollection<Guid> persons,
        CancellationToken ct
    )
    {
        var byName = persons.Count <= AskedByName;
        var since = await RegisteredBenefit.Since(db, byName ? persons : null, DateTimeOffset.MaxValue, ct);
        var turns = db.Set<BenefitEventRow>().AsNoTracking().Where(e => e.RetractedAt == null);
        if (byName)
        {
            turns = turns.Where(e => persons.Contains(e.PersonId));
        }

        var known = (
            await turns
                .Select(e => new
                {
                    e.PersonId,
                    e.Turn,
                    e.On,
                    e.Reason,
                })
                .ToListAsync(ct)
        ).ToLookup(e => e.PersonId, e => new BenefitEvent(e.Turn, e.On, e.Reason));
        return persons.ToDictionary(
            p => p,
            p => new BenefitStory(since.TryGetValue(p, out var day) ? day : null, [.. known[p]])
        );
    }
}
