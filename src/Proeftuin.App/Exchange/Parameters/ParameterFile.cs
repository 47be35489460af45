// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Exchange.Parameters;

/// <summary>
/// Reads one file of parameters/participatiewet: a number of the law through time. Refuses a value without a source, a row that ends
/// before it begins, overlaps, gaps and values that cannot be.
/// </summary>
public static class ParameterFile
{
    /// <summary>The unit as a file writes it; a reader of the page sees euros.</summary>
    public static readonly Words<ParameterUnit> Units = new(
        ("eurocent per maand", ParameterUnit.CentsPerMonth),
        ("eurocent per jaar", ParameterUnit.CentsPerYear),
        ("eurocent", ParameterUnit.Cents),
        ("honderdste procent", ParameterUnit.BasisPoints),
        ("maanden", ParameterUnit.Months),
        ("jaren", ParameterUnit.Years),
        ("weken", ParameterUnit.Weeks),
        ("ja of nee", ParameterUnit.YesOrNo)
    );

    private sealed record Raw(
        string Name,
        string Title,
        ParameterUnit Unit,
        LawArticle Article,
        string? KnownFromUnknown,
        IReadOnlyList<ParameterRow> Rows
    );

    public static Outcome<Parameter> Read(string text) =>
        new YamlReading()
            .Read(text, Whole)
            .Then(raw => Parameter.Of(raw.Name, raw.Title, raw.Unit, raw.Article, raw.KnownFromUnknown, raw.Rows));

    private static Raw Whole(MapReader file)
    {
        var name = file.Text("parameter");
        var title = file.Text("naam");
        var unit = file.Choice("eenheid", Units);
        var article = new LawArticle(file.Text("artikel"), file.Text("wet"), file.Text("artikel_nummer"));
        var known = file.Knowable("bekend_vanaf", (r, k) => r.Date(k));
        var forAll = known.Match(day => (DateOnly?)day, _ => null);
        var rows = file.Sections("rijen", row => Row(row, unit, article, forAll));
        return new(name, title, unit, article, known.Match(_ => (string?)null, u => $"{u.Source}: {u.Why}"), rows);
    }

    private static ParameterRow Row(MapReader row, ParameterUnit unit, LawArticle article, DateOnly? knownForAll)
    {
        var value = row.Knowable("waarde", (r, k) => (long)r.Integer(k, 0, Most(unit)));
        return new()
        {
            Dated = new(
                value.Match(v => (long?)v, _ => null),
                Validity.Of(row),
                row.DateOrNone("bekend_vanaf") ?? knownForAll,
                new Citation(article.Text, row.Text("bron"))
            ),
            Unknown = value.Match(_ => (string?)null, u => $"{u.Source}: {u.Why}"),
            Confidence = row.Text("zekerheid"),
            Note = row.TextOrNone("opmerking"),
        };
    }

    private static int Most(ParameterUnit unit) =>
        unit switch
        {
            ParameterUnit.CentsPerMonth => 1_000_000,
            ParameterUnit.CentsPerYear or ParameterUnit.Cents => 100_000_000,
            ParameterUnit.BasisPoints => 10_000,
            ParameterUnit.Months => 600,
            ParameterUnit.Years => 120,
            ParameterUnit.Weeks => 600,
            ParameterUnit.YesOrNo => 1,
        };
}
