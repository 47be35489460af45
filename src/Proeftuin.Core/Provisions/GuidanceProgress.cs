// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Provisions;

/// <summary>One measurement: the day and a score per area of life, in the order of the protocol. Scale: 1 up to the highest score.</summary>
public sealed record LifeMeasurement(DateOnly On, IReadOnlyList<int> Scores);

/// <summary>How one area of life went from the baseline to the latest measurement.</summary>
public sealed record AreaProgress(string Name, int Baseline, int Latest)
{
    public int Change => Latest - Baseline;
}

/// <summary>How intensive the contact was: number, minutes, and per form.</summary>
public sealed record ContactIntensity(int Contacts, int Minutes, IReadOnlyList<(string Form, int Contacts)> PerForm)
{
    /// <summary>Contacts per 30 days in tenths, over the days the guidance ran; null before the first day is over.</summary>
    public int? TenthsPer30Days(int days) => days <= 0 ? null : (Contacts * 600 + days) / (2 * days);

    public static ContactIntensity Of(
        IReadOnlyList<string> forms,
        IReadOnlyList<(string Form, int Minutes)> contacts
    ) =>
        new(
            contacts.Count,
            contacts.Sum(c => c.Minutes),
            [.. forms.Select(f => (f, contacts.Count(c => string.Equals(c.Form, f, StringComparison.Ordinal))))]
        );
}

/// <summary>Intensive guidance without a lot: whether a measurement fits, and what it says. There is no comparison group, so progress is never called an effect.</summary>
public static class GuidanceProgress
{
    /// <summary>Whether this measurement can follow the earlier ones. Refuses a missing or impossible score, a day before an earlier one or still to come, and two on a day.</summary>
    public static Outcome<LifeMeasurement> Judge(
        IReadOnlyList<NamedCode> areas,
        int highest,
        IReadOnlyList<LifeMeasurement> earlier,
        DateOnly on,
        IReadOnlyList<int?> scores,
        DateOnly started,
        DateOnly today
    )
    {
        if (on > today)
        {
            return new DayStillToCome(on);
        }

        if (on < started.AddDays(-31) || earlier.Any(e => e.On >= on))
        {
            return new MeasurementOutOfOrder(earlier.Count == 0 ? started : earlier.Max(e => e.On));
        }

        for (var i = 0; i < areas.Count; i++)
        {
            if (i >= scores.Count || scores[i] is not { } score || score < 1 || score > highest)
            {
                return new ScoreMissing(areas[i].Name, highest);
            }
        }

        return new LifeMeasurement(on, [.. scores.Select(s => s!.Value)]);
    }

    /// <summary>Per area the baseline and the latest score; empty as long as there is only a baseline.</summary>
    public static IReadOnlyList<AreaProgress> Of(
        IReadOnlyList<NamedCode> areas,
        IReadOnlyList<LifeMeasurement> measurements
    )
    {
        var inOrder = measurements.OrderBy(m => m.On).ToList();
        return inOrder.Count < 2
            ? []
            : [.. areas.Select((a, i) => new AreaProgress(a.Name, inOrder[0].Scores[i], inOrder[^1].Scores[i]))];
    }
}

/// <summary>An area without a score, or with one outside the scale.</summary>
public sealed record ScoreMissing(string Area, int Highest) : Refusal
{
    public override string Message => $"Vul bij '{Area}' een score in van 1 tot en met {Highest}.";
}

/// <summary>A measurement must come after the earlier ones, and the baseline around the start.</summary>
public sealed record MeasurementOutOfOrder(DateOnly After) : Refusal
{
    public override string Message =>
        $"Deze meting past niet in de volgorde: de begeleiding of de vorige meting was op {Dutch.Date(After)}. Controleer de dag.";
}
