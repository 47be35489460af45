// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;
using Proeftuin.Core;

namespace Proeftuin.Web.Charts;

/// <summary>Counts as bars under each other, each with its name and its number; some can be hatched to set them apart.</summary>
public static class CountBars
{
    private const int Width = 720;
    private const int PlotLeft = 250;
    private const int PlotRight = 620;
    private const int Row = 28;

    public static IHtmlContent Draw(
        string id,
        string title,
        IReadOnlyList<(string Name, long Count, bool Hatched)> rows
    )
    {
        var most = Math.Max(1, rows.Max(r => r.Count));
        var svg = new Svg(
            id,
            title,
            string.Join(' ', rows.Select(r => $"{r.Name}: {Dutch.Count(r.Count)}.")),
            Width,
            10 + rows.Count * Row
        );
        var hatched = svg.Hatched("streep");
        for (var i = 0; i < rows.Count; i++)
        {
            var (y, width) = (6 + i * Row, (PlotRight - PlotLeft) * rows[i].Count / (double)most);
            svg.Text(PlotLeft - 8, y + 14, rows[i].Name, Anchor.End)
                .Rectangle(PlotLeft, y, width, 18, rows[i].Hatched ? hatched : Ink.Fill)
                .Text(PlotLeft + width + 6, y + 14, Dutch.Count(rows[i].Count));
        }

        return svg.Draw();
    }
}
