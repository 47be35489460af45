// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>The planned run of an experiment and, where it was lengthened, the extension. Periods are half-open.</summary>
public sealed record ExperimentPeriod(Period Planned, Extension? Extension, string? Source)
{
    public DateOnly From => Planned.From;

    /// <summary>The first day after the experiment, extension included.</summary>
    public DateOnly Before => Extension?.Before ?? Planned.Before!.Value;

    public Period Whole => Period.FromUpTo(From, Before).OrThrow();

    /// <summary>Whole months from the first day; a part of a month counts as a month.</summary>
    public static int MonthsIn(DateOnly from, DateOnly before)
    {
        var months = Month.Of(before) - Month.Of(from);
        return from.AddMonths(months) < before ? months + 1 : months;
    }
}

/// <summary>A lengthening of the run: the new first day after it, the day from which the longer run is allowed, and its legal basis.</summary>
public sealed record Extension(DateOnly Before, DateOnly AllowedFrom, string Basis);
