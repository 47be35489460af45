// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>The state pension age (AOW) for one range of birth dates, both days included. <paramref name="KnownFrom"/> is the day from which anybody could know it; null when that day was not found.</summary>
public sealed record StatePensionAgeRow(
    DateOnly BornFrom,
    DateOnly BornUpToAndIncluding,
    int Years,
    int Months,
    DateOnly? KnownFrom,
    Citation Citation
);

/// <summary>
/// The state pension age by birth date, as it was known on a day: in 2017 the law said 67 years and 3 months for someone born in January 1955, today
/// it is 66 years and 4 months. Source: art. 7a AOW. Refuses when no row was known on that day.
/// </summary>
public sealed class StatePensionAge
{
    private readonly IReadOnlyList<StatePensionAgeRow> rows;

    private StatePensionAge(IReadOnlyList<StatePensionAgeRow> rows) => this.rows = rows;

    public IReadOnlyList<StatePensionAgeRow> Rows => rows;

    public static StatePensionAge Of(IReadOnlyList<StatePensionAgeRow> rows) => new(rows);

    /// <summary>The day on which someone reaches the state pension age, by the row that was known last on <paramref name="knownOn"/>.</summary>
    public Outcome<DateOnly> ReachedOn(DateOnly born, DateOnly knownOn)
    {
        var known = rows.Where(r => r.BornFrom <= born && born <= r.BornUpToAndIncluding && r.KnownFrom <= knownOn)
            .OrderByDescending(r => r.KnownFrom)
            .FirstOrDefault();
        return known is null
            ? new StatePensionAgeNotKnown(born, knownOn)
            : born.AddYears(known.Years).AddMonths(known.Months);
    }
}

/// <summary>On the asked day nobody could know the state pension age for this birth date, or the table does not say since when it was known.</summary>
public sealed record StatePensionAgeNotKnown(DateOnly Born, DateOnly KnownOn) : Refusal
{
    public override string Message =>
        $"Voor iemand geboren op {Dutch.Date(Born)} is niet vastgelegd welke AOW-leeftijd op {Dutch.Date(KnownOn)} bekend was. Vul de tabel 'aow-leeftijd' aan of kies een latere dag van weten.";
}
