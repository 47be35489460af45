// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.App.Monitoring;

/// <summary>The facts as they were known before a moment, put with the people they are about. Read compactly: a few columns, once per table.</summary>
internal static class KnownFacts
{
    public static async Task<IReadOnlyList<Followed>> Of(
        ProeftuinDb db,
        MonitorScope scope,
        Action<long, long, string>? progress,
        CancellationToken ct
    ) => [.. (await People(db, scope, progress, ct)).Select(p => p.Followed)];

    /// <summary>The same with the person behind each story.</summary>
    public static async Task<IReadOnlyList<FollowedPeople.Person>> People(
        ProeftuinDb db,
        MonitorScope scope,
        Action<long, long, string>? progress,
        CancellationToken ct
    )
    {
        progress?.Invoke(0, 6, "Mensen ophalen");
        var people = await FollowedPeople.Of(db, scope, ct);
        var places = new Dictionary<Guid, int>(people.Count);
        for (var i = 0; i < people.Count; i++)
        {
            places.Add(people[i].Id, i);
        }

        progress?.Invoke(1, 6, "Begin van de bijstand ophalen");
        var since = await RegisteredBenefit.Since(db, null, scope.KnownBefore ?? DateTimeOffset.MaxValue, ct);
        progress?.Invoke(2, 6, "Uitstroom en herinstroom ophalen");
        var turns = await Read(
            Known<BenefitEventRow>(db, scope)
                .Select(e => new ValueTuple<Guid, BenefitEvent>(e.PersonId, new BenefitEvent(e.Turn, e.On, e.Reason))),
            places,
            ct
        );
        progress?.Invoke(3, 6, "Inkomsten ophalen");
        var earnings = await Read(
            Known<EarningsRow>(db, scope)
                .Select(e => new ValueTuple<Guid, ValueTuple<DateOnly, long>>(
                    e.PersonId,
                    new ValueTuple<DateOnly, long>(e.Month, e.NetCents)
                )),
            places,
            ct
        );
        progress?.Invoke(4, 6, "Banen en doelen ophalen");
        var jobs = await Read(
            Known<EmploymentRow>(db, scope)
                .Select(j => new ValueTuple<Guid, JobSpell>(j.PersonId, new JobSpell(j.ValidFrom, j.ValidTo))),
            places,
            ct
        );
        var experiment = scope.Recorded.ExperimentId;
        var goals = await Read(
            Known<GoalRow>(db, scope)
                .Where(g => g.ExperimentId == experiment)
                .Select(g => new ValueTuple<Guid, GoalReview>(
                    g.PersonId,
                    new GoalReview(
                        g.On,
                        g.Goals.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                        g.Highest,
                        g.Promising
                    )
                )),
            places,
            ct
        );
        var followed = new FollowedPeople.Person[people.Count];
        for (var i = 0; i < followed.Length; i++)
        {
            var begin = since.TryGetValue(people[i].Id, out var day) ? day : (DateOnly?)null;
            followed[i] = people[i] with
            {
                Followed = people[i].Followed with
                {
                    Spells = BenefitTimeline.Of(begin, turns.Of(i)).Spells,
                    Earnings = Months(earnings.Of(i)),
                    Jobs = jobs.Of(i),
                    Goals = goals.Of(i),
                },
            };
        }

        return followed;
    }

    private static IReadOnlyList<Earning> Months(IReadOnlyList<(DateOnly Month, long Cents)> earned)
    {
        if (earned.Count == 0)
        {
            return [];
        }

        var months = new Earning[earned.Count];
        for (var i = 0; i < months.Length; i++)
        {
            months[i] = new(Month.Of(earned[i].Month), new Eur(earned[i].Cents));
        }

        return months;
    }

    private static IQueryable<TRow> Known<TRow>(ProeftuinDb db, MonitorScope scope)
        where TRow : FactRow
    {
        var facts = db.Set<TRow>().AsNoTracking();
        return scope.KnownBefore is { } moment
            ? facts.Where(f => f.RecordedAt < moment && (f.RetractedAt == null || f.RetractedAt >= moment))
            : facts.Where(f => f.RetractedAt == null);
    }

    private static async Task<PerPerson<T>> Read<T>(
        IQueryable<(Guid Person, T Fact)> facts,
        Dictionary<Guid, int> places,
        CancellationToken ct
    )
    {
        var read = new List<(int Person, T Fact)>();
        await foreach (var (person, fact) in facts.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (places.TryGetValue(person, out var place))
            {
                read.Add((place, fact));
            }
        }

        return PerPerson<T>.Of(read, places.Count);
    }
}

/// <summary>Facts side by side per person: one array and where each person begins in it.</summary>
internal sealed class PerPerson<T>
{
    private readonly T[] facts;
    private readonly int[] starts;

    private PerPerson(T[] facts, int[] starts) => (this.facts, this.starts) = (facts, starts);

    public static PerPerson<T> Of(List<(int Person, T Fact)> read, int people)
    {
        var begins = new int[people + 1];
        foreach (var (person, _) in read)
        {
            begins[person + 1]++;
        }

        for (var i = 0; i < people; i++)
        {
            begins[i + 1] += begins[i];
        }

        var next = begins[..people];
        var sorted = new T[read.Count];
        foreach (var (person, fact) in read)
        {
            sorted[next[person]++] = fact;
        }

        return new(sorted, begins);
    }

    public IReadOnlyList<T> Of(int person) =>
        starts[person] == starts[person + 1]
            ? Array.Empty<T>()
            : new ArraySegment<T>(facts, starts[person], starts[person + 1] - starts[person]);
}
