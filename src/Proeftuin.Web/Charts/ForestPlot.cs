// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;
using Proeftuin.Core.Evaluation;

namespace Proeftuin.Web.Charts;

/// <summary>Differences with their intervals under each other: a filled marker and a solid line where the lot decided, an open marker and a dashed line where it did not.</summary>
public static class ForestPlot
{
    private const int Width = 760;
    private const int PlotLeft = 310;
    private const int PlotRight = 600;
    private const int Row = 28;

    public static IHtmlContent Draw(string id, string title, IReadOnlyList<Comparison> comparisons)
    {
        var known = comparisons.Where(c => c.Difference.IsDone).ToList();
        if (known.Count == 0)
        {
            return HtmlString.Empty;
        }

        var height = 30 + (known.Count + Against(known).Count) * Row + 40;
        var axis = new Axis(
            known.Min(c => c.Difference.OrThrow().Lower),
            known.Max(c => c.Difference.OrThrow().Upper),
            0.1,
            PlotLeft,
            PlotRight
        );
        var svg = new Svg(id, title, Description(known), Width, height);
        foreach (var tick in axis.Ticks)
        {
            var isZero = Math.Abs(tick) < 1e-9;
            svg.Line(
                    axis.At(tick),
                    10,
                    axis.At(tick),
                    height - 40,
                    new Stroke(isZero ? Ink.Line : Ink.Soft, isZero ? 2 : 1)
                )
                .Text(axis.At(tick), height - 22, DutchFigures.Points(tick), Anchor.Middle);
        }

        svg.Text((PlotLeft + PlotRight) / 2.0, height - 4, "verschil in procentpunt", Anchor.Middle);
        var y = 30.0;
        foreach (var (second, randomised) in Against(known))
        {
            svg.Text(0, y, $"Tegenover {second} ({(randomised ? "geloot" : "niet geloot")})", bold: true);
            y += Row;
            foreach (var c in known.Where(c => string.Equals(c.Second.Name, second, StringComparison.Ordinal)))
            {
                One(svg, axis, y, c);
                y += Row;
            }
        }

        return svg.Draw();
    }

    private static void One(Svg svg, Axis axis, double y, Comparison comparison)
    {
        var d = comparison.Difference.OrThrow();
        svg.Text(12, y, comparison.First.Name)
            .Line(
                axis.At(d.Lower),
                y - 5,
                axis.At(d.Upper),
                y - 5,
                new Stroke(Ink.Line, 2, Dashed: !comparison.Randomised)
            )
            .Marker(axis.At(d.Value), y - 5, 10, comparison.Randomised)
            .Text(PlotRight + 10, y, Range(d));
    }

    private static string Range(Difference d) =>
        $"{DutchFigures.Points(d.Value)} ({DutchFigures.Points(d.Lower)} tot {DutchFigures.Points(d.Upper)})";

    private static List<(string Second, bool Randomised)> Against(IEnumerable<Comparison> comparisons) =>
        [.. comparisons.Select(c => (c.Second.Name, c.Randomised)).Distinct()];

    private static string Description(IEnumerable<Comparison> comparisons) =>
        string.Join(
            ' ',
            comparisons.Select(c =>
                $"{c.First.Name} tegenover {c.Second.Name} ({(c.Randomised ? "geloot" : "niet geloot")}): {Range(c.Difference.OrThrow())}."
            )
        );
}
