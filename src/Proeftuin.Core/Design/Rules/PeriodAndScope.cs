// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>How long an experiment may run, from what it may deviate, and under which decree.</summary>
internal static class PeriodAndScope
{
    public static IEnumerable<Verdict> TwoYearsAndTwoProvisions(Protocol protocol, DesignRule rule)
    {
        foreach (
            var deviation in protocol.Legal.Deviations.Where(d =>
                d.From is not (ActProvision.Article9Lid1 or ActProvision.Article31Lid2N)
            )
        )
        {
            yield return new Verdict.Broken(
                $"Het protocol wijkt af van meer dan het besluit toestaat: {deviation.What}.",
                "Wijk alleen af van artikel 9 lid 1 en artikel 31 lid 2 onder n."
            );
        }

        if (protocol.Run is not Knowable<ExperimentPeriod>.Known { Value: var run })
        {
            yield return new Verdict.Open(
                "De looptijd is onbekend; of zij binnen de toegestane duur blijft, is niet te toetsen.",
                "Vul de looptijd in."
            );
            yield break;
        }

        var most = rule.Numbers["maanden"];
        var planned = ExperimentPeriod.MonthsIn(run.Planned.From, run.Planned.Before!.Value);
        if (planned > most)
        {
            yield return new Verdict.Broken(
                $"Het experiment duurt {planned} maanden; het besluit staat ten hoogste {most} maanden toe.",
                $"Kort de looptijd in tot {most} maanden."
            );
        }

        if (run.Extension is { } extension)
        {
            foreach (var verdict in Extended(run, extension, rule))
            {
                yield return verdict;
            }
        }
    }

    private static IEnumerable<Verdict> Extended(ExperimentPeriod run, Extension extension, DesignRule rule)
    {
        var most = rule.Numbers["maanden_met_verlenging"];
        var months = ExperimentPeriod.MonthsIn(run.From, extension.Before);
        if (months > most)
        {
            yield return new Verdict.Broken(
                $"Met de verlenging duurt het experiment {months} maanden; ten hoogste {most} is toegestaan.",
                $"Kort de verlenging in tot samen {most} maanden."
            );
        }

        var allowed = rule.Days["verlenging_vanaf"];
        if (extension.AllowedFrom < allowed)
        {
            yield return new Verdict.Broken(
                $"De verlenging rekent vanaf {Dutch.Date(extension.AllowedFrom)}, maar verlengen kan pas sinds {Dutch.Date(allowed)}.",
                "Verleng op grond van de gewijzigde tekst, vanaf de dag waarop die geldt."
            );
        }
    }

    public static IEnumerable<Verdict> WithinTheLifeOfTheDecree(Protocol protocol, DesignRule rule)
    {
        if (protocol.Run is not Knowable<ExperimentPeriod>.Known { Value: var run })
        {
            yield return new Verdict.Open(
                "De looptijd is onbekend; of het besluit dan geldt, is niet te toetsen.",
                "Vul de looptijd in."
            );
            yield break;
        }

        var (begins, ends) = (rule.Days["in_werking"], rule.Days["vervallen"]);
        if (run.From < begins || run.Before > ends)
        {
            yield return new Verdict.Broken(
                $"Het experiment loopt van {Dutch.Date(run.From)} tot {Dutch.Date(run.Before)}; het besluit gold van {Dutch.Date(begins)} tot {Dutch.Date(ends)}.",
                "Kies een looptijd binnen de geldigheid, of een andere grondslag. Voor een nieuw experiment is een nieuw besluit nodig."
            );
        }

        var lastStart = rule.Days["aanwijzen_tot"];
        if (run.From >= lastStart)
        {
            yield return new Verdict.Broken(
                $"De minister kon gemeenten aanwijzen tot {Dutch.Date(lastStart)}; dit experiment begint op {Dutch.Date(run.From)}.",
                "Begin eerder, of kies een andere grondslag."
            );
        }
    }

    public static IEnumerable<Verdict> DeviatesOnlyWhereOpenSince2026(Protocol protocol, DesignRule rule) =>
        protocol
            .Legal.Deviations.Where(d => d.From is ActProvision.Article17 or ActProvision.Other)
            .Select(d => new Verdict.Broken(
                $"Het protocol wijkt af van een artikel dat niet open staat voor experimenten: {d.What}.",
                "Wijk alleen af van de artikelen 6 tot en met 10, artikel 31 lid 2 en paragraaf 7.1."
            ));

    public static IEnumerable<Verdict> AtMostFiveYears(Protocol protocol, DesignRule rule)
    {
        if (protocol.Run is not Knowable<ExperimentPeriod>.Known { Value: var run })
        {
            yield return new Verdict.Open(
                "De looptijd is onbekend; of zij binnen de toegestane duur blijft, is niet te toetsen.",
                "Vul de looptijd in."
            );
        }
        else if (run.Before > run.From.AddYears(rule.Numbers["jaren"]))
        {
            yield return new Verdict.Broken(
                $"Het experiment duurt langer dan {rule.Numbers["jaren"]} jaar.",
                "Kort de looptijd in."
            );
        }
    }
}
