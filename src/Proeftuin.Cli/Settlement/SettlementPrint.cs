// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.Cli.Settlement;

/// <summary>The specification as text: every line with its sentence, article and link, then what needs attention.</summary>
internal static class SettlementPrint
{
    public static string Of(MonthlySettlement settled)
    {
        var text = new StringBuilder();
        text.Append($"Verrekening van {Dutch.MonthOf(settled.Month.Year, settled.Month.Number)}\n\n");
        foreach (var line in settled.Lines)
        {
            text.Append($"{line.What, -56}{line.Amount?.ToString() ?? "", 12}".TrimEnd() + "\n");
            text.Append($"    {line.Sentence}\n");
            if (line.Article is { } article)
            {
                text.Append($"    {article}{(line.Link is null ? "" : $" - {line.Link}")}\n");
            }

            foreach (var used in line.Parameters)
            {
                text.Append(
                    $"    {used.Parameter.Name}: {ParameterWords.Value(used.Parameter.Unit, used.Value)}, {ParameterWords.Days(used.Row.Dated.Valid)}\n"
                );
            }
        }

        text.Append($"\nTe besteden deze maand, zonder vakantiegeld: {settled.ToSpend}\n");
        foreach (var note in settled.Attention)
        {
            text.Append($"Let op: {note.Sentence}\n");
        }

        text.Append("Dit is een berekening. Er is niets opgeslagen en er is geen besluit genomen.\n");
        return text.ToString();
    }
}
