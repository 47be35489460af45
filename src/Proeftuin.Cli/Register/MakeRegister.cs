// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Proeftuin.App.Demo;
using Proeftuin.Core;

namespace Proeftuin.Cli.Register;

/// <summary>proeftuin register make PROTOCOL --out FILE: a fictional municipality for a protocol, the same for the same seed.</summary>
internal static class MakeRegister
{
    private static readonly Argument<string> Protocol = new("protocol")
    {
        Description = "het protocol, bijvoorbeeld groningen-2017",
    };

    private static readonly Option<int> Households = new("--households")
    {
        Description = "hoeveel huishoudens",
        HelpName = "AANTAL",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "zelfde getal, zelfde register",
        HelpName = "GETAL",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int> Defects = new("--defects")
    {
        Description = "hoeveel fouten erin, van allerlei soort",
        HelpName = "AANTAL",
        DefaultValueFactory = _ => 0,
    };

    private static readonly Option<FileInfo> Out = new("--out")
    {
        Description = "waar het komt; .csv of .xlsx",
        HelpName = "BESTAND",
        Required = true,
    };

    public static Command Create()
    {
        var command = new Command("make", "Maak een verzonnen register met testpersonen.")
        {
            Protocol,
            Households,
            Seed,
            Defects,
            Out,
        };
        command.SetAction(Make);
        return command;
    }

    private static int Make(ParseResult result)
    {
        if (result.GetValue(Households) is < 1 or > 1_000_000 || result.GetValue(Defects) < 0)
        {
            result.InvocationConfiguration.Error.WriteLine(
                "Kies 1 tot en met 1.000.000 huishoudens en 0 of meer fouten."
            );
            return ExitCode.WrongUsage;
        }

        var file = result.GetValue(Out)!;
        if (file.Extension.ToLowerInvariant() is not (".csv" or ".xlsx"))
        {
            result.InvocationConfiguration.Error.WriteLine("Geef een bestand dat eindigt op .csv of .xlsx.");
            return ExitCode.WrongUsage;
        }

        if (file.Directory is not { Exists: true })
        {
            result.InvocationConfiguration.Error.WriteLine($"De map van {file.Name} bestaat niet. Maak hem eerst aan.");
            return ExitCode.Refused;
        }

        return MakerProfile
            .For(result.GetValue(Protocol)!)
            .Match(
                profile => Write(result, profile, file),
                why => Refused.Because(why, result.InvocationConfiguration.Error)
            );
    }

    private static int Write(ParseResult result, MakerProfile profile, FileInfo file)
    {
        var seed = result.GetValue(Seed);
        var made = RegisterMaker.Make(profile, result.GetValue(Households), seed);
        var written = PlantedDefects.Into(made, result.GetValue(Defects), seed);
        var isExcel = file.Extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase);
        File.WriteAllBytes(file.FullName, isExcel ? RegisterFile.Xlsx(written) : RegisterFile.Csv(written));
        result.InvocationConfiguration.Output.WriteLine(
            $"{file.Name}: {Dutch.Count(made.Households)} verzonnen huishoudens, {Dutch.Count(made.Rows.Count)} personen, peildatum {Dutch.Date(profile.ReferenceDate)}, {Dutch.Count(result.GetValue(Defects))} fouten."
        );
        return ExitCode.Ok;
    }
}
