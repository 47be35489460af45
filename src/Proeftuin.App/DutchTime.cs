// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App;

/// <summary>The day it is in the Netherlands: what people mean by a date, while the ledger keeps UTC.</summary>
public static class DutchTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateOnly DateOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    public static DateOnly Today(this TimeProvider clock) => DateOf(clock.GetUtcNow());

    /// <summary>What a clock in the Netherlands shows at this moment.</summary>
    public static DateTime LocalOf(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    /// <summary>The moment at which a clock in the Netherlands shows this.</summary>
    public static DateTimeOffset MomentOf(DateTime local)
    {
        var shown = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(shown, Zone.GetUtcOffset(shown)).ToUniversalTime();
    }

    /// <summary>The first moment after a day: what was recorded before it was known on that day.</summary>
    public static DateTimeOffset After(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
