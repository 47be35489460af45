// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Proeftuin.App.Exchange.Register;
using Proeftuin.Core;

namespace Proeftuin.Cli.Register;

/// <summary>proeftuin register check FILE --on DATE: what is wrong with a delivery, without storing anything.</summary>
internal static class CheckRegister
{
    private static readonly Argument<FileInfo> RegisterFile = new("bestand")
    {
        Description = "de levering, CSV of XLSX",
    };

    private static readonly Option<DateOnly?> On = new("--on")
    {
        Description = "de peildatum, jjjj-mm-dd",
        HelpName = "DATUM",
        Required = true,
    };

    private static readonly Option<string[]> Names = Delivery.Municipalities();

    private static readonly Option<FileInfo?> Report = new("--report")
    {
        Description = "schrijf alle meldingen als CSV",
        HelpName = "BESTAND",
    };

    public static Command Create()
    {
        var command = new Command("check", "Controleer een levering; er wordt niets opgeslagen.")
        {
            RegisterFile,
            On,
            Names,
            Report,
        };
        command.SetAction((result, _) => Check(result));
        return command;
    }

    private static async Task<int> Check(ParseResult result)
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        var file = result.GetValue(RegisterFile)!;
        if (!file.Exists)
        {
            await error.WriteLineAsync($"Het bestand {file.Name} is er niet.");
            return ExitCode.Refused;
        }

        var reading = await Delivery.Read(file, result.GetValue(On), result.GetValue(Names) ?? [], error);
        if (!reading.Defects.IsEmpty)
        {
            if (result.GetValue(Report) is { } report)
            {
                await File.WriteAllBytesAsync(report.FullName, DefectCsv.Write(reading.Defects));
            }

            return Delivery.Print(reading, error);
        }

        await output.WriteLineAsync(
            $"Geen fouten: {Dutch.Count(reading.Households.Count)} huishoudens, {Dutch.Count(reading.Persons)} personen ({reading.Format})."
        );
        await output.WriteLineAsync($"Inhoud sha256: {reading.ContentSha256}");
        if (reading.IgnoredColumns.Count > 0)
        {
            await output.WriteLineAsync($"Niet gebruikt: {string.Join(", ", reading.IgnoredColumns)}");
        }

        return ExitCode.Ok;
    }
}
