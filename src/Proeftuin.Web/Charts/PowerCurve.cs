// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation.Sizing;

namespace Proeftuin.Web.Charts;

/// <summary>The chance to find a difference against that difference, with the chance that is wanted as a dashed line. The table under it holds the same figures.</summary>
public static class PowerCurve
{
    private const int Width = 640;
    private const int Height = 320;
    private const int Left = 60;
    private const int Right = 620;
    private const int Top = 20;
    private const int Bottom = 260;

    public static IHtmlContent Draw(string id, PowerAnswer answer)
    {
        var points = answer.Curve.Where(p => p.Power is not null).ToList();
        if (points.Count < 2)
        {
            return HtmlString.Empty;
        }

        var across = new Axis(0, (double)points[^1].Difference, points[^1].Difference > 10 ? 5 : 1, Left, Right);
        var svg = new Svg(
            id,
            "Kans om een verschil te vinden",
            $"Bij {Dutch.Count(answer.Plan.PerGroup)} mensen per groep: "
                + string.Join(
                    "; ",
                    points
                        .Where((_, i) => i % 5 == 1)
                        .Select(p =>
                            $"verschil {p.Difference.ToString("0.#", Dutch.Numbers)}: {PowerSentences.Percent(p.Power!.Value)}"
                        )
                )
                + ".",
            Width,
            Height
        );
        foreach (var tick in across.Ticks)
        {
            svg.Line(across.At(tick), Top, across.At(tick), Bottom, new Stroke(Ink.Soft))
                .Text(across.At(tick), Bottom + 20, tick.ToString("0", Dutch.Numbers), Anchor.Middle);
        }

        for (var percent = 0; percent <= 100; percent += 20)
        {
            svg.Line(Left, Up(percent / 100.0), Right, Up(percent / 100.0), new Stroke(Ink.Soft))
                .Text(Left - 8, Up(percent / 100.0) + 5, $"{percent}%", Anchor.End);
        }

        svg.Line(
            Left,
            Up((double)answer.Plan.Wanted / 100),
            Right,
            Up((double)answer.Plan.Wanted / 100),
            new Stroke(Ink.Line, Dashed: true)
        );
        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            svg.Line(
                across.At((double)from.Difference),
                Up(from.Power!.Value),
                across.At((double)to.Difference),
                Up(to.Power!.Value),
                new Stroke(Ink.Line, 3)
            );
        }

        return svg.Text((Left + Right) / 2.0, Bottom + 46, "echt verschil in procentpunt", Anchor.Middle).Draw();
    }

    private static double Up(double part) => Bottom - part * (Bottom - Top);
}
