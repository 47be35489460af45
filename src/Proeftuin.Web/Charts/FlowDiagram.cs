// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Html;
using Proeftuin.Core;
using Proeftuin.Core.Participation;

namespace Proeftuin.Web.Charts;

/// <summary>The flow of everyone drawn as boxes from top to bottom (CONSORT): what came before the lot, then one column per arm. The table beside it has the same figures.</summary>
public static class FlowDiagram
{
    private const int Column = 150;
    private const int Box = 136;
    private const int Line = 17;
    private const int Left = 8;
    private const int Gap = 20;

    /// <summary>One line in a box; strong is what the box is about, or who goes on to the next one.</summary>
    private readonly record struct Said(string Text, bool Strong = false);

    public static IHtmlContent Draw(
        string id,
        BeforeTheLot? before,
        Flow flow,
        Func<string, string> nameOf,
        string approached
    )
    {
        var width = Math.Max(Left * 2 + Math.Max(1, flow.Arms.Count) * Column, 480);
        Said[][] top =
        [
            .. before is null ? [] : Top(before),
            [new("Geloot", Strong: true), new($"{Dutch.Count(flow.Together.Drawn)} mensen")],
        ];
        var arms = flow.Arms.Select(a => Boxes(a, nameOf(a.Arm), approached)).ToList();
        // the same step stands at the same height in every arm
        var steps = arms.Count == 0 ? 0 : arms[0].Length;
        int[] heights = [.. Enumerable.Range(0, steps).Select(step => arms.Max(boxes => HeightOf(boxes[step])))];
        var height = 8 + top.Sum(b => HeightOf(b) + Gap) + heights.Sum(h => h + Gap);
        var svg = new Svg(
            id,
            "Stroomschema van iedereen die is geloot",
            Description(before, flow, nameOf, approached),
            width,
            height
        );
        var y = 8;
        foreach (var lines in top)
        {
            BoxAt(svg, Left, y, width - 2 * Left, HeightOf(lines), lines);
            Arrow(svg, width / 2.0, y + HeightOf(lines));
            y += HeightOf(lines) + Gap;
        }

        for (var step = 0; step < steps; step++)
        {
            for (var arm = 0; arm < arms.Count; arm++)
            {
                var x = Left + arm * Column;
                BoxAt(svg, x, y, Box, heights[step], arms[arm][step]);
                if (step < steps - 1)
                {
                    Arrow(svg, x + Box / 2.0, y + heights[step]);
                }
            }

            y += heights[step] + Gap;
        }

        return svg.Draw();
    }

    private static Said[][] Top(BeforeTheLot before) =>
        [
            [new("In het register beoordeeld", Strong: true), new($"{Dutch.Count(before.InRegister)} mensen")],
            [
                new($"Uitgesloten: {Dutch.Count(before.Excluded)}", Strong: true),
                .. before.OnOneGround.Select(g => new Said($"alleen grond {g.Ground}: {Dutch.Count(g.Persons)}")),
                new($"op meer gronden: {Dutch.Count(before.OnSeveralGrounds)}"),
            ],
            [
                new($"Niet te bepalen: {Dutch.Count(before.Undetermined)}"),
                new($"Eerder geloot: {Dutch.Count(before.DrawnEarlier)}"),
                new($"Niet geloot: {Dutch.Count(before.NotDrawn)}"),
            ],
        ];

    private static Said[][] Boxes(ArmFlow arm, string name, string approached) =>
        [
            [.. Wrapped(name).Select(line => new Said(line, Strong: true)), Of("geloot", arm.Drawn)],
            [Of("niet benaderd", arm.NotInvited), Of(approached, arm.Invited, strong: true)],
            [
                Of("wil niet", arm.Declined),
                Of("geen antwoord", arm.NoReply),
                Of("nog open", arm.Undecided),
                Of("aangemeld", arm.Consented, strong: true),
            ],
            [
                Of("wachtlijst", arm.WaitingList),
                Of("voor de start", arm.BeforeStart),
                Of("toch niet", arm.StoppedBeforeStart + arm.EndedBeforeStart),
                Of("begonnen", arm.Started, strong: true),
            ],
            [
                Of("gestopt", arm.Stopped),
                Of("beëindigd", arm.Ended),
                Of("doet mee", arm.Active),
                Of("afgerond", arm.Completed),
            ],
            [Of("zonder gegevens", arm.DataWithdrawn), Of("in de analyse", arm.Analysed, strong: true)],
        ];

    private static Said Of(string what, int people, bool strong = false) =>
        new($"{what}: {Dutch.Count(people)}", strong);

    private static void BoxAt(Svg svg, int x, int y, int width, int height, Said[] lines)
    {
        svg.Rectangle(x, y, width, height, Ink.Paper);
        for (var i = 0; i < lines.Length; i++)
        {
            svg.Text(x + 8, y + 18 + i * Line, lines[i].Text, Anchor.Start, bold: lines[i].Strong);
        }
    }

    private static void Arrow(Svg svg, double x, int y) => svg.Line(x, y, x, y + Gap, new Stroke(Ink.Line, 2));

    private static int HeightOf(Said[] lines) => lines.Length * Line + 10;

    /// <summary>A name in lines that fit the box, cut between words.</summary>
    private static IEnumerable<string> Wrapped(string name)
    {
        var line = "";
        foreach (var word in name.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length > 17)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }

    private static string Description(
        BeforeTheLot? before,
        Flow flow,
        Func<string, string> nameOf,
        string approached
    ) =>
        string.Join(
            ' ',
            new[]
            {
                before is null
                    ? ""
                    : $"{Dutch.Count(before.InRegister)} mensen beoordeeld, {Dutch.Count(before.Excluded)} uitgesloten, {Dutch.Count(before.NotDrawn)} niet geloot.",
            }
                .Where(s => s.Length > 0)
                .Concat(
                    flow.Arms.Select(a =>
                        $"{nameOf(a.Arm)}: {Dutch.Count(a.Drawn)} geloot, {Dutch.Count(a.Invited)} {approached}, {Dutch.Count(a.Consented)} aangemeld, {Dutch.Count(a.Started)} begonnen, {Dutch.Count(a.Analysed)} in de analyse."
                    )
                )
        );
}
