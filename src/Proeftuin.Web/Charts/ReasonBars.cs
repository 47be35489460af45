// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;
using Proeftuin.Core;

namespace Proeftuin.Web.Charts;

/// <summary>Counts as bars under each other: filled where it is work, hatched where it is not.</summary>
public static class ReasonBars
{
    private const int Width = 720;
    private const int PlotLeft = 290;
    private const int PlotRight = 640;
    private const int Row = 28;

    public static IHtmlContent Draw(string id, string title, IReadOnlyList<(string Name, bool IsWork, long Count)> rows)
    {
        var most = Math.Max(1, rows.Max(r => r.Count));
        var svg = new Svg(
            id,
            title,
            string.Join(' ', rows.Select(r => $"{r.Name}: {Dutch.Count(r.Count)}.")),
            Width,
            34 + rows.Count * Row
        );
        var hatched = svg.Hatched("geen-werk");
        svg.Rectangle(PlotLeft, 4, 14, 14, Ink.Fill).Text(PlotLeft + 20, 16, "werk");
        svg.Rectangle(PlotLeft + 90, 4, 14, 14, hatched).Text(PlotLeft + 110, 16, "geen werk");
        for (var i = 0; i < rows.Count; i++)
        {
            var (y, width) = (30 + i * Row, (PlotRight - PlotLeft) * rows[i].Count / (double)most);
            svg.Text(PlotLeft - 8, y + 14, rows[i].Name, Anchor.End)
                .Rectangle(PlotLeft, y, width, 18, rows[i].IsWork ? Ink.Fill : hatched)
                .Text(PlotLeft + width + 6, y + 14, Dutch.Count(rows[i].Count));
        }

        return svg.Draw();
    }
}
