// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.Cli.Design;

/// <summary>Writes a protocol and its findings as plain lines.</summary>
internal static class ProtocolPrint
{
    public static void Assessment(TextWriter output, Protocol protocol, DesignAssessment assessment)
    {
        Head(output, protocol);
        output.WriteLine($"Getoetst met de regels van {Dutch.Date(assessment.On)}.");
        output.WriteLine();
        output.WriteLine(
            assessment.Findings.Count == 0 ? "Geen bevindingen." : $"Bevindingen ({assessment.Findings.Count}):"
        );
        foreach (var finding in assessment.Findings)
        {
            var open = finding.CannotBeAssessed ? ", niet te toetsen" : "";
            output.WriteLine(
                $"- {DesignRuleFile.Severities.For(finding.Severity)}{open} [{finding.Rule.Id}, {finding.Rule.Article}]"
            );
            output.WriteLine($"  {finding.Sentence}");
            output.WriteLine($"  Wat te doen: {finding.Remedy}");
            output.WriteLine($"  Zekerheid van de regel: {finding.Rule.Confidence}");
        }

        output.WriteLine();
        output.WriteLine($"In orde: {Ids(assessment.Met)}");
        output.WriteLine($"Met de hand te toetsen: {Ids(assessment.ByHand)}");
        output.WriteLine($"Gold niet op die dag: {Ids(assessment.NotInForce)}");
        Unknowns(output, protocol);
    }

    public static void Summary(TextWriter output, Protocol protocol)
    {
        Head(output, protocol);
        output.WriteLine(protocol.Summary);
        output.WriteLine(
            $"Looptijd: {protocol.Run.Match(r => $"{Dutch.Date(r.From)} tot en met {Dutch.Date(r.Before.AddDays(-1))}", u => $"onbekend ({u.Why})")}"
        );
        output.WriteLine("Groepen:");
        foreach (var arm in protocol.Arms)
        {
            output.WriteLine($"- {arm.Code}: {arm.Name} ({ProtocolWords.ArmKinds.For(arm.Kind)})");
        }

        output.WriteLine("Uitsluitingen:");
        foreach (
            var line in protocol.Exclusions.Match(
                g => g.Select(x => $"- {x.Code}: {x.Description} [{x.Citation}]"),
                u => [$"- onbekend ({u.Why})"]
            )
        )
        {
            output.WriteLine(line);
        }

        foreach (var cannot in protocol.NotYetRunnable)
        {
            output.WriteLine($"Nog niet uitvoerbaar: {cannot.What}. {cannot.Why}");
        }

        Unknowns(output, protocol);
    }

    private static void Head(TextWriter output, Protocol protocol)
    {
        output.WriteLine($"{protocol.Name} ({protocol.Slug}), {protocol.Municipalities[0].Name}");
        foreach (var demo in protocol.DemoValues)
        {
            output.WriteLine($"DEMO-AANVULLING op '{demo.Key}': {demo.Note}");
        }

        if (protocol.AnalysisPlan is { } plan)
        {
            output.WriteLine($"Analyseplan: {plan.File}, SHA-256 {plan.Sha256}");
        }
    }

    private static void Unknowns(TextWriter output, Protocol protocol)
    {
        output.WriteLine();
        output.WriteLine($"Onbekend in de bron ({protocol.Unknowns.Count}):");
        foreach (var unknown in protocol.Unknowns)
        {
            output.WriteLine($"- {unknown.Key}: {unknown.Why} ({unknown.Source})");
        }
    }

    private static string Ids(IReadOnlyList<DesignRule> rules) =>
        rules.Count == 0 ? "geen" : string.Join(", ", rules.Select(r => r.Id));
}
