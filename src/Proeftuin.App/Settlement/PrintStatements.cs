// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>One statement as the letter that the household gets.</summary>
public sealed record StatementLetter(
    StatementRow Row,
    string HouseholdNumber,
    string Municipality,
    IReadOnlyList<string> Names,
    string? Address,
    IReadOnlyList<StoredLine> Lines,
    Eur? BenefitBefore,
    ObjectionTerm? Term
)
{
    public Month Month => Month.Of(Row.Month);

    public DateOnly SettledOn => DutchTime.DateOf(Row.SettledAt);
}

/// <summary>
/// The letters of a settled month, ready to print in parts: all of them, or only for who has a statement that says something else than
/// the month before. Corrections of earlier months that came with the month are among them. Opening a part is recorded.
/// </summary>
public sealed class PrintStatements(Work work, IdentityStore identities)
{
    /// <summary>So many letters on one page: a browser prints them in seconds.</summary>
    public const int PartSize = 50;

    public sealed record View(
        Month Month,
        bool OnlyChanged,
        int Part,
        int Parts,
        int All,
        IReadOnlyList<StatementLetter> Letters
    );

    /// <summary>What two months of a household are compared by.</summary>
    private sealed record Head(
        Guid Id,
        Guid HouseholdId,
        string HouseholdNumber,
        DateOnly Month,
        int Number,
        Amounts Amounts
    );

    private sealed record Amounts(long Norm, long Earnings, long Exempt, long Other, long Benefit, long HolidayPaid);

    /// <summary>Parts are counted from 1; a part that is not there is refused.</summary>
    public Task<Outcome<View>> Handle(Month month, bool onlyChanged, int part, Actor actor, CancellationToken ct) =>
        work.Read<View>(
            actor,
            Permission.SeeStatements,
            async (db, entry) =>
            {
                if (!await db.Set<SettlementRunRow>().AnyAsync(r => r.Month == month.FirstDay, ct))
                {
                    return new NoSuchStatement();
                }

                var all = await Written(db, month, ct);
                if (onlyChanged)
                {
                    var before = await Before(db, month, ct);
                    // who gets a correction was told something else of the month before, so this month is news too
                    var corrected = all.Where(h => h.Number > 1).Select(h => h.HouseholdId).ToHashSet();
                    all.RemoveAll(h =>
                        h.Month == month.FirstDay
                        && !corrected.Contains(h.HouseholdId)
                        && before.TryGetValue(h.HouseholdId, out var was)
                        && was == h.Amounts
                    );
                }

                var parts = Math.Max(1, (all.Count + PartSize - 1) / PartSize);
                if (part < 1 || part > parts)
                {
                    return new NoSuchStatement();
                }

                var letters = await Letters(db, [.. all.Skip((part - 1) * PartSize).Take(PartSize)], ct);
                entry.Record(
                    "verrekening.brieven.afgedrukt",
                    $"verrekening/{month}/brieven/{(onlyChanged ? "veranderd" : "alle")}/{part}",
                    Reason.Of("Brieven met de verrekening geopend om af te drukken").OrThrow(),
                    Sha256(letters),
                    letters.Count
                );
                return new View(month, onlyChanged, part, parts, all.Count, letters);
            },
            ct
        );

    /// <summary>The statements that were written with the month and still hold, by household and month.</summary>
    private static async Task<List<Head>> Written(ProeftuinDb db, Month month, CancellationToken ct)
    {
        var heads = await (
            from s in db.Set<StatementRow>().AsNoTracking()
            join h in db.Set<HouseholdRow>() on s.HouseholdId equals h.Id
            where db.Set<SettlementRunRow>().Any(r => r.Id == s.RunId && r.Month == month.FirstDay)
            where
                !db.Set<StatementRow>()
                    .Any(o => o.HouseholdId == s.HouseholdId && o.Month == s.Month && o.Number > s.Number)
            select new Head(
                s.Id,
                s.HouseholdId,
                h.Number,
                s.Month,
                s.Number,
                new(s.NormCents, s.EarningsCents, s.ExemptCents, s.OtherIncomeCents, s.BenefitCents, s.HolidayPaidCents)
            )
        ).ToListAsync(ct);
        return [.. heads.OrderBy(h => h.HouseholdNumber, StringComparer.Ordinal).ThenBy(h => h.Month)];
    }

    private static async Task<Dictionary<Guid, Amounts>> Before(ProeftuinDb db, Month month, CancellationToken ct)
    {
        var rows = await SeeMonth
            .LatestOf(db, month.Plus(-1))
            .Select(s => new
            {
                s.HouseholdId,
                Amounts = new Amounts(
                    s.NormCents,
                    s.EarningsCents,
                    s.ExemptCents,
                    s.OtherIncomeCents,
                    s.BenefitCents,
                    s.HolidayPaidCents
                ),
            })
            .ToListAsync(ct);
        return rows.ToDictionary(r => r.HouseholdId, r => r.Amounts);
    }

    private async Task<List<StatementLetter>> Letters(ProeftuinDb db, IReadOnlyList<Head> heads, CancellationToken ct)
    {
        var (ids, households) = (heads.Select(h => h.Id).ToList(), heads.Select(h => h.HouseholdId).ToList());
        var rows = (
            await db.Set<StatementRow>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(ct)
        ).ToDictionary(s => s.Id);
        var earlier = (
            await db.Set<StatementRow>()
                .AsNoTracking()
                .Where(s => households.Contains(s.HouseholdId))
                .Select(s => new
                {
                    s.HouseholdId,
                    s.Month,
                    s.Number,
                    s.BenefitCents,
                })
                .ToListAsync(ct)
        ).ToDictionary(s => (s.HouseholdId, s.Month, s.Number), s => new Eur(s.BenefitCents));
        var people = rows.Values.ToDictionary(
            r => r.Id,
            r => SettlementJson.Input(r.Input).Persons.Select(p => Guid.Parse(p.Id)).ToList()
        );
        var who = await identities.Reveal(db, [.. people.Values.SelectMany(p => p).Distinct()], ct);
        var municipality = await db.Set<MunicipalityRow>()
            .Where(m => m.Id == rows.Values.Select(r => r.MunicipalityId).FirstOrDefault())
            .Select(m => m.Name)
            .FirstOrDefaultAsync(ct);
        return
        [
            .. heads.Select(h =>
            {
                var row = rows[h.Id];
                var known = people[h.Id].Select(p => who.GetValueOrDefault(p)).OfType<NewIdentity>().ToList();
                return new StatementLetter(
                    row,
                    h.HouseholdNumber,
                    municipality ?? "",
                    [.. known.Select(i => i.Name).OfType<string>()],
                    known.Select(i => i.Address).FirstOrDefault(a => a is not null),
                    SettlementJson.Lines(row.Lines),
                    earlier.TryGetValue((h.HouseholdId, h.Month, h.Number - 1), out var was) ? was : null,
                    ObjectionTerm
                        .Of(DutchTime.DateOf(row.SettledAt), ShippedParameters.Book)
                        .Match(term => (ObjectionTerm?)term, _ => null)
                );
            }),
        ];
    }

    /// <summary>Of the statements in their order, so that it can be shown later what was printed.</summary>
    private static string Sha256(IEnumerable<StatementLetter> letters) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', letters.Select(l => l.Row.ContentSha256))))
        );
}
