// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Proeftuin.Core;
using Proeftuin.Core.Evaluation;

namespace Proeftuin.Cli.Evaluation;

/// <summary>A worked-out published table for a person at a terminal.</summary>
internal static class CountsReportText
{
    public static string Of(CountsReport report)
    {
        var text = new StringBuilder();
        Section(text, "Uitstroom naar werk per groep", Exits(report));
        if (report.Rows.Any(r => r.Group.Started is not null))
        {
            Section(text, "Deelnemers", Participants(report));
        }

        Section(text, "Wat u eerst moet weten", Lines(report.Remarks.Select(r => r.Message)));
        foreach (var measure in Enum.GetValues<ExitMeasure>())
        {
            var comparisons = report.Comparisons.Where(c => c.Measure == measure).ToList();
            Section(text, $"Verschillen: {DutchFigures.Name(measure)}", Differences(report, comparisons));
            Section(text, "In woorden", Lines(comparisons.Select(Sentences.Of)));
            Section(
                text,
                "Alle gelote groepen in één toets",
                Together(report.Omnibus.Single(o => o.Measure == measure))
            );
            if (report.Bounds.Any(b => b.Measure == measure))
            {
                Section(text, "Als de uitkomst van wie stopte bekend was (uiterste grenzen)", Bounds(report, measure));
            }
        }

        if (report.Claims.Count > 0)
        {
            Section(text, "Het rapport naast zijn eigen aantallen", Claims(report));
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, string body) =>
        text.Append(title).Append('\n').Append(new string('=', title.Length)).Append('\n').Append(body).Append('\n');

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => $"- {l}\n"));

    private static string Exits(CountsReport report)
    {
        var table = new TextTable("code", "groep", "n", "bruto", "%", "interval", "netto", "%", "interval");
        foreach (var row in report.Rows)
        {
            table.Add(
                row.Group.Code,
                row.Group.Name + (row.Group.Randomised ? "" : " (niet geloot)"),
                Dutch.Count(row.Group.Size),
                Dutch.Count(row.Group.Gross),
                row.Gross.ToString(),
                Range(row.GrossSpread),
                Dutch.Count(row.Group.Net),
                row.Net.ToString(),
                Range(row.NetSpread)
            );
        }

        return table.ToString();
    }

    private static string Range(Spread spread) =>
        $"{DutchFigures.Points(spread.Lower)} - {DutchFigures.Points(spread.Upper)}";

    private static string Participants(CountsReport report)
    {
        var table = new TextTable("groep", "gestart", "gestopt", "uitgestroomd", "nog in de bijstand");
        foreach (var group in report.Rows.Select(r => r.Group).Where(g => g.Started is not null))
        {
            table.Add(
                group.Name,
                Known(group.Started),
                Known(group.Stopped),
                Known(group.ExitedAll),
                Known(group.OnBenefitAtEnd)
            );
        }

        return table.ToString();
    }

    private static string Known(long? count) => count is { } n ? Dutch.Count(n) : "onbekend";

    private static string Differences(CountsReport report, IReadOnlyList<Comparison> comparisons)
    {
        var table = new TextTable(
            "groep",
            "tegenover",
            "",
            "verschil",
            $"{DutchFigures.Level(report.Level)}-interval",
            "p Fisher",
            "p chi-kwadraat"
        );
        foreach (var c in comparisons)
        {
            table.Add(
                c.First.Name,
                c.Second.Name,
                c.Randomised ? "geloot" : "niet geloot",
                c.Difference.Match(d => DutchFigures.Points(d.Value), _ => "niet te berekenen"),
                c.Difference.Match(d => $"{DutchFigures.Points(d.Lower)} tot {DutchFigures.Points(d.Upper)}", _ => ""),
                P(c.Fisher),
                P(c.ChiSquare)
            );
        }

        return table + "Verschil en interval in procentpunt; interval volgens Newcombe.\n";
    }

    private static string Together(AllGroups all) =>
        $"chi-kwadraat p = {P(all.ChiSquare)}; exact (Fisher-Freeman-Halton) p = {P(all.Exact)}\n";

    private static string P(Outcome<Significance> test) => test.Match(t => DutchFigures.P(t.P), why => why[0].Message);

    private static string Bounds(CountsReport report, ExitMeasure measure)
    {
        var table = new TextTable(
            "groep",
            "tegenover",
            "laagste",
            "hoogste",
            $"{DutchFigures.Level(report.Level)}-interval"
        );
        foreach (var b in report.Bounds.Where(b => b.Measure == measure))
        {
            table.Add(
                b.Arm,
                b.Control,
                b.Bounds.Match(x => DutchFigures.Points(x.Lower), why => why[0].Message),
                b.Bounds.Match(x => DutchFigures.Points(x.Upper), _ => ""),
                b.Bounds.Match(
                    x => $"{DutchFigures.Points(x.IntervalLower)} tot {DutchFigures.Points(x.IntervalUpper)}",
                    _ => ""
                )
            );
        }

        return table.ToString();
    }

    private static string Claims(CountsReport report)
    {
        var wrong = report.Contradictions.ToList();
        var right = report.Claims.Count - wrong.Count;
        var summary = $"{right} van de {report.Claims.Count} nagerekende getallen kloppen.\n";
        return wrong.Count == 0 ? summary : summary + "Deze niet:\n" + Lines(wrong.Select(c => c.Message));
    }
}
