// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;

namespace Proeftuin.Cli.Evaluation;

/// <summary>The comparisons of a worked-out published table as CSV, all digits, parts of one.</summary>
internal static class CountsReportCsv
{
    public static string Of(CountsReport report)
    {
        var text = new StringBuilder(
            "measure,first,second,randomised,x1,n1,x2,n2,difference,lower,upper,level,p_fisher,p_chi_square\n"
        );
        foreach (var c in report.Comparisons)
        {
            text.AppendJoin(
                    ',',
                    c.Measure is ExitMeasure.Gross ? "gross" : "net",
                    string.Join('+', c.First.Codes),
                    string.Join('+', c.Second.Codes),
                    c.Randomised ? "true" : "false",
                    c.First.Exits.Part,
                    c.First.Exits.Whole,
                    c.Second.Exits.Part,
                    c.Second.Exits.Whole,
                    Number(c.Difference, d => d.Value),
                    Number(c.Difference, d => d.Lower),
                    Number(c.Difference, d => d.Upper),
                    report.Level.ToString("R", CultureInfo.InvariantCulture),
                    Number(c.Fisher, t => t.P),
                    Number(c.ChiSquare, t => t.P)
                )
                .Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Not estimable is an empty cell, as missing values are written in CSV.</summary>
    private static string Number<T>(Outcome<T> outcome, Func<T, double> value) =>
        outcome.Match(v => value(v).ToString("R", CultureInfo.InvariantCulture), _ => "");
}
