// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>The request to the minister and the reports to the ministry.</summary>
internal static class Procedure
{
    public static IEnumerable<Verdict> ApplicationIsComplete(Protocol protocol, DesignRule rule)
    {
        if (protocol.Legal.Application is not { } application)
        {
            yield return new Verdict.Broken(
                "Het protocol noemt geen aanvraag bij de minister.",
                "Vul bij 'grondslag' een 'aanvraag' in."
            );
            yield break;
        }

        string[] open =
        [
            .. application.Submitted.IsKnown ? Array.Empty<string>() : ["de dag van indienen"],
            .. application.Form.IsKnown ? Array.Empty<string>() : ["het formulier"],
            .. application.Lead.IsKnown || protocol.Municipalities.Count == 1
                ? Array.Empty<string>()
                : ["de penvoerder"],
        ];
        if (open.Length > 0)
        {
            yield return new Verdict.Open(
                $"Van de aanvraag is onbekend: {string.Join(", ", open)}.",
                "Vul dit bij 'aanvraag' aan, en bewaar de aanvraag zelf."
            );
        }

        var first = rule.Days["koplopers_vanaf"];
        if (application.Submitted is Knowable<DateOnly>.Known { Value: var day } && day < first)
        {
            yield return new Verdict.Broken(
                $"De aanvraag is van {Dutch.Date(day)}; aanvragen kon vanaf {Dutch.Date(first)}.",
                "Dien de aanvraag in vanaf die dag."
            );
        }
    }

    public static IEnumerable<Verdict> AtMostSevenMunicipalities(Protocol protocol, DesignRule rule)
    {
        var most = rule.Numbers["gemeenten"];
        if (protocol.Municipalities.Count > most)
        {
            yield return new Verdict.Broken(
                $"{protocol.Municipalities.Count} gemeenten doen samen mee; ten hoogste {most} mag.",
                "Splits de aanvraag."
            );
        }
    }

    public static IEnumerable<Verdict> ReportsEveryHalfYear(Protocol protocol, DesignRule rule)
    {
        if (protocol.Run is not Knowable<ExperimentPeriod>.Known { Value: var run })
        {
            yield return new Verdict.Open(
                "De looptijd is onbekend; of er elk halfjaar een rapportage is, is niet te toetsen.",
                "Vul de looptijd in."
            );
            yield break;
        }

        var toMinistry = protocol.Reports.Where(r => r.For.Contains(Audience.Ministry)).ToList();
        var missing = HalfYears(run, rule.Numbers["elke_maanden"])
            .Where(due => !toMinistry.Any(r => IsAround(r, due, rule.Numbers["speling_maanden"])))
            .ToList();
        if (missing.Count > 0)
        {
            yield return new Verdict.Broken(
                $"Het protocol noemt geen rapportage aan het ministerie rond {string.Join(", ", missing.Select(Dutch.Date))}.",
                "Plan de halfjaarlijkse rapportages aan SZW, of noem bij 'voor' dat een verslag ook naar het ministerie ging."
            );
        }

        if (!toMinistry.Any(r => r.Final))
        {
            yield return new Verdict.Broken(
                "Het protocol noemt geen eindrapport aan het ministerie.",
                "Plan een eindrapport aan SZW."
            );
        }
    }

    /// <summary>Half-yearly days from the start, the last one before the end: the final report closes the series.</summary>
    private static IEnumerable<DateOnly> HalfYears(ExperimentPeriod run, int every)
    {
        for (var due = run.From.AddMonths(every); due < run.Planned.Before; due = due.AddMonths(every))
        {
            yield return due;
        }
    }

    private static bool IsAround(Report report, DateOnly due, int months) =>
        report.Due is Knowable<PlannedDay>.Known { Value: var planned }
        && planned.Day >= due.AddMonths(-months)
        && planned.Day <= due.AddMonths(months);
}
