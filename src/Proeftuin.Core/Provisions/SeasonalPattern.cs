// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Provisions;

/// <summary>The applications of one kind in one month.</summary>
public sealed record MonthlyApplications(Month Month, string Kind, long Count);

/// <summary>Half a calendar year with its applications, per kind in the order of the protocol. Fewer than six known months is not complete and is never compared.</summary>
public sealed record HalfYear(int Year, int Half, int MonthsKnown, IReadOnlyList<long> PerKind)
{
    public bool IsComplete => MonthsKnown == 6;

    public long Total => PerKind.Sum();

    public string Name => $"{(Half == 1 ? "eerste" : "tweede")} helft {Year.ToString("0000", Dutch.Numbers)}";
}

/// <summary>
/// Applications for special assistance per half year, with what may and may not be read in them. A fall from the first to the second half is only
/// news when it differs from earlier years (Vlaardingen: every year more in the first half, mostly by administrators).
/// </summary>
public sealed record SeasonalPattern(
    IReadOnlyList<NamedCode> Kinds,
    IReadOnlyList<HalfYear> Halves,
    IReadOnlyList<string> Sentences
)
{
    /// <summary>Shape: one count per month and kind; a month counts as known when it is there at all.</summary>
    public static SeasonalPattern Of(IReadOnlyList<NamedCode> kinds, IReadOnlyList<MonthlyApplications> counts)
    {
        var halves = counts
            .GroupBy(c => (c.Month.Year, Half: c.Month.Number <= 6 ? 1 : 2))
            .OrderBy(g => g.Key)
            .Select(g => new HalfYear(
                g.Key.Year,
                g.Key.Half,
                g.Select(c => c.Month).Distinct().Count(),
                [
                    .. kinds.Select(k =>
                        g.Where(c => string.Equals(c.Kind, k.Code, StringComparison.Ordinal)).Sum(c => c.Count)
                    ),
                ]
            ))
            .ToList();
        return new(kinds, halves, [.. Read(halves)]);
    }

    private static IEnumerable<string> Read(List<HalfYear> halves)
    {
        var years = halves
            .Where(h => h is { Half: 2, IsComplete: true })
            .Select(second =>
                (First: halves.Find(h => h.Year == second.Year && h is { Half: 1, IsComplete: true }), Second: second)
            )
            .Where(y => y.First is not null)
            .ToList();
        foreach (var half in halves.Where(h => !h.IsComplete))
        {
            yield return $"Van de {half.Name} zijn {half.MonthsKnown} van de 6 maanden bekend. Die wordt niet vergeleken.";
        }

        if (years.Count == 0)
        {
            yield return "Er is nog geen jaar met twee hele helften, dus er is niets te vergelijken.";
            yield break;
        }

        var (first, latest) = years[^1];
        yield return $"{Dutch.Capital(latest.Name)}: {Dutch.Count(latest.Total)} aanvragen, {Change(first!.Total, latest.Total)} {(first.Total == latest.Total ? "als" : "dan")} in de eerste helft van dat jaar ({Dutch.Count(first.Total)}).";
        var before = years.SkipLast(1).ToList();
        if (before.Count == 0)
        {
            yield return "Er zijn geen eerdere jaren. Of dit het gewone patroon van het jaar is, is daarom niet te zeggen.";
            yield break;
        }

        var fell = before.Count(y => y.Second.Total < y.First!.Total);
        var falls = latest.Total < first.Total;
        yield return falls && fell == before.Count
            ? $"Ook in {(fell == 1 ? "het eerdere jaar" : $"alle {fell} eerdere jaren")} kwamen er in de tweede helft minder aanvragen. De daling hoort bij het patroon van het jaar; op zichzelf zegt zij niet dat mensen de weg niet vinden."
        : falls
            ? $"In {fell} van de {before.Count} eerdere jaren kwamen er in de tweede helft minder aanvragen. Een vast patroon is er niet: zoek naar een andere oorzaak."
        : "De tweede helft daalt niet.";
        if (before.Find(y => y.Second.Year == latest.Year - 1).Second is { } lastYear)
        {
            yield return $"Vergelijk met dezelfde helft: {Dutch.Count(latest.Total)} nu en {Dutch.Count(lastYear.Total)} in de {lastYear.Name}, {Change(lastYear.Total, latest.Total)}.";
        }
    }

    /// <summary>"18,3% minder"; from nothing no percentage exists.</summary>
    private static string Change(long from, long to)
    {
        if (from == to)
        {
            return "evenveel";
        }

        if (from == 0)
        {
            return $"{Dutch.Count(to)} meer";
        }

        var tenths = (Math.Abs(to - from) * 2000 + from) / (2 * from);
        return $"{(tenths / 10).ToString(Dutch.Numbers)},{(tenths % 10).ToString(Dutch.Numbers)}% {(to < from ? "minder" : "meer")}";
    }
}
