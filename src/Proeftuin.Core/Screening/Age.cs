// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>When somebody reaches an age. Where the day does not exist in that month (born on 29 February, or on the 31st), the age is reached on the first day after it.</summary>
public static class Age
{
    public static DateOnly ReachedOn(DateOnly born, int years, int months = 0)
    {
        var month = Month.Of(born).Plus(checked(years * 12 + months));
        return born.Day <= month.LastDay.Day
            ? new DateOnly(month.Year, month.Number, born.Day)
            : month.LastDay.AddDays(1);
    }

    /// <summary>Completed years of life on <paramref name="day"/>; a day before birth gives 0.</summary>
    public static int On(DateOnly born, DateOnly day)
    {
        var years = Math.Max(0, day.Year - born.Year);
        return years > 0 && ReachedOn(born, years) > day ? years - 1 : years;
    }
}
