// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Screening;
using Proeftuin.Cli.Design;
using Proeftuin.Cli.Register;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Screening;

namespace Proeftuin.Cli.Screening;

/// <summary>proeftuin screen --protocol FILE --register FILE --on DATE: screens a delivery on this machine, without a database.</summary>
internal static class ScreenCommand
{
    private static readonly Option<string> ProtocolName = new("--protocol")
    {
        Description = "het protocolbestand (YAML), of de naam van een meegeleverd protocol",
        HelpName = "PROTOCOL",
        Required = true,
    };

    private static readonly Option<FileInfo> RegisterFile = new("--register")
    {
        Description = "het register, CSV of XLSX",
        HelpName = "BESTAND",
        Required = true,
    };

    private static readonly Option<DateOnly> On = new("--on")
    {
        Description = "de peildatum van de screening, jjjj-mm-dd",
        HelpName = "DATUM",
        Required = true,
    };

    private static readonly Option<DateOnly?> KnownOn = new("--known-on")
    {
        Description = "wat op deze dag bekend was over de AOW-leeftijd (anders de peildatum)",
        HelpName = "DATUM",
    };

    private static readonly Option<DateOnly?> RegisterDate = new("--register-date")
    {
        Description = "de peildatum van het register zelf (anders die van de screening)",
        HelpName = "DATUM",
    };

    private static readonly Option<string?> Household = new("--household")
    {
        Description = "leg één huishouden uit",
        HelpName = "NUMMER",
    };

    private static readonly Option<bool> Demo = new("--demo")
    {
        Description = "gebruik de meegeleverde, verzonnen waarden voor wat het protocol openlaat",
    };

    public static Command Create()
    {
        var command = new Command(
            "screen",
            "Wie hoort tot de doelgroep? Screen een register met een protocol, zonder database."
        )
        {
            ProtocolName,
            RegisterFile,
            On,
            KnownOn,
            RegisterDate,
            Household,
            Demo,
        };
        command.SetAction((result, _) => Screen(result));
        return command;
    }

    private static async Task<int> Screen(ParseResult result)
    {
        var error = result.InvocationConfiguration.Error;
        var file = result.GetValue(RegisterFile)!;
        if (!file.Exists)
        {
            await error.WriteLineAsync($"Het bestand {file.Name} is er niet.");
            return ExitCode.Refused;
        }

        var on = result.GetValue(On);
        var knownOn = result.GetValue(KnownOn) ?? on;
        var protocol = NamedProtocol
            .Text(result.GetValue(ProtocolName)!, result.GetValue(Demo))
            .Then(ProtocolFile.Read);
        var rules = protocol.Then(p => ProtocolRules.Of(p, knownOn));
        if (!rules.IsDone)
        {
            return Refused.Because(rules.Why, error);
        }

        var registerDate = result.GetValue(RegisterDate) ?? on;
        var names = protocol.OrThrow().Municipalities.Select(m => m.Name).ToList();
        var reading = await Delivery.Read(file, registerDate, names, error);
        if (!reading.Defects.IsEmpty)
        {
            return Delivery.Print(reading, error);
        }

        return RegisterSnapshot
            .Of(registerDate, reading)
            .Then(register =>
                RegisterScreening.Of(rules.OrThrow(), register, on, StatePensionAgeFile.Shipped(), knownOn)
            )
            .Match(
                screened =>
                    ScreeningPrint.Write(
                        protocol.OrThrow(),
                        screened,
                        result.GetValue(Household),
                        result.InvocationConfiguration
                    ),
                why => Refused.Because(why, error)
            );
    }
}
