// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;
using Proeftuin.Core;

namespace Proeftuin.Web.Charts;

/// <summary>One line of a chart in euros; lines differ by their dashes and by their label, not only by colour.</summary>
public sealed record EuroLine(string Label, IReadOnlyList<(Eur X, Eur Y)> Points);

/// <summary>Amounts against amounts, with a legend above the plot and, where there is one, a marked place on the horizontal axis.</summary>
public static class LineChart
{
    private const int Width = 720;
    private const int Left = 70;
    private const int Right = 700;
    private const int LegendRow = 20;

    private static readonly Stroke[] Strokes =
    [
        new("#154273", 3),
        new("#a04000", 2.5, Pattern: "8 4"),
        new("#1d6b2f", 2.5, Pattern: "2 3"),
        new("#6a1b9a", 2.5, Pattern: "10 3 2 3"),
        new("#45525e", 2, Pattern: "1 5"),
    ];

    public static IHtmlContent Draw(
        string id,
        string title,
        string description,
        IReadOnlyList<EuroLine> lines,
        (Eur At, string Label)? mark = null
    )
    {
        var top = 14 + lines.Count * LegendRow;
        var bottom = top + 300;
        var svg = new Svg(id, title, description, Width, bottom + 44);
        var across = Axis(lines.SelectMany(l => l.Points).Select(p => p.X), Left, Right);
        var up = Axis(lines.SelectMany(l => l.Points).Select(p => p.Y), bottom, top + 10);
        for (var i = 0; i < lines.Count; i++)
        {
            var y = 10 + i * LegendRow;
            svg.Line(Left, y, Left + 44, y, Strokes[i]).Text(Left + 52, y + 5, lines[i].Label);
        }

        foreach (var tick in across.Ticks)
        {
            svg.Text(across.At(tick), bottom + 18, Dutch.Count((long)tick), Anchor.Middle);
        }

        foreach (var tick in up.Ticks)
        {
            svg.Line(Left, up.At(tick), Right, up.At(tick), new Stroke(Ink.Soft))
                .Text(Left - 6, up.At(tick) + 5, Dutch.Count((long)tick), Anchor.End);
        }

        svg.Text((Left + Right) / 2.0, bottom + 38, "nettoloon per maand in euro", Anchor.Middle);
        if (mark is { } place)
        {
            var x = across.At(Euros(place.At));
            svg.Line(x, top + 10, x, bottom, new Stroke(Ink.Line, 1, Dashed: true))
                .Text(x + 5, bottom - 8, place.Label);
        }

        for (var i = 0; i < lines.Count; i++)
        {
            svg.Path([.. lines[i].Points.Select(p => (across.At(Euros(p.X)), up.At(Euros(p.Y))))], Strokes[i]);
        }

        return svg.Draw();
    }

    private static Axis Axis(IEnumerable<Eur> amounts, double from, double to)
    {
        var highest = amounts.Select(Euros).Max();
        var step = new[] { 25.0, 50, 100, 250, 500 }.First(s => highest / s <= 8 || s >= 500);
        return new Axis(0, highest, step, from, to);
    }

    private static double Euros(Eur amount) => amount.Cents / 100.0;
}
