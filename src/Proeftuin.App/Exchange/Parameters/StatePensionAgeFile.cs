// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Screening;

namespace Proeftuin.App.Exchange.Parameters;

/// <summary>Reads parameters/aow-leeftijd.yaml. Refuses with every fault and its line; a row that overlaps another with the same day of knowing is a fault.</summary>
public static class StatePensionAgeFile
{
    private enum Exactness
    {
        Exact,
        AtLatest,
    }

    private static readonly Words<Exactness> Days = new(
        ("precies", Exactness.Exact),
        ("uiterlijk", Exactness.AtLatest)
    );

    private static readonly Words<bool> Standing = new(("nu", true), ("vervangen", false));

    /// <summary>The table that travels with the program. A broken file is a broken program, so it throws.</summary>
    public static StatePensionAge Shipped() => Read(ShippedFiles.Text("parameters", "aow-leeftijd.yaml")).OrThrow();

    public static Outcome<StatePensionAge> Read(string text) =>
        new YamlReading().Read(text, Table).Then(StatePensionAge.Of);

    private static IReadOnlyList<StatePensionAgeRow> Table(MapReader file)
    {
        if (!string.Equals(file.Text("parameter"), "aow-leeftijd", StringComparison.Ordinal))
        {
            file.Wrong("parameter", "Dit is een ander parameterbestand.", "'parameter: aow-leeftijd'.");
        }

        file.Text("eenheid");
        var article = file.Text("artikel");
        var seen = new List<StatePensionAgeRow>();
        file.Sections("rijen", row => Row(row, article, seen));
        return seen;
    }

    private static StatePensionAgeRow Row(MapReader row, string article, List<StatePensionAgeRow> seen)
    {
        var from = row.Date("geboren_van");
        var to = row.Date("geboren_tot_en_met");
        if (to < from)
        {
            row.Wrong(
                "geboren_tot_en_met",
                "De laatste geboortedag ligt vóór de eerste.",
                "een dag op of na 'geboren_van'."
            );
        }

        var years = row.Integer("jaren", 65, 75);
        var months = row.Integer("maanden", 0, 11);
        var known = row.Knowable("bekend_vanaf", (r, k) => r.Date(k));
        var exactness = row.ChoiceOrNone("dag", Days);
        if (known.IsKnown != exactness is not null)
        {
            row.Wrong(
                "dag",
                "'dag' hoort bij een bekende dag, en alleen daarbij.",
                "'dag: precies' of 'dag: uiterlijk' naast een datum bij 'bekend_vanaf'."
            );
        }

        row.Choice("geldt", Standing);
        var knownFrom = known.Match(day => day, _ => (DateOnly?)null);
        var read = new StatePensionAgeRow(from, to, years, months, knownFrom, new Citation(article, row.Text("bron")));
        if (seen.Any(r => r.KnownFrom == knownFrom && r.BornFrom <= to && from <= r.BornUpToAndIncluding))
        {
            row.Wrong(
                "geboren_van",
                "Deze geboortedagen staan al in een andere rij met dezelfde dag van weten.",
                "rijen die elkaar niet overlappen."
            );
        }

        seen.Add(read);
        return read;
    }
}
