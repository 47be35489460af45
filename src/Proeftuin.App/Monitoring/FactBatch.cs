// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Facts;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Monitoring;

/// <summary>Compares a delivery with what is known, and then writes what is new: retractions first, new facts in bulk, parked returns last.</summary>
internal sealed class FactBatch(ProeftuinDb db, FactDeliveryRow delivery, DateOnly today, DefectReport defects)
{
    private readonly List<FactRow> retracted = [];
    private readonly List<BenefitEventRow> turns = [];
    private readonly List<EarningsRow> earnings = [];
    private readonly List<EmploymentRow> jobs = [];
    private readonly List<GoalRow> goals = [];
    private readonly List<Guid> told = [];

    /// <summary>Everything that does not fit becomes a defect.</summary>
    public Task Compare(IReadOnlyList<(FactLine Line, Guid Person)> lines, CancellationToken ct) =>
        delivery.Kind switch
        {
            FactKind.Benefit => CompareBenefit(Of<BenefitLine>(lines), ct),
            FactKind.Earnings => CompareEarnings(Of<EarningsLine>(lines), ct),
            FactKind.Jobs => CompareJobs(Of<JobLine>(lines), ct),
            FactKind.Goals => CompareGoals(Of<GoalLine>(lines), ct),
        };

    public async Task Write(CancellationToken ct)
    {
        foreach (var fact in retracted)
        {
            (fact.RetractedAt, fact.RetractedBy) = (delivery.ImportedAt, delivery.ImportedBy);
        }

        delivery.Corrected = retracted.Count;
        delivery.Written = turns.Count + earnings.Count + jobs.Count + goals.Count - retracted.Count;
        delivery.Parked = await NewlyParked(ct);
        db.Add(delivery);
        await db.SaveChangesAsync(ct);
        await BulkWriter.Insert(db, turns, ct: ct);
        await BulkWriter.Insert(db, earnings, ct: ct);
        await BulkWriter.Insert(db, jobs, ct: ct);
        await BulkWriter.Insert(db, goals, ct: ct);
        await ParkedReentries.Settle(db, told, delivery.ImportedAt, ct);
    }

    private async Task CompareBenefit(List<(BenefitLine Line, Guid Person)> lines, CancellationToken ct)
    {
        var stories = await BenefitStories.Of(db, [.. lines.Select(l => l.Person).Distinct()], ct);
        foreach (var person in lines.GroupBy(l => l.Person))
        {
            var story = stories[person.Key];
            told.Add(person.Key);
            // Returns first: an exit can then find its place between them, whatever the order of the file.
            foreach (var (line, _) in person.OrderByDescending(l => l.Line.Event.Turn).ThenBy(l => l.Line.Event.On))
            {
                story
                    .Judge(line.Event, today)
                    .Match(
                        judged =>
                        {
                            Take(story, line, person.Key, judged);
                            return true;
                        },
                        why => Defect(line, why[0])
                    );
            }
        }
    }

    private void Take(BenefitStory story, BenefitLine line, Guid person, Core.Monitoring.Reported judged)
    {
        if (judged is Core.Monitoring.Reported.KnownAlready)
        {
            delivery.KnownAlready++;
            return;
        }

        story.Events.Add(line.Event);
        turns.Add(
            Filled(
                new BenefitEventRow
                {
                    Turn = line.Event.Turn,
                    On = line.Event.On,
                    Reason = line.Event.Reason,
                },
                person
            )
        );
    }

    private bool Defect(BenefitLine line, Core.Refusal why)
    {
        var kind = why switch
        {
            Core.Monitoring.FactInTheFuture => FactDefects.InFuture,
            Core.Monitoring.ExitBeforeBenefit or Core.Monitoring.ReentryBeforeBenefit => FactDefects.BeforeBenefit,
            Core.Monitoring.NoBenefitKnown => FactDefects.NoBenefit,
            Core.Monitoring.OtherReasonKnown => FactDefects.OtherReason,
            _ => FactDefects.LeftAlready,
        };
        defects.Add(kind, why.Message, line.Line, "datum", Core.Dutch.Date(line.Event.On));
        return false;
    }

    private async Task CompareEarnings(List<(EarningsLine Line, Guid Person)> lines, CancellationToken ct)
    {
        var months = lines.Select(l => l.Line.Month.FirstDay).Distinct().ToList();
        var known = (
            await Known(db.Set<EarningsRow>().Where(e => months.Contains(e.Month)), lines.Select(l => l.Person), ct)
        ).ToDictionary(e => (e.PersonId, e.Month, e.Source));
        foreach (var (line, person) in lines)
        {
            var now = known.GetValueOrDefault((person, line.Month.FirstDay, line.Source));
            if (Replaces(now, now?.NetCents == line.Net.Cents))
            {
                earnings.Add(
                    Filled(
                        new EarningsRow
                        {
                            Month = line.Month.FirstDay,
                            Source = line.Source,
                            NetCents = line.Net.Cents,
                        },
                        person
                    )
                );
            }
        }
    }

