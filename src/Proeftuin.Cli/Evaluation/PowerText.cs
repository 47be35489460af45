// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation.Sizing;

namespace Proeftuin.Cli.Evaluation;

/// <summary>The power of a plan as sentences and tables.</summary>
internal static class PowerText
{
    public static string Of(PowerAnswer answer)
    {
        var table = new TextTable([
            "per groep",
            "kleinste verschil",
            .. answer.Grid[0].Select(p => p.Difference.ToString("0.#", Dutch.Numbers)),
        ]);
        foreach (var (row, size) in answer.Grid.Zip(answer.BySize))
        {
            table.Add([
                Dutch.Count(size.PerGroup),
                size.SmallestDifference.Match(s => s.ToString("0.0", Dutch.Numbers), _ => "geen"),
                .. row.Select(p => p.Power is { } power ? PowerSentences.Percent(power) : "-"),
            ]);
        }

        return string.Join(
                '\n',
                PowerSentences.Of(answer).Append(PowerSentences.OnehundredAgainstSevenhundred(answer.Plan))
            )
            + "\n\nKans om een verschil te vinden, per verschil in procentpunt (twee aandelen, normale benadering, tweezijdig):\n"
            + table;
    }

    public static string Of(PlayDesign.View view)
    {
        var table = new TextTable(["verschil", .. view.Design.Compared.Select(c => c.Arm), "ten minste één"]);
        foreach (var line in view.Played)
        {
            table.Add([
                line.Difference.ToString("0.#", Dutch.Numbers),
                .. line.PerArm.Select(PowerSentences.Percent),
                PowerSentences.Percent(line.AtLeastOne),
            ]);
        }

        return $"\n{view.Name}, {Dutch.Count(view.Played[0].Replicates)} keer nagespeeld per verschil; elke groep tegenover '{view.Design.Control}', toets van Fisher, iedereen in de groep van het lot:\n"
            + table
            + (view.UsesDemoValues ? "Een deel van het ontwerp is verzonnen (demo-aanvulling).\n" : "");
    }

    public static string Of(SweepDesign.View view)
    {
        var grid = view.Grid;
        string Table(Func<PlayedDifference, double> chance)
        {
            var table = new TextTable([
                "keer zo groot",
                "controlegroep",
                .. grid.Differences.Select(d => d.ToString("0.#", Dutch.Numbers)),
            ]);
            foreach (var size in grid.Sizes)
            {
                table.Add([
                    size.Times.ToString("0.##", Dutch.Numbers),
                    Dutch.Count(size.Design.ControlDrawn),
                    .. size.Played.Select(p => PowerSentences.Percent(chance(p))),
                ]);
            }

            return table.ToString();
        }

        return $"\n{view.Name}, elk vak {Dutch.Count(grid.Replicates)} keer nagespeeld; elke groep tegenover '{view.Design.Control}', toets van Fisher, iedereen in de groep van het lot.\n"
            + "Kans om het verschil (in procentpunt) te vinden in de groep waar dat het moeilijkst is:\n"
            + Table(p => p.Smallest)
            + "Kans om ten minste één verschil te vinden:\n"
            + Table(p => p.AtLeastOne)
            + (view.UsesDemoValues ? "Een deel van het ontwerp is verzonnen (demo-aanvulling).\n" : "");
    }
}
