// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Storage;
using Proeftuin.Core.Design;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Stored measurements in the words of Core, and back.</summary>
internal static class GuidanceLines
{
    public static string Scores(IReadOnlyList<NamedCode> areas, LifeMeasurement measured) =>
        string.Join(
            ' ',
            areas.Zip(measured.Scores, (a, s) => string.Create(CultureInfo.InvariantCulture, $"{a.Code}:{s}"))
        );

    /// <summary>The scores in the order of the protocol; null when an area that the protocol has now was not measured then.</summary>
    public static LifeMeasurement? Told(IReadOnlyList<NamedCode> areas, LifeMeasurementRow row)
    {
        var scores = row
            .Scores.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split(':'))
            .ToDictionary(p => p[0], p => int.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return areas.All(a => scores.ContainsKey(a.Code)) ? new(row.On, [.. areas.Select(a => scores[a.Code])]) : null;
    }

    /// <summary>The measurements that count, in the order in which they were written down.</summary>
    public static async Task<List<LifeMeasurement>> Of(
        ProeftuinDb db,
        IReadOnlyList<NamedCode> areas,
        Guid guidance,
        CancellationToken ct
    )
    {
        var wrong = await Corrected(db, guidance, ct);
        var rows = await Written(db, guidance, ct);
        return [.. rows.Where(r => !wrong.ContainsKey(r.Line)).Select(r => Told(areas, r)).OfType<LifeMeasurement>()];
    }

    /// <summary>Every measurement that was written down.</summary>
    public static Task<List<LifeMeasurementRow>> Written(ProeftuinDb db, Guid guidance, CancellationToken ct) =>
        db.Set<LifeMeasurementRow>()
            .AsNoTracking()
            .Where(m => m.GuidanceId == guidance)
            .OrderBy(m => m.Line)
            .ToListAsync(ct);

    /// <summary>The lines that were wrong, with what was wrong.</summary>
    public static Task<Dictionary<int, string>> Corrected(ProeftuinDb db, Guid guidance, CancellationToken ct) =>
        db.Set<GuidanceCorrectionRow>()
            .AsNoTracking()
            .Where(c => c.GuidanceId == guidance)
            .ToDictionaryAsync(c => c.Line, c => c.Why, ct);
}

/// <summary>The guidance has ended.</summary>
public sealed record GuidanceEnded(DateOnly On) : Core.Refusal
{
    public override string Message => $"De begeleiding eindigde op {Core.Dutch.Date(On)}. Er kan niets meer bij.";
}
