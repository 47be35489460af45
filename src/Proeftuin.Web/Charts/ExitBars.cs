// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;
using Proeftuin.Core.Evaluation;

namespace Proeftuin.Web.Charts;

/// <summary>Exits to work per group: a filled bar gross, a hatched bar net of re-entry, each with its interval and its percentage.</summary>
public static class ExitBars
{
    private const int Width = 720;
    private const int PlotLeft = 190;
    private const int PlotRight = 600;
    private const int GroupHeight = 58;
    private const int Bar = 18;

    public static IHtmlContent Draw(string id, CountsReport report)
    {
        var height = 40 + report.Rows.Count * GroupHeight + 24;
        var axis = new Axis(
            0,
            report.Rows.Max(r => Math.Max(r.GrossSpread.Upper, r.NetSpread.Upper)),
            0.1,
            PlotLeft,
            PlotRight
        );
        var svg = new Svg(id, "Uitstroom naar werk per groep, bruto en netto", Description(report), Width, height);
        var hatched = svg.Hatched("net");
        svg.Rectangle(PlotLeft, 6, 14, 14, Ink.Fill).Text(PlotLeft + 20, 18, "bruto");
        svg.Rectangle(PlotLeft + 90, 6, 14, 14, hatched).Text(PlotLeft + 110, 18, "netto (zonder wie terugkwam)");
        foreach (var tick in axis.Ticks)
        {
            svg.Line(axis.At(tick), 32, axis.At(tick), height - 22, new Stroke(Ink.Soft))
                .Text(axis.At(tick), height - 6, $"{Math.Round(tick * 100)}%", Anchor.Middle);
        }

        var y = 40.0;
        foreach (var row in report.Rows)
        {
            svg.Text(PlotLeft - 8, y + Bar, row.Group.Name, Anchor.End, bold: true);
            svg.Text(PlotLeft - 8, y + 2 * Bar, row.Group.Randomised ? "geloot" : "niet geloot", Anchor.End);
            OneBar(
                svg,
                axis,
                y,
                row.Gross.Part / (double)row.Gross.Whole,
                row.GrossSpread,
                Ink.Fill,
                row.Gross.ToString()
            );
            OneBar(
                svg,
                axis,
                y + Bar + 3,
                row.Net.Part / (double)row.Net.Whole,
                row.NetSpread,
                hatched,
                row.Net.ToString()
            );
            y += GroupHeight;
        }

        return svg.Draw();
    }

    private static void OneBar(Svg svg, Axis axis, double y, double value, Spread spread, string fill, string label)
    {
        var middle = y + Bar / 2.0;
        svg.Rectangle(axis.At(0), y, axis.At(value) - axis.At(0), Bar, fill);
        // white under dark, so that the interval can be seen on the bar too
        svg.Line(axis.At(spread.Lower), middle, axis.At(spread.Upper), middle, new Stroke(Ink.Paper, 5));
        svg.Line(axis.At(spread.Lower), middle, axis.At(spread.Upper), middle, new Stroke("#1c2b39", 2));
        svg.Text(axis.At(spread.Upper) + 6, middle + 5, label);
    }

    private static string Description(CountsReport report) =>
        string.Join(
            ' ',
            report.Rows.Select(r =>
                $"{r.Group.Name}: bruto {r.Gross} ({r.Group.Gross} van {r.Group.Size}), netto {r.Net} ({r.Group.Net} van {r.Group.Size})."
            )
        );
}
