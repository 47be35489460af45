// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design.Reading;

/// <summary>The Dutch words a protocol file uses for each choice. Pages use the same words, so that file and screen agree.</summary>
public static class ProtocolWords
{
    public static readonly Words<ProjectKind> Kinds = new(
        ("geloot_experiment_onder_besluit", ProjectKind.RandomisedUnderDecree),
        ("geloot_experiment_binnen_de_wet", ProjectKind.RandomisedWithinTheAct),
        ("instrumenten", ProjectKind.Instruments),
        ("verkenning", ProjectKind.Exploration)
    );

    public static readonly Words<UnitKind> Units = new(
        ("huishouden", UnitKind.Household),
        ("persoon", UnitKind.Person)
    );

    public static readonly Words<Regime> Regimes = new(
        ("tijdelijk_besluit_2017", Regime.Decree2017),
        ("binnen_de_wet", Regime.WithinTheAct)
    );

    public static readonly Words<ActProvision> Provisions = new(
        ("artikel_9_lid_1", ActProvision.Article9Lid1),
        ("artikel_31_lid_2_n", ActProvision.Article31Lid2N),
        ("artikel_17", ActProvision.Article17),
        ("overig_open_sinds_2026", ActProvision.OtherOpenSince2026),
        ("ander_artikel", ActProvision.Other)
    );

    public static readonly Words<ArmKind> ArmKinds = new(
        ("ontheffing", ArmKind.Exemption),
        ("intensivering", ArmKind.Intensive),
        ("vrijlating", ArmKind.Earnings),
        ("combinatie", ArmKind.Combination),
        ("vrije_keuze", ArmKind.FreeChoice),
        ("controle", ArmKind.Control),
        ("referentie", ArmKind.Reference),
        ("eigen_regie_binnen_de_wet", ArmKind.OwnDirectionWithinTheAct),
        ("instrument", ArmKind.Instrument)
    );

    public static readonly Words<ChoiceChange> ChoiceChanges = new(
        ("voor_de_start", ChoiceChange.BeforeStart),
        ("altijd", ChoiceChange.Always),
        ("nooit", ChoiceChange.Never)
    );

    public static readonly Words<Duty> Duties = new(
        ("geldt", Duty.Holds),
        ("ontheven", Duty.Waived),
        ("geldt_met_ruimte", Duty.HoldsWithRoom)
    );

    public static readonly Words<ExclusionRule> Exclusions = new(
        ("jonger_dan_jaar", ExclusionRule.YoungerThan),
        ("gehuwden", ExclusionRule.Couple),
        ("bbz", ExclusionRule.Bbz),
        ("wsnp", ExclusionRule.Wsnp),
        ("uitkering_korter_dan_maanden", ExclusionRule.BenefitShorterThanMonths),
        ("ontheffing_9_lid_2", ExclusionRule.ExemptArticle9Lid2),
        ("ontheffing_9_lid_5", ExclusionRule.ExemptArticle9Lid5),
        ("ontheffing_9a", ExclusionRule.ExemptArticle9a),
        ("inrichting", ExclusionRule.Institution),
        ("bereikt_aow_leeftijd", ExclusionRule.ReachesStatePensionAge)
    );

    public static readonly Words<ConsentMoment> Consents = new(
        ("na_loting", ConsentMoment.AfterTheLot),
        ("voor_loting", ConsentMoment.BeforeTheLot)
    );

    public static readonly Words<Measured> Measured = new(
        ("deelnemers", Core.Design.Measured.Participants),
        ("klantmanagers", Core.Design.Measured.CaseManagers),
        ("administratie", Core.Design.Measured.Administration)
    );

    public static readonly Words<OutcomeArea> Areas = new(
        ("werk", OutcomeArea.Work),
        ("participatie", OutcomeArea.Participation),
        ("welbevinden", OutcomeArea.WellBeing),
        ("dienstverlening", OutcomeArea.Service),
        ("geld", OutcomeArea.Money)
    );

    public static readonly Words<Audience> Audiences = new(
        ("ministerie", Audience.Ministry),
        ("raad", Audience.Council),
        ("college", Audience.Executive),
        ("openbaar", Audience.Public),
        ("subsidiegever", Audience.Grantor)
    );

    public static readonly Words<FollowedAs> Followed = new(
        ("deelnemer", FollowedAs.Participant),
        ("geen_deelname", FollowedAs.Decliner),
        ("gestopt", FollowedAs.Stopped),
        ("referentie", FollowedAs.Reference)
    );

    public static readonly Words<DayOfWeek> Weekdays = new(
        ("maandag", DayOfWeek.Monday),
        ("dinsdag", DayOfWeek.Tuesday),
        ("woensdag", DayOfWeek.Wednesday),
        ("donderdag", DayOfWeek.Thursday),
        ("vrijdag", DayOfWeek.Friday),
        ("zaterdag", DayOfWeek.Saturday),
        ("zondag", DayOfWeek.Sunday)
    );
}
