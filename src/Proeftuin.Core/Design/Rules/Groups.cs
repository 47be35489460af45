// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>Which groups an experiment must and may have, and what each must contain.</summary>
internal static class Groups
{
    public static IEnumerable<Verdict> OneControlAndAtMostOneOfEach(Protocol protocol, DesignRule rule)
    {
        var controls = Count(protocol, ArmKind.Control);
        if (controls != 1)
        {
            yield return new Verdict.Broken(
                controls == 0 ? "Er is geen controlegroep." : $"Er zijn {controls} controlegroepen.",
                "Neem precies één controlegroep op."
            );
        }

        foreach (var (kind, name) in Pure)
        {
            if (Count(protocol, kind) is > 1 and var many)
            {
                yield return new Verdict.Broken(
                    $"Er zijn {many} groepen met {name}.",
                    $"Neem ten hoogste één groep met {name} op; een combinatie is een eigen soort."
                );
            }
        }

        var most = rule.Numbers["combinatiegroepen"];
        if (Count(protocol, ArmKind.Combination) is var combinations && combinations > most)
        {
            yield return new Verdict.Broken(
                $"Er zijn {combinations} combinatiegroepen.",
                $"Neem ten hoogste {most} combinatiegroepen op."
            );
        }
    }

    private static readonly IReadOnlyList<(ArmKind, string)> Pure =
    [
        (ArmKind.Exemption, "ontheffing"),
        (ArmKind.Intensive, "intensieve begeleiding"),
        (ArmKind.Earnings, "ruimere vrijlating"),
    ];

    public static IEnumerable<Verdict> ExemptionOnlyBesideIntensive(Protocol protocol, DesignRule rule)
    {
        if (protocol.Has(ArmKind.Exemption) && !protocol.Has(ArmKind.Intensive))
        {
            yield return new Verdict.Broken(
                "Er is een groep met ontheffing, maar geen groep met intensieve begeleiding.",
                "Neem ook een groep met intensieve begeleiding op; alleen dan mag ontheffing."
            );
        }
    }

    public static IEnumerable<Verdict> ExemptionHasContactsInTheFirstYear(Protocol protocol, DesignRule rule)
    {
        int[] moments = [rule.Numbers["eerste_contact_maanden"], rule.Numbers["tweede_contact_maanden"]];
        foreach (var arm in protocol.Arms.Where(a => a.Kind is ArmKind.Exemption || ChoosesExemption(protocol, a)))
        {
            foreach (var months in moments.Where(m => !HasContactAfter(protocol, arm, m)))
            {
                yield return new Verdict.Broken(
                    $"Groep '{arm.Name}' heeft geen contactmoment na {months} maanden.",
                    $"Voeg bij 'contactmomenten' een moment na {months} maanden toe voor deze groep."
                );
            }
        }
    }

    private static bool HasContactAfter(Protocol protocol, Arm arm, int months) =>
        protocol.Contacts.Any(c => c.Arms.Contains(arm.Code, StringComparer.Ordinal) && c.FallsAfter(months));

    private static bool ChoosesExemption(Protocol protocol, Arm arm) =>
        arm.ChoiceOf.Any(code => protocol.ArmOf(code).Kind is ArmKind.Exemption);

    public static IEnumerable<Verdict> IntensiveIsMoreThanUsual(Protocol protocol, DesignRule rule)
    {
        var control = protocol.Arms.FirstOrDefault(a => a.Kind is ArmKind.Control);
        foreach (var arm in protocol.Arms.Where(a => a.Kind is ArmKind.Intensive))
        {
            var intensive = arm.Guidance?.TimesPerYear;
            var usual = control?.Guidance?.TimesPerYear;
            if (
                intensive is not Knowable<int>.Known { Value: var often }
                || usual is not Knowable<int>.Known { Value: var normally }
            )
            {
                yield return new Verdict.Open(
                    $"Of groep '{arm.Name}' veel meer contact heeft dan de controlegroep is niet te toetsen: "
                        + (
                            intensive is Knowable<int>.Known
                                ? "hoe vaak de controlegroep contact heeft staat er niet."
                                : "hoe vaak er contact is staat er niet."
                        ),
                    "Vul bij beide groepen 'begeleiding' met 'keer_per_jaar' in."
                );
            }
            else if (often < normally * rule.Numbers["keer_zo_veel"])
            {
                yield return new Verdict.Broken(
                    $"Groep '{arm.Name}' heeft {often} contacten per jaar, de controlegroep {normally}.",
                    $"Plan ten minste {rule.Numbers["keer_zo_veel"]} keer zo veel contacten, of leg uit waarom dit toch intensiever is."
                );
            }
        }
    }

