// SPDX-License-Identifier: EUPL-1.2
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Facts;
using Proeftuin.App.Exchange.Income;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>Holds a delivery of income against what is known, and then writes what is new: retractions first, new slips in bulk.</summary>
internal sealed class IncomeBatch(ProeftuinDb db, IncomeDeliveryRow delivery, DefectReport defects)
{
    private readonly List<IncomeRow> retracted = [];
    private readonly List<IncomeRow> fresh = [];

    /// <summary>Everything that does not fit becomes a defect.</summary>
    public async Task Compare(IReadOnlyList<(IncomeLine Line, Guid Person)> lines, CancellationToken ct)
    {
        await OnBenefit(lines, ct);
        await OfThisMunicipality(lines, ct);
        var known = (await Known([.. lines.Select(l => l.Person).Distinct()], ct)).ToLookup(r => r.PersonId);
        foreach (var (line, person) in lines)
        {
            One(line, person, [.. known[person]]);
        }
    }

    public async Task Write(CancellationToken ct)
    {
        foreach (var row in retracted)
        {
            (row.RetractedAt, row.RetractedBy) = (delivery.ImportedAt, delivery.ImportedBy);
        }

        delivery.Corrected = retracted.Count;
        delivery.Written = fresh.Count - retracted.Count;
        db.Add(delivery);
        await db.SaveChangesAsync(ct);
        await BulkWriter.Insert(db, fresh, ct: ct);
    }

    private void One(IncomeLine line, Guid person, IReadOnlyList<IncomeRow> known)
    {
        var now = known.FirstOrDefault(r => (r.Payer, r.Kind, r.Rhythm, r.FirstDay) == line.Payment);
        if (now is null)
        {
            if (Overlapped(line, known) is { } other)
            {
                defects.Add(
                    IncomeDefects.PeriodOverlaps,
                    $"Er is al een periode bekend vanaf {Dutch.Date(other.FirstDay)}.",
                    line.Line,
                    "begin periode"
                );
                return;
            }

            fresh.Add(StoredIncome.Row(line, person, delivery));
        }
        else if (StoredIncome.SaysTheSame(now, line))
        {
            delivery.KnownAlready++;
        }
        else
        {
            Better(line, person, now);
        }
    }

    private void Better(IncomeLine line, Guid person, IncomeRow now)
    {
        switch (SlipPrecedence.Of(StoredIncome.Standing(now), line.Standing))
        {
            case SlipEffect.Replaces:
                db.Attach(now);
                retracted.Add(now);
                fresh.Add(StoredIncome.Row(line, person, delivery));
                break;
            case SlipEffect.Outdated:
                delivery.KnownAlready++;
                break;
            case SlipEffect.Contradicts:
                defects.Add(
                    IncomeDefects.KnownContradicts,
                    $"De bekende opgave is ook van {Dutch.Date(now.IssuedOn)}.",
                    line.Line,
                    "datum strook"
                );
                break;
        }
    }

    private static IncomeRow? Overlapped(IncomeLine line, IReadOnlyList<IncomeRow> known) =>
        line.Income.Rhythm is PayRhythm.Monthly
            ? null
            : known
                .Where(r =>
                    r.Rhythm == line.Income.Rhythm
                    && r.Kind == line.Income.Kind
                    && string.Equals(r.Payer, line.Income.From, StringComparison.Ordinal)
                )
                .FirstOrDefault(r =>
                    StoredIncome.Of(r).Income is var other
                    && other.FirstDay <= line.Income.LastDay
                    && line.Income.FirstDay <= other.LastDay
                );

    private async Task OnBenefit(IReadOnlyList<(IncomeLine Line, Guid Person)> lines, CancellationToken ct)
    {
        var persons = lines.Select(l => l.Person).Distinct().ToList();
        var few = persons.Count <= BenefitStories.AskedByName;
        var since = await RegisteredBenefit.Since(db, few ? persons : null, DateTimeOffset.MaxValue, ct);
        var people = db.Set<RegisterPersonRow>().AsNoTracking();
        if (few)
        {
            people = people.Where(p => persons.Contains(p.PersonId));
        }

        var settled = await people
            .Join(
                db.Set<RegisterHouseholdRow>(),
                p => new { p.SnapshotId, p.HouseholdId },
                h => new { h.SnapshotId, h.HouseholdId },
                (p, h) => new { p.PersonId, h.Benefit }
            )
            .Where(p => p.Benefit == BenefitKind.Participatiewet || p.Benefit == BenefitKind.Unknown)
            .Select(p => p.PersonId)
            .Distinct()
            .ToListAsync(ct);
        var onBenefit = settled.ToHashSet();
        foreach (var (line, person) in lines)
        {
            if (!onBenefit.Contains(person))
            {
                defects.Add(
                    IncomeDefects.OtherScheme,
                    "Het register noemt een andere uitkering.",
                    line.Line,
                    "bsn",
                    line.Bsn.ToString()
                );
            }
            else if (since.TryGetValue(person, out var day) && line.Income.LastDay < day)
            {
                defects.Add(
                    IncomeDefects.BeforeBenefit,
                    $"De uitkering begint op {Dutch.Date(day)}.",
                    line.Line,
                    "maand"
                );
            }
        }
    }

    private async Task OfThisMunicipality(IReadOnlyList<(IncomeLine Line, Guid Person)> lines, CancellationToken ct)
    {
        if (lines.All(l => l.Line.Municipality is null))
        {
            return;
        }

        var own = await db.Set<RegisterHouseholdRow>().Select(h => h.Municipality).Distinct().ToListAsync(ct);
        own.AddRange(
            await db.Set<MunicipalityRow>()
                .Where(m => m.Id == delivery.MunicipalityId)
                .Select(m => m.Name)
                .ToListAsync(ct)
        );
        var names = own.Select(RegisterColumns.Normal).ToHashSet(StringComparer.Ordinal);
        foreach (var (line, _) in lines)
        {
            if (line.Municipality is { } named && !names.Contains(RegisterColumns.Normal(named)))
            {
                defects.Add(
                    DefectKinds.OtherMunicipality,
                    "Deze rij is van een andere gemeente.",
                    line.Line,
                    "gemeente",
                    named
                );
            }
        }
    }

    private async Task<List<IncomeRow>> Known(List<Guid> persons, CancellationToken ct)
    {
        var rows = db.Set<IncomeRow>().AsNoTracking().Where(r => r.RetractedAt == null);
        if (persons.Count <= BenefitStories.AskedByName)
        {
            rows = rows.Where(r => persons.Contains(r.PersonId));
        }

        return await rows.ToListAsync(ct);
    }
}
