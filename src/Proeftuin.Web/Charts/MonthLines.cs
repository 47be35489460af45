// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;

namespace Proeftuin.Web.Charts;

/// <summary>One line: its name and a value per place on the axis; null where there is none.</summary>
public sealed record Series(string Name, IReadOnlyList<double?> Values);

/// <summary>Lines over months. Each line has its own dashes and its own open or filled marker, named above the chart; the same figures stand in a table on the page.</summary>
public static class MonthLines
{
    private const int Width = 720;
    private const int PlotLeft = 62;
    private const int PlotRight = 700;
    private const int PlotHeight = 240;
    private const int LegendRow = 20;

    private static readonly Stroke[] Lines =
    [
        new(Ink.Line, 2),
        new(Ink.Line, 2, Pattern: "9 4"),
        new("#8a3b00", 2, Pattern: "2 3"),
        new("#1d6b2f", 2, Pattern: "9 3 2 3"),
        new("#6a1b9a", 2, Pattern: "5 2"),
        new("#45525e", 2, Pattern: "14 5"),
        new("#7a120c", 2, Pattern: "1 2"),
    ];

    /// <summary><paramref name="write"/> writes a value for the axis and the description; <paramref name="step"/> is the distance between the lines behind.</summary>
    public static IHtmlContent Draw(
        string id,
        string title,
        IReadOnlyList<string> places,
        IReadOnlyList<Series> series,
        double step,
        Func<double, string> write
    )
    {
        var top = 12 + (series.Count + 1) / 2 * LegendRow + 14;
        var bottom = top + PlotHeight;
        var highest = series.SelectMany(s => s.Values).Max() ?? 0;
        var ceiling = Math.Max(step, Math.Ceiling(highest / step) * step);
        var svg = new Svg(id, title, Description(places, series, write), Width, bottom + 44);
        double Across(int place) =>
            PlotLeft + (places.Count == 1 ? 0 : place * (PlotRight - PlotLeft) / (places.Count - 1.0));
        double Up(double value) => bottom - value / ceiling * PlotHeight;
        for (var value = 0.0; value <= ceiling + step / 2; value += step)
        {
            svg.Line(PlotLeft, Up(value), PlotRight, Up(value), new Stroke(Ink.Soft))
                .Text(PlotLeft - 6, Up(value) + 4, write(value), Anchor.End);
        }

        var every = Math.Max(1, (int)Math.Ceiling(places.Count / 8.0));
        for (var place = 0; place < places.Count; place += every)
        {
            svg.Text(Across(place), bottom + 20, places[place], place == 0 ? Anchor.Start : Anchor.Middle);
        }

        for (var i = 0; i < series.Count; i++)
        {
            One(svg, series[i], i, Across, Up);
        }

        return svg.Draw();
    }

    private static void One(Svg svg, Series series, int number, Func<int, double> across, Func<double, double> up)
    {
        var stroke = Lines[number % Lines.Length];
        var filled = number % 2 == 0;
        var (x, y) = (number % 2 == 0 ? PlotLeft : PlotLeft + 330, 16 + number / 2 * LegendRow);
        svg.Line(x, y - 4, x + 36, y - 4, stroke).Marker(x + 18, y - 4, 7, filled).Text(x + 44, y, series.Name);
        for (var place = 0; place < series.Values.Count; place++)
        {
            if (series.Values[place] is not { } value)
            {
                continue;
            }

            if (place > 0 && series.Values[place - 1] is { } before)
            {
                svg.Line(across(place - 1), up(before), across(place), up(value), stroke);
            }

            svg.Marker(across(place), up(value), 5, filled);
        }
    }

    private static string Description(
        IReadOnlyList<string> places,
        IEnumerable<Series> series,
        Func<double, string> write
    ) =>
        string.Join(
            ' ',
            series
                .Where(s => s.Values.Any(v => v is not null))
                .Select(s =>
                {
                    var known = Enumerable.Range(0, s.Values.Count).Where(i => s.Values[i] is not null).ToList();
                    var (first, last) = (known[0], known[^1]);
                    return $"{s.Name}: {write(s.Values[first]!.Value)} in {places[first]}, {write(s.Values[last]!.Value)} in {places[last]}.";
                })
        );
}
