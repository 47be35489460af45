// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using Proeftuin.App.WhatIf;
using Proeftuin.Core;

namespace Proeftuin.Cli.WhatIf;

/// <summary>The outcome of a what-if calculation as text, and per month as CSV in whole cents.</summary>
internal static class WhatIfPrint
{
    public static string Of(WhatIfAnswer answer, bool invented)
    {
        var text = new StringBuilder();
        var month = answer.Asked.AmountsOf;
        text.Append($"{answer.Asked.Title}\n");
        text.Append(
            $"{Dutch.Count(answer.Households)} {(invented ? "verzonnen " : "")}huishoudens, {Dutch.Count(answer.Months)} maanden, met de bedragen van {Dutch.MonthOf(month.Year, month.Number)}.\n\n"
        );
        foreach (var row in answer.Rows)
        {
            text.Append($"{row.Rule.Name}\n");
            foreach (var sentence in WhatIfWords.Sentences(answer, row))
            {
                text.Append($"    {sentence}\n");
            }

            foreach (var type in row.Effect?.ByType ?? [])
            {
                text.Append(
                    $"    {WhatIfWords.Type(type.Type), -24}{Dutch.Count(type.Winners), 9} vooruit {Dutch.Count(type.Losers), 9} achteruit {Dutch.Count(type.Same), 9} gelijk   {type.Extra}\n"
                );
            }

            foreach (var band in row.Effect?.Bands.Where(b => b.Households > 0) ?? [])
            {
                text.Append(
                    $"    per maand {WhatIfWords.Band(band), -40}{Dutch.Count(band.Households), 9} huishoudens\n"
                );
            }

            foreach (var band in WhatIfWords.KeptBands.Where(b => WhatIfWords.KeptIn(row, b) > 0))
            {
                text.Append(
                    $"    van een extra euro {WhatIfWords.Kept(band.Least, band.Most), -31}{Dutch.Count(WhatIfWords.KeptIn(row, band)), 9} maanden met loon\n"
                );
            }

            text.Append('\n');
        }

        text.Append($"{WhatIfAnswer.Behaviour}\n");
        text.Append(
            "Niet meegerekend: toeslagen, belastingen, minimaregelingen, inkomsten die niet uit werk komen, in- en uitstroom.\n"
        );
        if (invented)
        {
            Grounds(text);
        }

        text.Append(
            $"Nagerekend: {Dutch.Count(answer.Checked)} huishoudens per regel, één voor één, tot op de cent gelijk. Er is niets opgeslagen.\n"
        );
        text.Append(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Rekentijd voor {answer.Rows.Count} keer iedereen: {answer.Took.TotalMilliseconds:0} ms.\n"
            )
        );
        return text.ToString();
    }

    public static string Csv(WhatIfAnswer answer)
    {
        var text = new StringBuilder(
            "regel;maand;uitkering_cent;vakantietoeslag_cent;vrijgelaten_cent;huishoudens;personen_met_vrijlating\n"
        );
        foreach (var row in answer.Rows)
        {
            for (var month = 0; month < row.Months.Count; month++)
            {
                var m = row.Months[month];
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{Cell(row.Rule.Name)};{month + 1};{m.Benefit};{m.Holiday};{m.Exempt};{m.Households};{m.Persons}\n"
                );
            }
        }

        return text.ToString();
    }

    private static void Grounds(StringBuilder text)
    {
        var made = WhatIfAssumptionsFile.Shipped;
        text.Append($"\n{made.Warning}\n");
        foreach (var ground in made.Grounds)
        {
            text.Append($"    {ground.What}: {ground.Value} ({ground.Confidence}; {ground.Source})\n");
        }

        text.Append('\n');
    }

    /// <summary>A name in quotes; a first sign that a spreadsheet would calculate with is made harmless.</summary>
    private static string Cell(string name) =>
        $"\"{(name is ['=' or '+' or '-' or '@', ..] ? "'" : "")}{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