    private async Task CompareJobs(List<(JobLine Line, Guid Person)> lines, CancellationToken ct)
    {
        var known = (await Known(db.Set<EmploymentRow>(), lines.Select(l => l.Person), ct)).ToDictionary(j =>
            (j.PersonId, j.ValidFrom)
        );
        foreach (var (line, person) in lines)
        {
            var now = known.GetValueOrDefault((person, line.From));
            if (Replaces(now, now?.ValidTo == line.Before))
            {
                jobs.Add(Filled(new EmploymentRow { ValidFrom = line.From, ValidTo = line.Before }, person));
            }
        }
    }

    private async Task CompareGoals(List<(GoalLine Line, Guid Person)> lines, CancellationToken ct)
    {
        var experiment = delivery.ExperimentId!.Value;
        var drawn = (
            await db.Set<ParticipantRow>()
                .Where(p => p.ExperimentId == experiment)
                .Select(p => p.PersonId)
                .ToListAsync(ct)
        ).ToHashSet();
        var known = (
            await Known(db.Set<GoalRow>().Where(g => g.ExperimentId == experiment), lines.Select(l => l.Person), ct)
        ).ToDictionary(g => (g.PersonId, g.On));
        foreach (var (line, person) in lines)
        {
            if (!drawn.Contains(person))
            {
                defects.Add(
                    FactDefects.NotAParticipant,
                    "Deze persoon heeft geen lot.",
                    line.Line,
                    "bsn",
                    line.Bsn.ToString()
                );
                continue;
            }

            var now = known.GetValueOrDefault((person, line.Review.On));
            var same =
                now is not null
                && string.Equals(now.Goals, string.Join(' ', line.Review.Goals), StringComparison.Ordinal)
                && string.Equals(now.Highest, line.Review.Highest, StringComparison.Ordinal)
                && now.Promising == line.Review.Promising;
            if (Replaces(now, same))
            {
                goals.Add(
                    Filled(
                        new GoalRow
                        {
                            ExperimentId = experiment,
                            On = line.Review.On,
                            Goals = string.Join(' ', line.Review.Goals),
                            Highest = line.Review.Highest,
                            Promising = line.Review.Promising,
                        },
                        person
                    )
                );
            }
        }
    }

    /// <summary>Whether a new fact has to be written; the one it takes the place of is retracted.</summary>
    private bool Replaces(FactRow? now, bool same)
    {
        if (now is not null && same)
        {
            delivery.KnownAlready++;
            return false;
        }

        if (now is not null)
        {
            db.Attach(now);
            retracted.Add(now);
        }

        return true;
    }

    private TRow Filled<TRow>(TRow row, Guid person)
        where TRow : FactRow
    {
        row.Id = Guid.CreateVersion7();
        row.MunicipalityId = delivery.MunicipalityId;
        row.PersonId = person;
        row.DeliveryId = delivery.Id;
        row.RecordedAt = delivery.ImportedAt;
        row.RecordedBy = delivery.ImportedBy;
        return row;
    }

    private async Task<int> NewlyParked(CancellationToken ct)
    {
        if (turns.Count == 0)
        {
            return 0;
        }

        var stories = await BenefitStories.Of(db, told, ct);
        var added = turns.ToLookup(t => t.PersonId);
        return told.Sum(person =>
        {
            var story = stories[person];
            story.Events.AddRange(added[person].Select(t => new Core.Monitoring.BenefitEvent(t.Turn, t.On, t.Reason)));
            return story.Unplaced.Count(u => added[person].Any(t => t.On == u.On && t.Turn == u.Turn));
        });
    }

    private static async Task<List<TRow>> Known<TRow>(
        IQueryable<TRow> facts,
        IEnumerable<Guid> persons,
        CancellationToken ct
    )
        where TRow : FactRow
    {
        var wanted = persons.ToHashSet();
        var holding = facts.AsNoTracking().Where(f => f.RetractedAt == null);
        if (wanted.Count <= BenefitStories.AskedByName)
        {
            holding = holding.Where(f => wanted.Contains(f.PersonId));
        }

        return [.. (await holding.ToListAsync(ct)).Where(f => wanted.Contains(f.PersonId))];
    }

    private static List<(TLine Line, Guid Person)> Of<TLine>(IReadOnlyList<(FactLine Line, Guid Person)> lines)
        where TLine : FactLine => [.. lines.Select(l => ((TLine)l.Line, l.Person))];
}
