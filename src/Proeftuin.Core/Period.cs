// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core;

/// <summary>A stretch of days from the first day up to, and not including, the end (half-open). An open end has no end date.</summary>
public readonly record struct Period
{
    private Period(DateOnly from, DateOnly? before) => (From, Before) = (from, before);

    public DateOnly From { get; }

    /// <summary>The first day that no longer belongs to the period; null when the period has no known end.</summary>
    public DateOnly? Before { get; }

    public static Outcome<Period> FromUpTo(DateOnly from, DateOnly before) =>
        before > from ? new Period(from, before) : new PeriodEndsBeforeItBegins(from, before);

    public static Period Since(DateOnly from) => new(from, null);

    public bool Contains(DateOnly day) => day >= From && (Before is not { } end || day < end);

    public bool Overlaps(Period other) =>
        (other.Before is not { } otherEnd || From < otherEnd) && (Before is not { } end || other.From < end);
}

/// <summary>A period must end after it begins.</summary>
public sealed record PeriodEndsBeforeItBegins(DateOnly From, DateOnly Before) : Refusal
{
    public override string Message =>
        $"De periode loopt van {Dutch.Date(From)} tot {Dutch.Date(Before)}; het einde moet na het begin liggen.";
}
