// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Exchange.Counts;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Reads monthly counts of applications for special assistance: a CSV with 'maand', 'soort' and 'aantal'. All of it, or nothing with every defect. A month that is delivered again counts as it was delivered last.</summary>
public sealed class DeliverSpecialCounts(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, string FileName, string Text, string? Source);

    /// <summary>What came in: months and applications.</summary>
    public sealed record Accepted(int Months, long Applications);

    public Task<Outcome<Accepted>> Handle(Command command, Actor actor, CancellationToken ct) =>
        work.Do<Accepted>(
            actor,
            Permission.DeliverProvisionCounts,
            async (db, entry) =>
            {
                var found = await ProvisionScope.Of(db, command.Experiment, ct);
                if (found is not Outcome<ProvisionScope>.Done { Value: var scope })
                {
                    return new Outcome<Accepted>.Refused(found.Why);
                }

                var source = FreeText.Needed("Bron", command.Source, 200);
                var read = scope
                    .Has(d => d.SpecialAssistance, "bijzondere bijstand")
                    .Then(d => SpecialCountsFile.Read(command.FileName, command.Text, d.Kinds, clock.Today()));
                if (
                    read is not Outcome<IReadOnlyList<MonthlyApplications>>.Done { Value: var counts }
                    || !source.IsDone
                )
                {
                    return new Outcome<Accepted>.Refused([.. source.Why, .. read.Why]);
                }

                var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(command.Text)));
                if (
                    await db.Set<SpecialAssistanceDeliveryRow>()
                        .AnyAsync(d => d.ExperimentId == scope.ExperimentId && d.Sha256 == hash, ct)
                )
                {
                    return new CaseThereAlready("Dit bestand");
                }

                var delivery = new SpecialAssistanceDeliveryRow
                {
                    Id = Guid.CreateVersion7(),
                    MunicipalityId = actor.MunicipalityId,
                    ExperimentId = scope.ExperimentId,
                    Source = source.OrThrow(),
                    Sha256 = hash,
                    Months = counts.Select(c => c.Month).Distinct().Count(),
                    DeliveredAt = clock.GetUtcNow(),
                    DeliveredBy = actor.AccountId,
                };
                db.Add(delivery);
                await db.SaveChangesAsync(ct);
                await BulkWriter.Insert(
                    db,
                    counts.Select(c => new SpecialAssistanceCountRow
                    {
                        DeliveryId = delivery.Id,
                        Month = c.Month.FirstDay,
                        Kind = c.Kind,
                        MunicipalityId = actor.MunicipalityId,
                        Count = c.Count,
                    }),
                    ct: ct
                );
                entry.Record(
                    "bijzonderebijstand.geleverd",
                    $"experiment/{command.Experiment}",
                    Reason.Of($"Aantallen uit: {delivery.Source}").OrThrow(),
                    receipt: hash,
                    count: counts.Count
                );
                return new Accepted(delivery.Months, counts.Sum(c => c.Count));
            },
            ct
        );
}

/// <summary>The file of monthly counts, strict: every kind of the protocol once for each month that is there, no month that is not over.</summary>
internal static class SpecialCountsFile
{
    public static Outcome<IReadOnlyList<MonthlyApplications>> Read(
        string name,
        string text,
        IReadOnlyList<NamedCode> kinds,
        DateOnly today
    ) => CsvTable.Read(name, text, ["maand", "soort", "aantal"], []).Then(table => Counts(name, table, kinds, today));

    private static Outcome<IReadOnlyList<MonthlyApplications>> Counts(
        string name,
        CsvTable table,
        IReadOnlyList<NamedCode> kinds,
        DateOnly today
    )
    {
        var read = table.Rows.Select(row => One(row, kinds, today)).ToList();
        var counts = read.Where(r => r.IsDone).Select(r => r.OrThrow()).ToList();
        List<Refusal> wrong = [.. read.SelectMany(r => r.Why)];
        wrong.AddRange(
            counts
                .GroupBy(c => (c.Month, c.Kind))
                .Where(g => g.Count() > 1)
                .Select(g => new CountTwice(name, g.Key.Month, g.Key.Kind))
        );
        wrong.AddRange(
            counts
                .GroupBy(c => c.Month)
                .SelectMany(g =>
                    kinds
                        .Where(k => g.All(c => !string.Equals(c.Kind, k.Code, StringComparison.Ordinal)))
                        .Select(k => new CountMissing(name, g.Key, k.Code))
                )
        );
        return wrong.Count > 0 ? new Outcome<IReadOnlyList<MonthlyApplications>>.Refused(wrong) : counts;
    }

    private static Outcome<MonthlyApplications> One(CsvRow row, IReadOnlyList<NamedCode> kinds, DateOnly today)
    {
        var isMonth = DateOnly.TryParseExact(
            row["maand"],
            "yyyy-MM",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var month
        );
        var kind = kinds.FirstOrDefault(k => string.Equals(k.Code, row["soort"], StringComparison.Ordinal));
        var number = row.Number("aantal");
        List<Refusal> wrong = [.. number.Why];
        if (!isMonth || month.Year < 2000)
        {
            wrong.Add(new MonthNotReadable(row.File, row.Line, row["maand"]));
        }
        else if (Month.Of(month) >= Month.Of(today))
        {
            wrong.Add(new MonthNotOver(row.File, row.Line, Month.Of(month)));
        }

        if (kind is null)
        {
            wrong.Add(new KindUnknown(row.File, row.Line, row["soort"], [.. kinds.Select(k => k.Code)]));
        }

        if (number is Outcome<long?>.Done { Value: null })
        {
            wrong.Add(new ValueMissing(row.File, row.Line, "aantal"));
        }

        return wrong.Count > 0
            ? new Outcome<MonthlyApplications>.Refused(wrong)
            : new MonthlyApplications(Month.Of(month), kind!.Code, number.OrThrow()!.Value);
    }
}

/// <summary>A month that is not written as a month.</summary>
public sealed record MonthNotReadable(string File, int Line, string Value) : Refusal
{
    public override string Message => $"{File}, regel {Line}: '{Value}' is geen maand. Schrijf hem als 2024-07.";
}

/// <summary>A month that is not over yet would later look like a fall.</summary>
public sealed record MonthNotOver(string File, int Line, Month Month) : Refusal
{
    public override string Message =>
        $"{File}, regel {Line}: {Dutch.MonthOf(Month.Year, Month.Number)} is nog niet voorbij. Lever een maand pas als hij om is.";
}

/// <summary>A kind that the protocol does not have.</summary>
public sealed record KindUnknown(string File, int Line, string Value, IReadOnlyList<string> Known) : Refusal
{
    public override string Message =>
        $"{File}, regel {Line}: de soort '{Value}' staat niet in het protocol. Kies uit: {string.Join(", ", Known)}.";
}

/// <summary>A month and kind that stands there twice.</summary>
public sealed record CountTwice(string File, Month Month, string Kind) : Refusal
{
    public override string Message =>
        $"{File}: '{Kind}' staat voor {Month} twee keer in het bestand. Laat er één staan.";
}

/// <summary>A month without one of the kinds: a missing count is not zero.</summary>
public sealed record CountMissing(string File, Month Month, string Kind) : Refusal
{
    public override string Message =>
        $"{File}: voor {Month} ontbreekt '{Kind}'. Schrijf 0 als er geen aanvragen waren.";
}
