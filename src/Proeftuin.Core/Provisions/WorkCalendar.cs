// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Provisions;

/// <summary>
/// Counts working time: the minutes in which the office is open, without weekends and public holidays. Times are Dutch clock times. Refuses a day
/// for which no opening hours or no holidays are known.
/// </summary>
public sealed class WorkCalendar(IReadOnlyList<OpeningHours> hours, PublicHolidays holidays)
{
    /// <summary>A stretch longer than this is a typing error.</summary>
    private const int MostDays = 3660;

    /// <summary>The open minutes between two moments, whole minutes, the first moment included.</summary>
    public Outcome<int> MinutesBetween(DateTime from, DateTime until)
    {
        var (first, last) = (DateOnly.FromDateTime(from), DateOnly.FromDateTime(until));
        if (last.DayNumber - first.DayNumber > MostDays)
        {
            return new StretchTooLong();
        }

        var minutes = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (OpenOn(day) is not Outcome<OpenDay?>.Done { Value: var open })
            {
                return new Outcome<int>.Refused(OpenOn(day).Why);
            }

            if (open is not null)
            {
                minutes += Minutes(Later(day.ToDateTime(open.From), from), Earlier(day.ToDateTime(open.Until), until));
            }
        }

        return minutes;
    }

    /// <summary>The moment at which so many open minutes have passed: the deadline of a clock that starts at <paramref name="from"/>.</summary>
    public Outcome<DateTime> After(DateTime from, int minutes)
    {
        var left = minutes;
        var day = DateOnly.FromDateTime(from);
        for (var n = 0; n < MostDays; n++, day = day.AddDays(1))
        {
            if (OpenOn(day) is not Outcome<OpenDay?>.Done { Value: var open })
            {
                return new Outcome<DateTime>.Refused(OpenOn(day).Why);
            }

            if (open is null)
            {
                continue;
            }

            var start = Later(day.ToDateTime(open.From), from);
            var today = Minutes(start, day.ToDateTime(open.Until));
            if (left <= today)
            {
                return start.AddTicks(left * TimeSpan.TicksPerMinute);
            }

            left -= today;
        }

        return new StretchTooLong();
    }

    /// <summary>The day that is so many working days later: a deadline in days. The day itself does not count.</summary>
    public Outcome<DateOnly> WorkingDaysAfter(DateOnly day, int days)
    {
        var left = days;
        for (var n = 0; n < MostDays; n++)
        {
            if (left == 0)
            {
                return day;
            }

            day = day.AddDays(1);
            if (OpenOn(day) is not Outcome<OpenDay?>.Done { Value: var open })
            {
                return new Outcome<DateOnly>.Refused(OpenOn(day).Why);
            }

            left -= open is null ? 0 : 1;
        }

        return new StretchTooLong();
    }

    private Outcome<OpenDay?> OpenOn(DateOnly day)
    {
        if (hours.FirstOrDefault(h => h.Valid.Contains(day)) is not { } valid)
        {
            return new OpeningHoursUnknown(day);
        }

        var open = valid.Days.FirstOrDefault(d => d.Day == day.DayOfWeek);
        return open is null || valid.ClosedOn.Contains(day) ? new Outcome<OpenDay?>.Done(null)
            : valid.OpenOn.Contains(day) ? open
            : holidays.Has(day).Map(holiday => holiday ? null : (OpenDay?)open);
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    private static int Minutes(DateTime from, DateTime until) =>
        until > from ? (int)((until - from).Ticks / TimeSpan.TicksPerMinute) : 0;
}

/// <summary>No opening hours hold on a day.</summary>
public sealed record OpeningHoursUnknown(DateOnly Day) : Refusal
{
    public override string Message =>
        $"Voor {Dutch.Date(Day)} staan er geen openingstijden in het protocol, dus werktijd is niet te tellen. Vul ze aan met een nieuwe versie van het protocol.";
}

/// <summary>The two moments lie more than ten years apart.</summary>
public sealed record StretchTooLong : Refusal
{
    public override string Message => "Er liggen meer dan tien jaar tussen de twee momenten. Controleer de datums.";
}
