// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design.Reading;

/// <summary>How lots are drawn. Options that cannot have an effect together are refused.</summary>
internal static class DrawSection
{
    /// <summary>More than everybody on assistance in the country.</summary>
    private const int MostUnits = 1_000_000;

    private const int MostWeight = 1_000;

    private const int MostArms = 100;

    public static DrawDesign? ReadOrNone(MapReader file, bool drawn, Codes codes)
    {
        if (drawn)
        {
            return file.Section("loting", l => Read(l, codes));
        }

        file.NotHere(
            "in dit soort project wordt niet geloot.",
            "laat 'loting' weg, of kies een andere 'soort'.",
            "loting"
        );
        return null;
    }

    private static DrawDesign Read(MapReader l, Codes codes)
    {
        var population = l.Knowable("doelgroep", (r, k) => r.Integer(k, 1));
        var sample = l.KnowableOrNone("steekproef", (r, k) => r.Integer(k, 1));
        var assignment = l.Knowable("verdeling", (r, k) => r.Section(k, v => AssignmentOf(v, codes)))!;
        CheckSizes(l, population, sample, assignment);
        return new DrawDesign
        {
            Population = population,
            Sample = sample,
            Assignment = assignment,
            Strata = StrataOf(l),
            PlacesLotteries = l.SectionsOrNone("bij_te_veel_aanmeldingen", p => LotteryOf(p, codes, assignment)),
            Cohorts = l.SectionOrNone("maandgroepen", CohortsOf),
            Consent = l.Choice("aanmelden", ProtocolWords.Consents),
            ConductedBy = l.Text("uitgevoerd_door"),
            Source = l.TextOrNone("bron"),
        };
    }

    private static Assignment AssignmentOf(MapReader v, Codes codes)
    {
        var bySize = v.Has("aantallen");
        if (bySize)
        {
            v.NotHere("er staan al aantallen.", "óf 'aantallen', óf 'gewichten'.", "gewichten");
        }

        var key = bySize ? "aantallen" : "gewichten";
        var shares = v.Sections(
            key,
            s => new ArmShare(
                codes.KnownOne(s, "groep"),
                s.Integer(bySize ? "aantal" : "gewicht", 1, bySize ? MostUnits : MostWeight)
            )
        );
        if (shares.Count > MostArms)
        {
            v.Wrong(key, $"Er staan {shares.Count} groepen in de verdeling.", $"ten hoogste {MostArms} groepen.");
            return new Assignment.ByWeight([]);
        }

        foreach (
            var twice in shares.GroupBy(s => s.Arm, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)
        )
        {
            v.Wrong(key, $"Groep '{twice}' staat twee keer in de verdeling.", "elke groep één keer.");
        }

        foreach (
            var arm in codes.All.Where(a =>
                a.TakesPart && !shares.Any(s => string.Equals(s.Arm, a.Code, StringComparison.Ordinal))
            )
        )
        {
            v.Wrong(
                key,
                $"Groep '{arm.Code}' doet mee maar staat niet in de verdeling.",
                $"een regel voor '{arm.Code}'."
            );
        }

        if (!bySize)
        {
            return new Assignment.ByWeight(shares);
        }

        return new Assignment.BySize(shares);
    }

    private static void CheckSizes(
        MapReader l,
        Knowable<int> population,
        Knowable<int>? sample,
        Knowable<Assignment> assignment
    )
    {
        var inTarget = population.Match(n => n, _ => int.MaxValue);
        if (sample is Knowable<int>.Known { Value: var k } && k > inTarget)
        {
            l.Wrong(
                "steekproef",
                $"De steekproef ({Dutch.Count(k)}) is groter dan de doelgroep ({Dutch.Count(inTarget)}).",
                "een steekproef die in de doelgroep past."
            );
        }

        if (assignment is not Knowable<Assignment>.Known { Value: Assignment.BySize sizes })
        {
            return;
        }

        if (sample is Knowable<int>.Known { Value: var drawn } && sizes.Total != drawn)
        {
            l.Wrong(
                "verdeling",
                $"De aantallen tellen op tot {Dutch.Count(sizes.Total)}, maar de steekproef is {Dutch.Count(drawn)}.",
                "aantallen die samen de steekproef zijn."
            );
        }
        else if (sizes.Total > inTarget)
        {
            l.Wrong(
                "verdeling",
                $"De aantallen tellen op tot {Dutch.Count(sizes.Total)}, meer dan de doelgroep ({Dutch.Count(inTarget)}).",
                "aantallen die in de doelgroep passen."
            );
        }
    }

    private static Knowable<IReadOnlyList<string>> StrataOf(MapReader l)
    {
        var stratified = l.Knowable("gestratificeerd", (r, k) => r.YesNo(k));
        if (stratified is Knowable<bool>.Known { Value: true })
        {
            return stratified.Map(_ => l.Texts("strata"));
        }

        l.NotHere("er wordt niet gestratificeerd.", "'gestratificeerd: ja', of laat 'strata' weg.", "strata");
        return stratified.Map<IReadOnlyList<string>>(_ => []);
    }

    private static PlacesLottery LotteryOf(MapReader p, Codes codes, Knowable<Assignment> assignment)
    {
        var lottery = new PlacesLottery(codes.KnownOne(p, "groep"), p.Integer("ten_hoogste", 1));
        if (codes.Find(lottery.Arm) is { Approached: false })
        {
            p.Wrong(
                "groep",
                $"Groep '{lottery.Arm}' wordt niet benaderd, dus niemand meldt zich aan.",
                "een groep met 'benaderen: ja'."
            );
        }

        if (
            assignment is Knowable<Assignment>.Known { Value: Assignment.BySize sizes }
            && sizes.Sizes.FirstOrDefault(s => string.Equals(s.Arm, lottery.Arm, StringComparison.Ordinal)) is { } share
            && lottery.Maximum >= share.Number
        )
        {
            p.Wrong(
                "ten_hoogste",
                $"Een grens van {Dutch.Count(lottery.Maximum)} heeft geen effect: er zijn {Dutch.Count(share.Number)} mensen in groep '{lottery.Arm}' geloot.",
                $"een getal onder {Dutch.Count(share.Number)}."
            );
        }

        return lottery;
    }

    private static MonthlyCohorts CohortsOf(MapReader m)
    {
        var first = m.Knowable("eerste_maand", (r, k) => r.Month(k));
        var last = m.Knowable("laatste_maand", (r, k) => r.Month(k));
        if (
            first is Knowable<Month>.Known { Value: var from }
            && last is Knowable<Month>.Known { Value: var to }
            && to < from
        )
        {
            m.Wrong("laatste_maand", "De laatste maand ligt vóór de eerste.", "een maand op of na 'eerste_maand'.");
        }

        return new(first, last, m.Text("omschrijving"));
    }
}
