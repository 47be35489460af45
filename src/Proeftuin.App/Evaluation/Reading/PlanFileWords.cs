// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Statistics.Multiplicity;

namespace Proeftuin.App.Evaluation.Reading;

/// <summary>The words of an analysis plan.</summary>
internal static class PlanFileWords
{
    public static readonly Words<Core.Evaluation.Planned.Whom> Whom = new(
        ("iedereen_geloot", Core.Evaluation.Planned.Whom.EveryoneDrawn),
        ("begonnen", Core.Evaluation.Planned.Whom.Participants),
        ("begonnen_niet_gestopt", Core.Evaluation.Planned.Whom.ParticipantsWhoDidNotStop),
        ("effect_van_meedoen", Core.Evaluation.Planned.Whom.EffectOfTakingPart)
    );

    public static readonly Words<PlannedLottery> Lotteries = new(
        ("groepen", PlannedLottery.Arms),
        ("plaatsen", PlannedLottery.Places)
    );

    public static readonly Words<WhoStopped> Stopped = new(
        ("telt_mee", WhoStopped.Counts),
        ("uitkomst_ontbreekt", WhoStopped.OutcomeMissing)
    );

    public static readonly Words<OutcomeMeasure> Measures = new(
        ("uitstroom_werk_bruto", OutcomeMeasure.ExitToWorkGross),
        ("uitstroom_werk_netto", OutcomeMeasure.ExitToWorkNet),
        ("niet_meer_in_bijstand", OutcomeMeasure.OffBenefit),
        ("parttime_werk", OutcomeMeasure.PartTimeWork),
        ("parttime_maanden", OutcomeMeasure.PartTimeMonths),
        ("verrekende_inkomsten", OutcomeMeasure.SettledEarnings),
        ("maanden_bijstand", OutcomeMeasure.BenefitMonths),
        ("doel_bepaald", OutcomeMeasure.GoalSet),
        ("kansrijk", OutcomeMeasure.Promising)
    );

    /// <summary>What can be seen of somebody at the end of each month.</summary>
    public static readonly Words<OutcomeMeasure> Monthly = new(
        ("uitstroom_werk_bruto", OutcomeMeasure.ExitToWorkGross),
        ("uitstroom_werk_netto", OutcomeMeasure.ExitToWorkNet),
        ("niet_meer_in_bijstand", OutcomeMeasure.OffBenefit),
        ("parttime_werk", OutcomeMeasure.PartTimeWork),
        ("verrekende_inkomsten", OutcomeMeasure.SettledEarnings)
    );

    public static readonly Words<Correction> Corrections = new(
        ("geen", Correction.None),
        ("bonferroni", Correction.Bonferroni),
        ("holm", Correction.Holm),
        ("hochberg", Correction.Hochberg),
        ("benjamini_hochberg", Correction.BenjaminiHochberg),
        ("benjamini_yekutieli", Correction.BenjaminiYekutieli)
    );

    public static readonly Words<Trait> Traits = new(
        ("leeftijd", Trait.Age),
        ("geslacht", Trait.Sex),
        ("opleiding", Trait.Education),
        ("uitkeringsduur", Trait.BenefitDuration),
        ("afstand_tot_werk", Trait.DistanceToWork)
    );

    public static readonly Words<Outsider> Outsiders = new(
        ("niet_geloot", Outsider.NotDrawn),
        ("geloot_niet_begonnen", Outsider.DrawnNotBegun)
    );

    public static readonly Words<MissingBounds> Bounds = new(
        ("lee", MissingBounds.Lee),
        ("uiterste_grenzen", MissingBounds.WorstCase)
    );

    public static readonly Words<Sensitivity> Sensitivities = new(
        ("kenmerken", Sensitivity.AdjustedForTraits),
        ("eerste_loting", Sensitivity.FirstLotteryOnly),
        ("gestopt_ontbreekt", Sensitivity.StoppedMissing),
        ("ontbrekend_is_nee", Sensitivity.MissingIsNo)
    );
}
