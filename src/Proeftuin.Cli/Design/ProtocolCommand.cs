// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.Cli.Design;

/// <summary>proeftuin protocol check FILE and protocol show FILE: read a protocol strictly, and say what the design rules find.</summary>
internal static class ProtocolCommand
{
    private static readonly Argument<string> ProtocolArgument = new("PROTOCOL")
    {
        Description = "Een protocolbestand (YAML), of de naam van een meegeleverd protocol zoals groningen-2017.",
    };

    private static readonly Option<string?> OverlayOption = new("--aanvulling")
    {
        Description = "Een bestand met demowaarden voor wat het protocol openlaat.",
    };

    private static readonly Option<bool> DemoOption = new("--demo")
    {
        Description = "Gebruik de meegeleverde demowaarden van dit protocol.",
    };

    private static readonly Option<DateOnly?> DayOption = new("--op")
    {
        Description = "Toets met de regels van deze dag (jjjj-mm-dd); standaard de eerste dag van het experiment.",
    };

    public static Command Create()
    {
        var command = new Command("protocol", "Een protocol controleren of tonen.");
        command.Subcommands.Add(Verb("check", "Lees een protocol streng en toets het aan de ontwerpregels.", Check));
        command.Subcommands.Add(Verb("show", "Toon een protocol in het kort.", Show));
        return command;
    }

    private static Command Verb(string name, string description, Func<ParseResult, Protocol, int> act)
    {
        var verb = new Command(name, description);
        verb.Arguments.Add(ProtocolArgument);
        verb.Options.Add(OverlayOption);
        verb.Options.Add(DemoOption);
        verb.Options.Add(DayOption);
        verb.SetAction(result =>
            TextOf(result)
                .Then(ProtocolFile.Read)
                .Match(
                    protocol => act(result, protocol),
                    why => Refused.Because(why, result.InvocationConfiguration.Error)
                )
        );
        return verb;
    }

    private static Outcome<ProtocolText> TextOf(ParseResult result)
    {
        var named = result.GetRequiredValue(ProtocolArgument);
        return ShippedProtocols.Slugs().Contains(named, StringComparer.Ordinal)
            ? ShippedProtocols.Text(named, result.GetValue(DemoOption))
            : ProtocolOnDisk.Open(named, result.GetValue(OverlayOption));
    }

    private static int Check(ParseResult result, Protocol protocol)
    {
        var output = result.InvocationConfiguration.Output;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var on = result.GetValue(DayOption) ?? DesignRules.DayFor(protocol, today);
        var assessment = DesignRules.Check(protocol, DesignRuleFile.Shipped(), on);
        ProtocolPrint.Assessment(output, protocol, assessment);
        return assessment.Findings.Any(f => f.Severity is Severity.Error) ? ExitCode.Refused : ExitCode.Ok;
    }

    private static int Show(ParseResult result, Protocol protocol)
    {
        ProtocolPrint.Summary(result.InvocationConfiguration.Output, protocol);
        return ExitCode.Ok;
    }
}
