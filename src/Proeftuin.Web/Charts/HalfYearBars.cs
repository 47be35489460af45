// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;
using Proeftuin.Core;
using Proeftuin.Core.Provisions;

namespace Proeftuin.Web.Charts;

/// <summary>Totals per half year as bars under each other: the first half filled, the second hatched, so that the same halves can be compared over the years.</summary>
public static class HalfYearBars
{
    private const int Width = 720;
    private const int PlotLeft = 190;
    private const int PlotRight = 600;
    private const int Row = 28;

    public static IHtmlContent Draw(string id, string title, SeasonalPattern pattern)
    {
        var halves = pattern.Halves;
        var most = Math.Max(1, halves.Max(h => h.Total));
        var svg = new Svg(
            id,
            title,
            string.Join(
                ' ',
                halves.Select(h => $"{h.Name}: {Dutch.Count(h.Total)}{(h.IsComplete ? "" : ", niet volledig")}.")
            ),
            Width,
            34 + halves.Count * Row
        );
        var hatched = svg.Hatched("tweede");
        svg.Rectangle(PlotLeft, 4, 14, 14, Ink.Fill).Text(PlotLeft + 20, 16, "eerste helft");
        svg.Rectangle(PlotLeft + 130, 4, 14, 14, hatched).Text(PlotLeft + 150, 16, "tweede helft");
        for (var i = 0; i < halves.Count; i++)
        {
            var (y, width) = (30 + i * Row, (PlotRight - PlotLeft) * halves[i].Total / (double)most);
            svg.Text(PlotLeft - 8, y + 14, halves[i].Name, Anchor.End)
                .Rectangle(PlotLeft, y, width, 18, halves[i].Half == 1 ? Ink.Fill : hatched)
                .Text(
                    PlotLeft + width + 6,
                    y + 14,
                    Dutch.Count(halves[i].Total) + (halves[i].IsComplete ? "" : " (niet volledig)")
                );
        }

        return svg.Draw();
    }
}
