// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design.Reading;

/// <summary>The grounds on which people are excluded, each with its letter, its rule and its article.</summary>
internal static class ExclusionSection
{
    public static IReadOnlyList<ExclusionGround> Read(MapReader file, string key)
    {
        var grounds = file.Sections(key, Ground);
        foreach (
            var code in grounds
                .GroupBy(g => g.Code, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => g.Key)
        )
        {
            file.Wrong(
                key,
                $"De uitsluitingsgrond '{code}' staat er twee keer in.",
                "elke grond één keer, met een eigen letter."
            );
        }

        return grounds;
    }

    private static ExclusionGround Ground(MapReader g)
    {
        var rule = g.Choice("regel", ProtocolWords.Exclusions);
        int? number = null;
        if (rule is ExclusionRule.YoungerThan or ExclusionRule.BenefitShorterThanMonths)
        {
            number = g.Integer("getal", 1, 600);
        }
        else
        {
            g.NotHere("deze regel heeft geen getal nodig.", "laat 'getal' weg.", "getal");
        }

        return new(
            g.Text("code"),
            rule,
            number,
            g.Text("omschrijving"),
            new Citation(g.Text("artikel"), g.Text("bron"))
        );
    }
}
