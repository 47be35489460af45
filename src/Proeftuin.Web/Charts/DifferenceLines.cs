// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;
using Proeftuin.Core.Evaluation.Results;

namespace Proeftuin.Web.Charts;

/// <summary>Differences over months, above and below nought; each line has its own dashes and its own marker, named above the chart.</summary>
public static class DifferenceLines
{
    private const int Width = 720;
    private const int PlotLeft = 62;
    private const int PlotRight = 700;
    private const int PlotHeight = 220;
    private const int LegendRow = 20;

    private static readonly Stroke[] Lines =
    [
        new(Ink.Line, 2),
        new("#8a3b00", 2, Pattern: "9 4"),
        new("#1d6b2f", 2, Pattern: "2 3"),
        new("#6a1b9a", 2, Pattern: "9 3 2 3"),
        new("#45525e", 2, Pattern: "14 5"),
    ];

    public static IHtmlContent Draw(
        string id,
        string title,
        IReadOnlyList<string> places,
        IReadOnlyList<Series> series,
        Scale scale
    )
    {
        var values = series.SelectMany(s => s.Values).OfType<double>().ToList();
        if (values.Count == 0)
        {
            return HtmlString.Empty;
        }

        var top = 12 + (series.Count + 1) / 2 * LegendRow + 10;
        var bottom = top + PlotHeight;
        var (low, high) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        var span = Math.Max(high - low, 1e-6);
        var power = Math.Pow(10, Math.Floor(Math.Log10(span)) - 1);
        var step = new[] { 1.0, 2, 5, 10, 20, 50 }.Select(f => f * power).First(s => span / s <= 6);
        var axis = new Axis(low, high, step, bottom, top);
        var svg = new Svg(id, title, Description(places, series, scale), Width, bottom + 40);
        double Across(int place) =>
            PlotLeft + (places.Count == 1 ? 0 : place * (PlotRight - PlotLeft) / (places.Count - 1.0));
        foreach (var tick in axis.Ticks)
        {
            var isZero = Math.Abs(tick) < 1e-9;
            svg.Line(
                    PlotLeft,
                    axis.At(tick),
                    PlotRight,
                    axis.At(tick),
                    new Stroke(isZero ? Ink.Line : Ink.Soft, isZero ? 2 : 1)
                )
                .Text(PlotLeft - 6, axis.At(tick) + 4, EffectSentences.Figure(tick, scale), Anchor.End);
        }

        var every = Math.Max(1, (int)Math.Ceiling(places.Count / 8.0));
        for (var place = 0; place < places.Count; place += every)
        {
            svg.Text(Across(place), bottom + 20, places[place], place == 0 ? Anchor.Start : Anchor.Middle);
        }

        for (var i = 0; i < series.Count; i++)
        {
            var (stroke, filled) = (Lines[i % Lines.Length], i % 2 == 0);
            var (x, y) = (i % 2 == 0 ? PlotLeft : PlotLeft + 330, 16 + i / 2 * LegendRow);
            svg.Line(x, y - 4, x + 36, y - 4, stroke).Marker(x + 18, y - 4, 7, filled).Text(x + 44, y, series[i].Name);
            var points = series[i].Values.Select((v, place) => (v, place)).Where(p => p.v is not null).ToList();
            svg.Path([.. points.Select(p => (Across(p.place), axis.At(p.v!.Value)))], stroke);
            foreach (var (v, place) in points)
            {
                svg.Marker(Across(place), axis.At(v!.Value), 5, filled);
            }
        }

        return svg.Draw();
    }

    private static string Description(IReadOnlyList<string> places, IReadOnlyList<Series> series, Scale scale) =>
        string.Join(
            ' ',
            series
                .Select(s => (s.Name, Last: s.Values.Select((v, i) => (v, i)).LastOrDefault(p => p.v is not null)))
                .Where(s => s.Last.v is not null)
                .Select(s =>
                    $"{s.Name}: {EffectSentences.Figure(s.Last.v!.Value, scale)} {EffectSentences.Unit(scale)} in {places[s.Last.i]}."
                )
        );
}
