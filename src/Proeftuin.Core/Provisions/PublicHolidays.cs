// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Provisions;

/// <summary>A public holiday: the day and its name.</summary>
public sealed record PublicHoliday(DateOnly Day, string Name);

/// <summary>The public holidays of the years that are known (art. 3 Algemene termijnenwet). A year that is not in the list is refused, not guessed.</summary>
public sealed class PublicHolidays
{
    private readonly HashSet<int> years;
    private readonly HashSet<DateOnly> days;

    private PublicHolidays(IReadOnlyList<PublicHoliday> all) =>
        (All, years, days) = (all, [.. all.Select(h => h.Day.Year)], [.. all.Select(h => h.Day)]);

    /// <summary>By day.</summary>
    public IReadOnlyList<PublicHoliday> All { get; }

    /// <summary>Refuses a day that stands in the list twice.</summary>
    public static Outcome<PublicHolidays> Of(IReadOnlyList<PublicHoliday> all) =>
        all.GroupBy(h => h.Day).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? new HolidayTwice(twice.Key)
            : new PublicHolidays([.. all.OrderBy(h => h.Day)]);

    public Outcome<bool> Has(DateOnly day) =>
        years.Contains(day.Year) ? days.Contains(day) : new HolidaysUnknown(day.Year);
}

/// <summary>A day stands twice in the list of public holidays.</summary>
public sealed record HolidayTwice(DateOnly Day) : Refusal
{
    public override string Message => $"{Dutch.Date(Day)} staat twee keer in de lijst van feestdagen. Haal er één weg.";
}

/// <summary>The public holidays of a year are not in the list.</summary>
public sealed record HolidaysUnknown(int Year) : Refusal
{
    public override string Message =>
        $"De feestdagen van {Year.ToString("0000", Dutch.Numbers)} zijn niet bekend, dus werktijd is niet te tellen. Vul ze aan bij de parameters.";
}