    public static IEnumerable<Verdict> EarningsExemptionStaysWithinTheDecree(Protocol protocol, DesignRule rule)
    {
        foreach (var arm in protocol.Arms.Where(a => a.EarningsExemption is not null))
        {
            foreach (var verdict in Exemption(protocol, arm, arm.EarningsExemption!, rule))
            {
                yield return verdict;
            }
        }
    }

    private static IEnumerable<Verdict> Exemption(
        Protocol protocol,
        Arm arm,
        EarningsExemption exemption,
        DesignRule rule
    )
    {
        var share = rule.Numbers["procent"];
        if (exemption.ShareTenths > share * 10)
        {
            yield return new Verdict.Broken(
                $"Groep '{arm.Name}' houdt meer dan {share}% van de inkomsten.",
                $"Verlaag 'deel' tot {share}%."
            );
        }

        var cap = new Eur(rule.Numbers["maximum_alleenstaande_centen"]);
        if (exemption.MaximumSingle is Knowable<Eur>.Known { Value: var maximum } && maximum > cap)
        {
            yield return new Verdict.Broken(
                $"Groep '{arm.Name}' heeft een maximum van {maximum}; het besluit noemt {cap} per maand.",
                $"Verlaag 'maximum_alleenstaande' tot {cap}."
            );
        }

        if (
            !Participants.Excludes(protocol, ExclusionRule.Couple)
            && exemption.MaximumCouple is null or Knowable<Eur>.Unknown
        )
        {
            yield return new Verdict.Open(
                $"Gehuwden zijn niet uitgesloten, maar het maximum voor gehuwden in groep '{arm.Name}' is onbekend.",
                "Vul 'maximum_gehuwden' in, of sluit gehuwden uit."
            );
        }

        if (exemption.Months is Knowable<int>.Unknown)
        {
            yield return new Verdict.Open(
                $"Hoelang de vrijlating in groep '{arm.Name}' geldt is onbekend; zij hoort de hele looptijd te gelden.",
                "Vul 'maanden' in."
            );
        }
        else if (
            exemption.Months is Knowable<int>.Known { Value: var months }
            && protocol.Run is Knowable<ExperimentPeriod>.Known { Value: var run }
            && months < ExperimentPeriod.MonthsIn(run.Planned.From, run.Planned.Before!.Value)
        )
        {
            yield return new Verdict.Broken(
                $"De vrijlating in groep '{arm.Name}' geldt {months} maanden, korter dan het experiment.",
                "Laat de vrijlating de hele looptijd gelden."
            );
        }
    }

    public static IEnumerable<Verdict> FreeChoiceIsAReading(Protocol protocol, DesignRule rule) =>
        protocol
            .Arms.Where(a => a.Kind is ArmKind.FreeChoice)
            .Select(arm => new Verdict.Mention(
                $"Groep '{arm.Name}' mag na de loting kiezen. Dat steunt op de lezing dat aselecte toewijzing aan deze groep genoeg is.",
                "Leg deze lezing voor aan het ministerie en bewaar het antwoord bij de aanvraag."
            ));

    public static IEnumerable<Verdict> KeepTheDutyToInform(Protocol protocol, DesignRule rule)
    {
        foreach (var arm in protocol.Arms.Where(a => a.InformationDuty is Duty.Waived))
        {
            yield return new Verdict.Broken(
                $"Groep '{arm.Name}' is ontheven van de inlichtingenplicht.",
                "Zet 'inlichtingenplicht: geldt'. Van artikel 17 kan niet worden afgeweken."
            );
        }

        foreach (var deviation in protocol.Legal.Deviations.Where(d => d.From is ActProvision.Article17))
        {
            yield return new Verdict.Broken(
                $"Het protocol wijkt af van artikel 17: {deviation.What}.",
                "Verwijder deze afwijking."
            );
        }
    }

    private static int Count(Protocol protocol, ArmKind kind) => protocol.Arms.Count(a => a.Kind == kind);
}
