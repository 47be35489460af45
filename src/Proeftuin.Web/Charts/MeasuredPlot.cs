// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;
using Proeftuin.Core.Evaluation.Results;
using MeasuredRange = Proeftuin.Core.Evaluation.Results.Range;

namespace Proeftuin.Web.Charts;

/// <summary>One line of a forest plot: what it is, the estimate with its interval, and whether the lot decided.</summary>
public sealed record MeasuredLine(string Label, double Value, MeasuredRange Range, bool ByLot);

/// <summary>Estimates with their intervals under each other, grouped: a filled marker and a solid line where the lot decided, an open marker and dashes where it did not.</summary>
public static class MeasuredPlot
{
    private const int Width = 860;
    private const int PlotLeft = 400;
    private const int PlotRight = 680;
    private const int Row = 26;

    public static IHtmlContent Draw(
        string id,
        string title,
        IReadOnlyList<(string Group, IReadOnlyList<MeasuredLine> Lines)> groups,
        Scale scale
    )
    {
        var lines = groups.SelectMany(g => g.Lines).ToList();
        if (lines.Count == 0)
        {
            return HtmlString.Empty;
        }

        var height = 24 + (lines.Count + groups.Count(g => g.Lines.Count > 0)) * Row + 44;
        var (lowest, highest) = (lines.Min(l => l.Range.Lower), lines.Max(l => l.Range.Upper));
        var axis = new Axis(
            lowest,
            Math.Max(0, highest),
            Step(Math.Max(highest, 0) - Math.Min(lowest, 0)),
            PlotLeft,
            PlotRight
        );
        var svg = new Svg(id, title, Description(groups, scale), Width, height);
        foreach (var tick in axis.Ticks)
        {
            var isZero = Math.Abs(tick) < 1e-9;
            svg.Line(
                    axis.At(tick),
                    8,
                    axis.At(tick),
                    height - 40,
                    new Stroke(isZero ? Ink.Line : Ink.Soft, isZero ? 2 : 1)
                )
                .Text(axis.At(tick), height - 22, EffectSentences.Figure(tick, scale), Anchor.Middle);
        }

        svg.Text((PlotLeft + PlotRight) / 2.0, height - 4, $"verschil in {EffectSentences.Unit(scale)}", Anchor.Middle);
        var y = 28.0;
        foreach (var (group, own) in groups.Where(g => g.Lines.Count > 0))
        {
            svg.Text(0, y, group, bold: true);
            y += Row;
            foreach (var line in own)
            {
                svg.Text(12, y, line.Label)
                    .Line(
                        axis.At(line.Range.Lower),
                        y - 5,
                        axis.At(line.Range.Upper),
                        y - 5,
                        new Stroke(Ink.Line, 2, Dashed: !line.ByLot)
                    )
                    .Marker(axis.At(line.Value), y - 5, 10, line.ByLot)
                    .Text(PlotRight + 10, y, Written(line, scale));
                y += Row;
            }
        }

        return svg.Draw();
    }

    /// <summary>Round steps of 1, 2 or 5 times a power of ten, at most seven of them.</summary>
    private static double Step(double span)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(span, 1e-6))) - 1);
        return new[] { 1.0, 2, 5, 10, 20, 50 }.Select(f => f * power).First(step => span / step <= 7);
    }

    private static string Written(MeasuredLine line, Scale scale) =>
        $"{EffectSentences.Figure(line.Value, scale)} ({EffectSentences.Between(line.Range, scale)})";

    private static string Description(
        IReadOnlyList<(string Group, IReadOnlyList<MeasuredLine> Lines)> groups,
        Scale scale
    ) =>
        string.Join(
            ' ',
            groups.SelectMany(g =>
                g.Lines.Select(l =>
                    $"{g.Group}, {l.Label} ({(l.ByLot ? "geloot" : "niet geloot")}): {Written(l, scale)}."
                )
            )
        );
}
