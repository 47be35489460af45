// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Settlement.WhatIf;

namespace Proeftuin.App.WhatIf;

/// <summary>The rules of one calculation: a title, the month whose amounts hold all the time, and the rules that are put beside the act.</summary>
public sealed record WhatIfRules(string Title, Month AmountsOf, IReadOnlyList<WhatIfRule> Rules);

/// <summary>Reads rules for <c>proeftuin whatif</c> from a small YAML file. Strict: an unknown key, a wrong word, a name that stands there twice and a rule that cannot be are refused, the first two with their line.</summary>
public static class WhatIfRulesFile
{
    public const int MostRules = 4;

    private static readonly Words<WhatIfArticle> Articles = new(
        ("31", WhatIfArticle.Article31),
        ("34a", WhatIfArticle.Article34a)
    );

    public static readonly Words<WhatIfRestart> Restarts = new(
        ("nooit", WhatIfRestart.Never),
        ("bij_begin", WhatIfRestart.AtStart),
        ("bij_nieuwe_baan", WhatIfRestart.WithNewJob)
    );

    /// <summary>The example that travels with the program.</summary>
    public static string Example => ShippedFiles.Text(Path.Combine("parameters", "wat-als"), "voorbeeld.yaml");

    public static Outcome<WhatIfRules> Read(string text) => new YamlReading().Read(text, Whole).Then(Judge);

    private sealed record Raw(string Title, Month Month, IReadOnlyList<RawRule> Rules);

    private sealed record RawRule(
        string Name,
        WhatIfArticle? Article,
        long? Share,
        Eur? Maximum,
        int? Months,
        int? Age,
        WhatIfRestart Restart
    );

    private static Raw Whole(MapReader file)
    {
        var raw = new Raw(file.Text("wat_als"), file.Month("maand"), file.Sections("regels", Rule));
        if (raw.Rules.Count is 0 or > MostRules)
        {
            file.Wrong("regels", $"Er staan {raw.Rules.Count} regels.", $"één tot en met {MostRules} regels.");
        }

        if (raw.Rules.Select(r => r.Name).Distinct(StringComparer.Ordinal).Count() < raw.Rules.Count)
        {
            file.Wrong("regels", "Twee regels hebben dezelfde naam.", "een eigen naam voor elke regel.");
        }

        return raw;
    }

    private static RawRule Rule(MapReader r)
    {
        var (noMaximum, noEnd) = (r.YesNoOr("zonder_maximum", false), r.YesNoOr("zonder_einde", false));
        if (noMaximum)
        {
            r.NotHere("er is geen maximum.", "geen 'maximum'.", "maximum");
        }

        if (noEnd)
        {
            r.NotHere("er is geen einde.", "geen 'maanden'.", "maanden");
        }

        return new(
            r.Text("naam"),
            r.ChoiceOrNone("artikel", Articles),
            r.Has("percentage") ? r.PercentTenths("percentage") * 10L : Left(r, "percentage"),
            noMaximum ? WhatIfRule.NoMaximum : r.EuroOrNone("maximum"),
            noEnd ? WhatIfRule.NoEnd : r.IntegerOrNone("maanden", 0, WhatIfRule.NoEnd),
            r.IntegerOrNone("leeftijd", 0, 120),
            r.ChoiceOrNone("opnieuw", Restarts) ?? WhatIfRestart.Never
        );
    }

    /// <summary>The key may be left out; asking for it makes it a known key.</summary>
    private static long? Left(MapReader r, string key)
    {
        r.TextOrNone(key);
        return null;
    }

    private static Outcome<WhatIfRules> Judge(Raw raw)
    {
        var rules = new List<WhatIfRule>();
        foreach (var one in raw.Rules)
        {
            var rule = WhatIfRule.Of(one.Name, one.Article, one.Share, one.Maximum, one.Months, one.Age, one.Restart);
            if (!rule.IsDone)
            {
                return new Outcome<WhatIfRules>.Refused(rule.Why);
            }

            rules.Add(rule.OrThrow());
        }

        return new WhatIfRules(raw.Title, raw.Month, rules);
    }
}
