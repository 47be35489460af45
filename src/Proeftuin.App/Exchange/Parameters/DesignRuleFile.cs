// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Exchange.Parameters;

/// <summary>Reads parameters/ontwerpregels.yaml. A rule without a checker must say why it is judged by hand, and a rule with one may not.</summary>
public static class DesignRuleFile
{
    public static readonly Words<Severity> Severities = new(
        ("fout", Severity.Error),
        ("waarschuwing", Severity.Warning),
        ("aandachtspunt", Severity.Attention)
    );

    private static readonly Words<RuleScope> Scopes = new(
        ("experiment_onder_besluit", RuleScope.ExperimentUnderDecree),
        ("project_onder_besluit", RuleScope.ProjectUnderDecree),
        ("loting", RuleScope.Randomised)
    );

    private static readonly Words<bool> Judged = new(("programma", true), ("handmatig", false));

    private sealed record Rules(IReadOnlyList<DesignRule> All);

    private sealed record Named<T>(string Name, T Value);

    /// <summary>The rules that travel with the program. A broken file is a broken program, so it throws.</summary>
    public static IReadOnlyList<DesignRule> Shipped() =>
        Read(ShippedFiles.Text("parameters", "ontwerpregels.yaml")).OrThrow();

    public static Outcome<IReadOnlyList<DesignRule>> Read(string text) =>
        new YamlReading().Read(text, All).Map(r => r.All);

    private static Rules All(MapReader file)
    {
        if (!string.Equals(file.Text("parameter"), "ontwerpregels", StringComparison.Ordinal))
        {
            file.Wrong("parameter", "Dit is een ander parameterbestand.", "'parameter: ontwerpregels'.");
        }

        var rules = file.Sections("regels", Rule);
        foreach (
            var id in rules.GroupBy(r => r.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)
        )
        {
            file.Wrong("regels", $"De regel '{id}' staat er twee keer in.", "elke regel één keer.");
        }

        return new(rules);
    }

    private static DesignRule Rule(MapReader r)
    {
        var id = r.Text("id");
        var byProgram = r.Choice("toetsing", Judged);
        if (byProgram)
        {
            r.NotHere(
                "deze regel wordt door het programma getoetst.",
                "'toetsing: handmatig', of laat dit weg.",
                "waarom_handmatig"
            );
        }

        if (byProgram != DesignRules.CheckedIds.Contains(id, StringComparer.Ordinal))
        {
            r.Wrong(
                "toetsing",
                byProgram
                    ? $"Het programma heeft geen toets voor '{id}'."
                    : $"Het programma heeft een toets voor '{id}'.",
                byProgram ? "'toetsing: handmatig' met de reden." : "'toetsing: programma'."
            );
        }

        return new DesignRule
        {
            Id = id,
            Text = r.Text("tekst"),
            Article = r.Section(
                "artikel",
                n => new Numbering(n.TextOrNone("ontwerp"), n.TextOrNone("gepubliceerd"), n.TextOrNone("geldend"))
            ),
            Scope = r.Choice("voor", Scopes),
            Severity = r.Choice("ernst", Severities),
            Valid = Validity.Of(r),
            ByHand = byProgram ? null : r.Text("waarom_handmatig"),
            Source = r.Text("bron"),
            Confidence = r.Text("zekerheid"),
            Numbers = r.SectionsOrNone("getallen", n => new Named<int>(n.Text("naam"), n.Integer("waarde")))
                .ToDictionary(n => n.Name, n => n.Value, StringComparer.Ordinal),
            Days = r.SectionsOrNone("dagen", n => new Named<DateOnly>(n.Text("naam"), n.Date("dag")))
                .ToDictionary(n => n.Name, n => n.Value, StringComparer.Ordinal),
        };
    }
}
