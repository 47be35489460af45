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

    public static IHtmlContent Draw(string id, BeforeTheLot? before, Flow flow, Func<string, string> nameOf)
    {
        var columns = Math.Max(1, flow.Arms.Count);
        var width = Math.Max(Left * 2 + columns * Column, 480);
        var y = 8;
        var top = before is null ? [] : Top(before);
        var height = y + top.Sum(b => HeightOf(b) + 20) + HeightOf(["", ""]) + 20 + ColumnHeight(flow) + 20;
        var svg = new Svg(
            id,
            "Stroomschema van iedereen die is geloot",
            Description(before, flow, nameOf),
            width,
            height
        );
        foreach (var lines in top)
        {
            y = BoxAt(svg, Left, y, width - 2 * Left, lines, arrow: true);
        }

        y = BoxAt(
            svg,
            Left,
            y,
            width - 2 * Left,
            ["Geloot", $"{Dutch.Count(flow.Together.Drawn)} mensen"],
            arrow: true
        );
        for (var i = 0; i < flow.Arms.Count; i++)
        {
            var at = y;
            var boxes = Boxes(flow.Arms[i], nameOf(flow.Arms[i].Arm));
            for (var b = 0; b < boxes.Count; b++)
            {
                at = BoxAt(svg, Left + i * Column, at, Box, boxes[b], arrow: b < boxes.Count - 1);
            }
        }

        return svg.Draw();
    }

    private static List<string[]> Top(BeforeTheLot before) =>
        [
            ["In het register beoordeeld", $"{Dutch.Count(before.InRegister)} mensen"],
            [
                $"Uitgesloten: {Dutch.Count(before.Excluded)}",
                .. before.OnOneGround.Select(g => $"alleen grond {g.Ground}: {Dutch.Count(g.Persons)}"),
                $"op meer gronden: {Dutch.Count(before.OnSeveralGrounds)}",
            ],
            [
                $"Niet te bepalen: {Dutch.Count(before.Undetermined)}",
                $"Eerder geloot: {Dutch.Count(before.DrawnEarlier)}",
                $"Niet geloot: {Dutch.Count(before.NotDrawn)}",
            ],
        ];

    private static List<string[]> Boxes(ArmFlow arm, string name) =>
        [
            [.. Wrapped(name), $"geloot: {Dutch.Count(arm.Drawn)}"],
            [$"niet benaderd: {Dutch.Count(arm.NotInvited)}", $"uitgenodigd: {Dutch.Count(arm.Invited)}"],
            [
                $"wil niet: {Dutch.Count(arm.Declined)}",
                $"geen antwoord: {Dutch.Count(arm.NoReply)}",
                $"nog open: {Dutch.Count(arm.Undecided)}",
                $"aangemeld: {Dutch.Count(arm.Consented)}",
            ],
            [
                $"wachtlijst: {Dutch.Count(arm.WaitingList)}",
                $"voor de start: {Dutch.Count(arm.BeforeStart)}",
                $"toch niet: {Dutch.Count(arm.StoppedBeforeStart + arm.EndedBeforeStart)}",
                $"begonnen: {Dutch.Count(arm.Started)}",
            ],
            [
                $"gestopt: {Dutch.Count(arm.Stopped)}",
                $"beëindigd: {Dutch.Count(arm.Ended)}",
                $"doet mee: {Dutch.Count(arm.Active)}",
                $"afgerond: {Dutch.Count(arm.Completed)}",
            ],
            [$"zonder gegevens: {Dutch.Count(arm.DataWithdrawn)}", $"in de analyse: {Dutch.Count(arm.Analysed)}"],
        ];

    private static int BoxAt(Svg svg, int x, int y, int width, string[] lines, bool arrow)
    {
        var height = HeightOf(lines);
        svg.Rectangle(x, y, width, height, Ink.Paper);
        for (var i = 0; i < lines.Length; i++)
        {
            svg.Text(x + 8, y + 18 + i * Line, lines[i], Anchor.Start, bold: i == 0 && lines.Length > 2);
        }

        if (arrow)
        {
            svg.Line(x + width / 2.0, y + height, x + width / 2.0, y + height + 20, new Stroke(Ink.Line, 2));
        }

        return y + height + 20;
    }

    private static int HeightOf(string[] lines) => lines.Length * Line + 10;

    private static int ColumnHeight(Flow flow) =>
        flow.Arms.Count == 0 ? 0 : flow.Arms.Max(a => Boxes(a, a.Arm + " x").Sum(b => HeightOf(b) + 20)) + 2 * Line;

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

    private static string Description(BeforeTheLot? before, Flow flow, Func<string, string> nameOf) =>
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
                        $"{nameOf(a.Arm)}: {Dutch.Count(a.Drawn)} geloot, {Dutch.Count(a.Invited)} uitgenodigd, {Dutch.Count(a.Consented)} aangemeld, {Dutch.Count(a.Started)} begonnen, {Dutch.Count(a.Analysed)} in de analyse."
                    )
                )
        );
}
