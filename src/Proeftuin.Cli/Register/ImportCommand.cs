// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Screening;
using Proeftuin.Cli.Storage;
using Proeftuin.Core;

namespace Proeftuin.Cli.Register;

/// <summary>proeftuin register import FILE --on DATE --source TEXT: reads a delivery into the database as a signed-in account; all or nothing.</summary>
internal static class ImportCommand
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

    private static readonly Option<string> Source = new("--source")
    {
        Description = "uit welk systeem de uitdraai komt",
        HelpName = "TEKST",
        Required = true,
    };

    private static readonly Option<string[]> Names = Delivery.Municipalities();

    private static readonly Option<int?> Households = new("--households")
    {
        Description = "controletotaal huishoudens",
        HelpName = "AANTAL",
    };

    private static readonly Option<int?> Persons = new("--persons")
    {
        Description = "controletotaal personen",
        HelpName = "AANTAL",
    };

    private static readonly Option<bool> AcceptOlder = new("--accept-older")
    {
        Description = "lees bewust een ouder register in",
    };

    public static Command Create()
    {
        var command = new Command("import", "Lees een levering in: alles, of niets met de reden.")
        {
            RegisterFile,
            On,
            Source,
            Names,
            Households,
            Persons,
            AcceptOlder,
        };
        command.OnStoreAs(
            async (services, actor, result, ct) =>
            {
                var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
                var file = result.GetValue(RegisterFile)!;
                if (!file.Exists)
                {
                    await error.WriteLineAsync($"Het bestand {file.Name} is er niet.");
                    return ExitCode.Refused;
                }

                var delivery = new ImportRegister.Command(
                    await File.ReadAllBytesAsync(file.FullName, ct),
                    result.GetValue(On),
                    result.GetValue(Source)!,
                    result.GetValue(Names) ?? [],
                    new ControlTotals(result.GetValue(Households), result.GetValue(Persons), null),
                    result.GetValue(AcceptOlder)
                );
                const long Parts = 1000;
                var outcome = await Progress.Show(
                    error,
                    "Register inlezen (promille)",
                    Parts,
                    progress =>
                        services
                            .GetRequiredService<ImportRegister>()
                            .Handle(
                                delivery,
                                actor,
                                (done, total, _) => progress.Report(done * Parts / Math.Max(1, total)),
                                ct
                            )
                );
                if (outcome.Why is [DeliveryHasDefects defects])
                {
                    return Delivery.Print(defects.Reading, error);
                }

                return outcome.Match(
                    accepted =>
                    {
                        output.WriteLine(
                            $"Ingelezen: {Dutch.Count(accepted.Households)} huishoudens, {Dutch.Count(accepted.Persons)} personen. Inhoud sha256: {accepted.ContentSha256}"
                        );
                        return ExitCode.Ok;
                    },
                    why => Refused.Because(why, error)
                );
            }
        );
        return command;
    }
}
