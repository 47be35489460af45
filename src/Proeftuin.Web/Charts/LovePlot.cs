// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation.Results;

namespace Proeftuin.Web.Charts;

/// <summary>How much two groups differ on each trait before (open) and after (filled) matching, in standard deviations; the dashed line is the usual limit of 0.1.</summary>
public static class LovePlot
{
    private const int Width = 700;
    private const int PlotLeft = 260;
    private const int PlotRight = 680;
    private const int Row = 24;

    public static IHtmlContent Draw(string id, string title, IReadOnlyList<TraitBalance> points)
    {
        if (points.Count == 0)
        {
            return HtmlString.Empty;
        }

        var height = 40 + points.Count * Row + 40;
        var axis = new Axis(0, Math.Max(0.2, points.Max(p => Math.Max(p.Before, p.After))), 0.1, PlotLeft, PlotRight);
        var svg = new Svg(id, title, Description(points), Width, height);
        svg.Marker(PlotLeft + 6, 12, 9, filled: false).Text(PlotLeft + 18, 16, "voor het koppelen");
        svg.Marker(PlotLeft + 196, 12, 9, filled: true).Text(PlotLeft + 208, 16, "na het koppelen");
        foreach (var tick in axis.Ticks)
        {
            svg.Line(axis.At(tick), 26, axis.At(tick), height - 40, new Stroke(Ink.Soft))
                .Text(axis.At(tick), height - 22, Written(tick), Anchor.Middle);
        }

        svg.Line(axis.At(0.1), 26, axis.At(0.1), height - 40, new Stroke(Ink.Line, 1, Dashed: true));
        svg.Text((PlotLeft + PlotRight) / 2.0, height - 4, "verschil in standaarddeviaties", Anchor.Middle);
        for (var i = 0; i < points.Count; i++)
        {
            var y = 46 + i * Row;
            svg.Text(0, y, points[i].Name)
                .Line(axis.At(points[i].Before), y - 5, axis.At(points[i].After), y - 5, new Stroke(Ink.Soft, 2))
                .Marker(axis.At(points[i].Before), y - 5, 9, filled: false)
                .Marker(axis.At(points[i].After), y - 5, 9, filled: true);
        }

        return svg.Draw();
    }

    public static string Written(double value) => value.ToString("0.00", Dutch.Numbers);

    private static string Description(IEnumerable<TraitBalance> points) =>
        string.Join(
            ' ',
            points.Select(p =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{p.Name}: {Written(p.Before)} voor, {Written(p.After)} na."
                )
            )
        );
}
