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
}
