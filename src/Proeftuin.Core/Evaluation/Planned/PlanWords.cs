// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Multiplicity;

namespace Proeftuin.Core.Evaluation.Planned;

/// <summary>The parts of a plan in plain Dutch, the same words on a page, in a document and in a list of deviations.</summary>
public static class PlanWords
{
    public static string Levels(IReadOnlyList<double> levels) => string.Join(" en ", levels.Select(DutchFigures.Level));

    public static string Of(Estimand estimand) =>
        estimand.Lottery is PlannedLottery.Places
            ? $"{Of(estimand.Whom)}, door de loting om plaatsen"
            : Of(estimand.Whom);

    public static string Of(Whom whom) =>
        whom switch
        {
            Whom.EveryoneDrawn => "iedereen die geloot is",
            Whom.Participants => "wie begon",
            Whom.ParticipantsWhoDidNotStop => "wie begon en niet stopte",
            Whom.EffectOfTakingPart => "het effect van meedoen op wie door het lot meedoet",
        };

    public static string Of(WhoStopped stopped) =>
        stopped switch
        {
            WhoStopped.Counts => "wie stopte telt mee",
            WhoStopped.OutcomeMissing => "van wie stopte ontbreekt de uitkomst",
        };

    public static string Of(OutcomeMeasure measure) =>
        measure switch
        {
            OutcomeMeasure.ExitToWorkGross => "uitstroom naar werk",
            OutcomeMeasure.ExitToWorkNet => "uitstroom naar werk zonder terugkeer",
            OutcomeMeasure.OffBenefit => "niet meer in de bijstand",
            OutcomeMeasure.PartTimeWork => "parttime werk naast de bijstand",
            OutcomeMeasure.PartTimeMonths => "maanden met verrekende inkomsten",
            OutcomeMeasure.SettledEarnings => "verrekende inkomsten",
            OutcomeMeasure.BenefitMonths => "maanden met bijstand",
            OutcomeMeasure.GoalSet => "een doel bepaald",
            OutcomeMeasure.Promising => "als kansrijk beoordeeld",
        };

    /// <summary>What is counted, in one sentence: the definition of the figure.</summary>
    public static string Definition(OutcomeMeasure measure) =>
        measure switch
        {
            OutcomeMeasure.ExitToWorkGross =>
                "Minstens één keer uit de bijstand gegaan naar werk, ook wie later terugkwam. Ja of nee.",
            OutcomeMeasure.ExitToWorkNet =>
                "Uit de bijstand gegaan naar werk en op de teldatum niet in de bijstand. Ja of nee.",
            OutcomeMeasure.OffBenefit => "Op de teldatum niet in de bijstand, om welke reden ook. Ja of nee.",
            OutcomeMeasure.PartTimeWork =>
                "Minstens één maand met inkomsten die met de bijstand zijn verrekend. Ja of nee.",
            OutcomeMeasure.PartTimeMonths => "Het aantal maanden met inkomsten die met de bijstand zijn verrekend.",
            OutcomeMeasure.SettledEarnings => "Alle inkomsten die met de bijstand zijn verrekend samen, in euro.",
            OutcomeMeasure.BenefitMonths => "Het aantal maanden met bijstand.",
            OutcomeMeasure.GoalSet => "Een deelnemer voor wie een doel is bepaald. Ja of nee.",
            OutcomeMeasure.Promising => "Een deelnemer die bij de laatste beoordeling kansrijk was. Ja of nee.",
        };

    public static string Of(Trait trait) =>
        trait switch
        {
            Trait.Age => "leeftijd",
            Trait.Sex => "geslacht",
            Trait.Education => "opleiding",
            Trait.BenefitDuration => "uitkeringsduur",
            Trait.DistanceToWork => "afstand tot werk",
        };

    public static string Of(PlannedSubgroup subgroup) =>
        subgroup.Bounds.Count == 0
            ? Of(subgroup.Trait)
            : $"{Of(subgroup.Trait)} ({string.Join(", ", subgroup.Bounds.Select(b => Dutch.Count(b)))})";

    public static string Of(Outsider outsider) =>
        outsider switch
        {
            Outsider.NotDrawn => "niet geloot",
            Outsider.DrawnNotBegun => "geloot en niet begonnen",
        };

    public static string Of(PlannedMatching matching) =>
        $"{string.Join(" en ", matching.Who.Select(Of))}, gekoppeld op {string.Join(", ", matching.On.Select(Of))}, {Dutch.Count(matching.PerParticipant)} per deelnemer, hoogstens {matching.Farthest.ToString("0.##", Dutch.Numbers)} standaarddeviatie uiteen";

    public static string Of(MissingBounds bounds) =>
        bounds switch
        {
            MissingBounds.Lee => "grenzen van Lee",
            MissingBounds.WorstCase => "uiterste grenzen",
        };

    public static string Of(Sensitivity sensitivity) =>
        sensitivity switch
        {
            Sensitivity.AdjustedForTraits => "gecorrigeerd voor kenmerken",
            Sensitivity.FirstLotteryOnly => "alleen de eerste loting",
            Sensitivity.StoppedMissing => "van wie stopte ontbreekt de uitkomst",
            Sensitivity.MissingIsNo => "een ontbrekende uitkomst telt als nee",
        };

    public static string Of(Correction correction) =>
        correction switch
        {
            Correction.None => "geen correctie",
            Correction.Bonferroni => "Bonferroni",
            Correction.Holm => "Holm",
            Correction.Hochberg => "Hochberg",
            Correction.Hommel => "Hommel",
            Correction.BenjaminiHochberg => "Benjamini-Hochberg",
            Correction.BenjaminiYekutieli => "Benjamini-Yekutieli",
            Correction.Sidak => "Šidák",
            Correction.HolmSidak => "Holm-Šidák",
        };
}
