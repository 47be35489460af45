// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Planned;

namespace Proeftuin.App.Evaluation.Reading;

/// <summary>Reads an analysis plan as strictly as a protocol. Refuses with every fault, its line and what is expected; a plan that names an arm or outcome the protocol does not have is refused too.</summary>
public static class AnalysisPlanFile
{
    /// <summary>A plan in prose has another ending and cannot be carried out by the program.</summary>
    public static bool IsReadable(string file) => file.EndsWith(".yaml", StringComparison.Ordinal);

    public static Outcome<PlannedAnalysis> Read(string yaml, Protocol protocol) =>
        Read(yaml, protocol.Slug, protocol.Arms, protocol.Outcomes, new YamlReading());

    /// <summary>The same for a protocol that is still being read, giving the caller the keys that were asked for.</summary>
    internal static Outcome<PlannedAnalysis> Read(
        string yaml,
        string slug,
        IReadOnlyList<Arm> arms,
        OutcomeList? outcomes,
        YamlReading reading
    ) => reading.Read(yaml, file => Whole(file, slug, new PlanCodes(arms, outcomes?.Outcomes ?? [])));

    private static PlannedAnalysis Whole(MapReader file, string slug, PlanCodes codes)
    {
        var named = file.Text("analyseplan");
        if (named.Length > 0 && !string.Equals(named, slug, StringComparison.Ordinal))
        {
            file.Wrong("analyseplan", $"Dit plan hoort bij '{named}'.", $"'{slug}', de naam van het protocol.");
        }

        var estimands = file.Sections("schattingen", EstimandOf);
        if (estimands is [not { Whom: Whom.EveryoneDrawn, Lottery: PlannedLottery.Arms }, ..])
        {
            file.Wrong(
                "schattingen",
                "De eerste schatting is niet die van iedereen die geloot is.",
                "als eerste 'wie: iedereen_geloot' met 'loting: groepen'."
            );
        }

        var measured = file.Sections("uitkomsten", o => OutcomeOf(o, codes));
        if (measured.Count > 0 && !measured.Any(o => o.Main))
        {
            file.Wrong("uitkomsten", "Geen uitkomst is hoofduitkomst.", "'hoofd: ja' bij ten minste één uitkomst.");
        }

        return new PlannedAnalysis
        {
            Slug = slug,
            Question = file.Text("vraag"),
            Explanation = file.Text("toelichting"),
            Levels = Levels(file),
            Threshold = file.Knowable("drempel", (f, k) => f.PercentTenths(k) / 1000.0),
            ResearchersModel = file.Knowable("model_van_de_onderzoekers", (f, k) => f.Text(k)),
            Estimands = estimands,
            WhoStopped = file.Choice("wie_stopte", PlanFileWords.Stopped),
            Outcomes = measured,
            NotMeasured = file.SectionsOrNone(
                "niet_meetbaar",
                n => new NotMeasured(codes.Outcome(n, "uitkomst"), n.Text("waarom"))
            ),
            Monthly = file.Has("per_maand")
                ? file.Choices("per_maand", PlanFileWords.Monthly)
                : None(file, "per_maand"),
            Comparisons = file.Sections("vergelijkingen", c => ComparisonOf(c, codes)),
            Correction = file.Choice("correctie", PlanFileWords.Corrections),
            AdjustedFor = file.Choices("kenmerken", PlanFileWords.Traits),
            Subgroups = file.SectionsOrNone("deelgroepen", SubgroupOf),
            SubgroupCorrection = file.Choice("correctie_deelgroepen", PlanFileWords.Corrections),
            Outsiders = file.SectionOrNone("niet_deelnemers", MatchingOf),
            Bounds = file.Choices("ontbrekend", PlanFileWords.Bounds),
            Sensitivities = file.Choices("gevoeligheid", PlanFileWords.Sensitivities),
            Redraws = file.Integer("herhalingen", 99, 100_000),
        };
    }

    private static IReadOnlyList<OutcomeMeasure> None(MapReader file, string key)
    {
        file.TextsOrNone(key);
        return [];
    }

    private static IReadOnlyList<double> Levels(MapReader file)
    {
        var levels = file.Texts("niveaus").Select(t => ScalarRules.PercentTenths(t)).ToList();
        if (levels.Exists(l => l is not (> 0 and < 1000)) || levels.Distinct().Count() < levels.Count)
        {
            file.Wrong(
                "niveaus",
                "Een niveau is geen percentage tussen 0% en 100%, of staat er twee keer.",
                "bijvoorbeeld [95%, 90%]; met het eerste wordt geoordeeld."
            );
        }

        return levels.Count == 0 ? [0.95] : [.. levels.Select(l => (l ?? 950) / 1000.0)];
    }

