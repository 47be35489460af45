// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>Who may take part, how they are placed, and how they join and leave.</summary>
internal static class Participants
{
    public static IEnumerable<Verdict> AreHouseholdsThatVolunteer(Protocol protocol, DesignRule rule)
    {
        if (
            protocol.Unit is Knowable<UnitKind>.Known { Value: UnitKind.Person }
            && !Excludes(protocol, ExclusionRule.Couple)
        )
        {
            yield return new Verdict.Broken(
                "Het protocol telt en loot personen. Volgens het besluit is een deelnemer een alleenstaande of een gezin; partners kunnen zo in verschillende groepen komen.",
                "Kies 'eenheid: huishouden', of leg vast dat partners dezelfde groep krijgen."
            );
        }

        if (protocol.Unit is Knowable<UnitKind>.Unknown)
        {
            yield return new Verdict.Open("Of personen of huishoudens worden geloot is onbekend.", "Vul 'eenheid' in.");
        }

        if (protocol.Enrolment is not { Voluntary: true })
        {
            yield return new Verdict.Broken(
                "Deelname is niet vrijwillig.",
                "Zet 'vrijwillig: ja' en laat mensen kiezen."
            );
        }
    }

    public static IEnumerable<Verdict> EarningsArmIsClosedToTheYoung(Protocol protocol, DesignRule rule)
    {
        var arms = protocol.Arms.Where(a => GivesEarnings(protocol, a)).Select(a => $"'{a.Name}'").ToList();
        if (arms.Count == 0)
        {
            yield break;
        }

        var age = rule.Numbers["leeftijd"];
        var names = string.Join(" en ", arms);
        if (protocol.Exclusions is not Knowable<IReadOnlyList<ExclusionGround>>.Known { Value: var grounds })
        {
            yield return new Verdict.Open(
                $"De uitsluitingen zijn onbekend; of mensen jonger dan {age} in groep {names} kunnen komen is niet te toetsen.",
                $"Vul de uitsluitingen in, met in elk geval jongeren tot {age} jaar."
            );
        }
        else if (!grounds.Any(g => g.Rule is ExclusionRule.YoungerThan && g.Number >= age))
        {
            yield return new Verdict.Broken(
                $"Mensen jonger dan {age} kunnen in groep {names} komen, maar voor hen mag de vrijlating niet.",
                $"Sluit jongeren tot {age} jaar uit."
            );
        }
    }

    private static bool GivesEarnings(Protocol protocol, Arm arm) =>
        arm.EarningsExemption is not null
        || arm.ChoiceOf.Any(code => protocol.ArmOf(code).EarningsExemption is not null);

    /// <summary>Whether the protocol is known to exclude on this rule.</summary>
    public static bool Excludes(Protocol protocol, ExclusionRule rule) =>
        protocol.Exclusions.Match(grounds => grounds.Any(g => g.Rule == rule), _ => false);

    public static IEnumerable<Verdict> AreDrawn(Protocol protocol, DesignRule rule)
    {
        if (protocol.Draw is not { } draw)
        {
            yield return new Verdict.Broken(
                "Deelnemers worden niet door loting geplaatst.",
                "Beschrijf bij 'loting' hoe wordt geloot."
            );
        }
        else if (draw.Assignment is Knowable<Assignment>.Unknown)
        {
            yield return new Verdict.Open(
                "Deelnemers worden geloot, maar de verdeling over de groepen is onbekend; wie de loting wil narekenen kan dat niet.",
                "Vul bij 'loting' de 'verdeling' in."
            );
        }
    }

    public static IEnumerable<Verdict> ConsentToTheDrawnArm(Protocol protocol, DesignRule rule)
    {
        if (protocol.Enrolment is not { } enrolment)
        {
            yield break;
        }

        if (!enrolment.WrittenConsent)
        {
            yield return new Verdict.Broken(
                "Mensen melden zich niet schriftelijk aan.",
                "Vraag een schriftelijke toestemming."
            );
        }

        if (enrolment.MayChooseOtherArm)
        {
            yield return new Verdict.Broken(
                "Mensen kunnen een andere groep kiezen dan die van hun lot.",
                "Zet 'andere_groep_kiezen: nee'."
            );
        }
    }

    public static IEnumerable<Verdict> LeaveWithoutSanction(Protocol protocol, DesignRule rule)
    {
        switch (protocol.Enrolment?.LeavesWithoutSanction)
        {
            case Knowable<bool>.Known { Value: false }:
                yield return new Verdict.Broken("Wie stopt krijgt een sanctie.", "Laat mensen stoppen zonder sanctie.");
                break;
            case Knowable<bool>.Known:
                yield return new Verdict.Mention(
                    "Stoppen is zonder sanctie. Het ontwerpbesluit kende een plicht om te blijven; de staatssecretaris zei op 14 oktober 2016 dat daar geen sanctie op staat.",
                    "Verwijs in de aanvraag naar die brief."
                );
                break;
            default:
                yield return new Verdict.Open(
                    "Of mensen zonder sanctie kunnen stoppen is onbekend.",
                    "Vul bij 'deelname' in of stoppen zonder sanctie kan."
                );
                break;
        }
    }
}
