// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Screening;
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
        var protocol = Text(result).Then(ProtocolFile.Read);
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

    private static Outcome<ProtocolText> Text(ParseResult result)
    {
        var name = result.GetValue(ProtocolName)!;
        if (File.Exists(name))
        {
            var plan = Path.ChangeExtension(name, ".analyseplan.md");
            var overlay = Path.Combine(
                Path.GetDirectoryName(Path.GetFullPath(name))!,
                "overlays",
                Path.GetFileNameWithoutExtension(name) + ".demo.yaml"
            );
            return new ProtocolText(
                File.ReadAllText(name),
                File.Exists(plan) ? File.ReadAllText(plan) : null,
                result.GetValue(Demo) && File.Exists(overlay) ? File.ReadAllText(overlay) : null
            );
        }

        return ShippedProtocols.Slugs().Contains(name, StringComparer.Ordinal)
            ? ShippedProtocols.Text(name, result.GetValue(Demo))
            : new NoSuchProtocol(name);
    }
}

/// <summary>There is no file and no shipped protocol with this name.</summary>
internal sealed record NoSuchProtocol(string Name) : Refusal
{
    public override string Message =>
        $"Het protocol '{Name}' is er niet. Geef een bestand, of een van: {string.Join(", ", ShippedProtocols.Slugs())}.";
}