    private static Estimand EstimandOf(MapReader e)
    {
        var whom = e.Choice("wie", PlanFileWords.Whom);
        if (whom is Whom.Participants or Whom.ParticipantsWhoDidNotStop)
        {
            e.NotHere("wie begon is niet door een loting bepaald.", "laat 'loting' weg.", "loting");
            return new(e.Text("code"), whom, PlannedLottery.Arms, e.TextOrNone("bron"));
        }

        var lottery = e.Choice("loting", PlanFileWords.Lotteries);
        if (whom is Whom.EffectOfTakingPart && lottery is PlannedLottery.Places)
        {
            e.Wrong("loting", "Het effect van meedoen wordt geschat met de loting over de groepen.", "groepen.");
        }

        return new(e.Text("code"), whom, lottery, e.TextOrNone("bron"));
    }

    private static PlannedOutcome OutcomeOf(MapReader o, PlanCodes codes) =>
        new(
            codes.Outcome(o, "uitkomst"),
            o.Choice("meting", PlanFileWords.Measures),
            o.YesNoOr("hoofd", false),
            o.TextOrNone("bron")
        );

    private static PlannedComparison ComparisonOf(MapReader c, PlanCodes codes)
    {
        var (arms, against) = (codes.Arms(c, "groepen"), codes.Arms(c, "tegenover"));
        if (arms.Intersect(against, StringComparer.Ordinal).FirstOrDefault() is { } both)
        {
            c.Wrong("tegenover", $"Groep '{both}' staat aan beide kanten.", "een groep aan één kant.");
        }

        return new(c.Text("naam"), arms, against, c.YesNo("samen_corrigeren"));
    }

    private static PlannedSubgroup SubgroupOf(MapReader s)
    {
        var trait = s.Choice("kenmerk", PlanFileWords.Traits);
        if (trait is not (Trait.Age or Trait.BenefitDuration))
        {
            s.NotHere("dit kenmerk is geen getal.", "laat 'grenzen' weg.", "grenzen");
            return new(trait, []);
        }

        var bounds = s.Texts("grenzen").Select(ScalarRules.Integer).ToList();
        if (bounds.Exists(b => b is not (> 0 and < 1000)) || bounds.Zip(bounds.Skip(1)).Any(p => p.First >= p.Second))
        {
            s.Wrong("grenzen", "De grenzen zijn geen oplopende hele getallen.", "bijvoorbeeld [27, 45].");
        }

        return new(trait, [.. bounds.Select(b => b ?? 0)]);
    }

    private static PlannedMatching MatchingOf(MapReader m) =>
        new(
            m.Choices("wie", PlanFileWords.Outsiders),
            m.Choices("koppelen_op", PlanFileWords.Traits),
            m.Integer("per_deelnemer", 1, 10),
            m.PercentTenths("grootste_afstand") / 1000.0
        );
}

/// <summary>The arms and outcomes a plan may name.</summary>
internal sealed class PlanCodes(IReadOnlyList<Arm> arms, IReadOnlyList<MeasuredOutcome> outcomes)
{
    public IReadOnlyList<string> Arms(MapReader section, string key)
    {
        var named = section.Texts(key);
        foreach (var code in named.Where(c => c.Length > 0 && !arms.Any(a => Same(a.Code, c))))
        {
            section.Wrong(key, $"Er is geen groep '{code}'.", OneOf(arms.Select(a => a.Code)));
        }

        if (named.Distinct(StringComparer.Ordinal).Count() < named.Count)
        {
            section.Wrong(key, "Een groep staat hier twee keer.", "elke groep één keer.");
        }

        return named;
    }

    public string Outcome(MapReader section, string key)
    {
        var code = section.Text(key);
        if (code.Length > 0 && !outcomes.Any(o => Same(o.Code, code)))
        {
            section.Wrong(key, $"Het protocol heeft geen uitkomst '{code}'.", OneOf(outcomes.Select(o => o.Code)));
        }

        return code;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private static string OneOf(IEnumerable<string> codes) =>
        string.Create(CultureInfo.InvariantCulture, $"een van: {string.Join(", ", codes)}.");
}
