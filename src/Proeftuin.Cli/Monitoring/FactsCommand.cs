// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Monitoring;
using Proeftuin.Cli.Register;
using Proeftuin.Cli.Storage;
using Proeftuin.Core;

namespace Proeftuin.Cli.Monitoring;

/// <summary>proeftuin facts import FILE --month MONTH --source TEXT: reads a month's facts into the database as a signed-in account; all or nothing.</summary>
internal static class FactsCommand
{
    private static readonly Argument<FileInfo> FactsFile = new("bestand") { Description = "de levering, CSV" };

    private static readonly Option<string> Delivered = new("--month")
    {
        Description = "de maand waarover wordt geleverd, jjjj-mm",
        HelpName = "MAAND",
        Required = true,
    };

    private static readonly Option<string> Source = new("--source")
    {
        Description = "uit welk systeem de uitdraai komt",
        HelpName = "TEKST",
        Required = true,
    };

    private static readonly Option<string?> Experiment = new("--experiment")
    {
        Description = "het experiment; alleen nodig bij doelen",
        HelpName = "NAAM",
    };

    public static Command Create()
    {
        var import = new Command(
            "import",
            "Lees uitstroom, inkomsten, banen of doelen in: alles, of niets met de reden."
        )
        {
            FactsFile,
            Delivered,
            Source,
            Experiment,
        };
        import.OnStoreAs(Import);
        return new Command("facts", "Feiten die na de loting binnenkomen.") { import };
    }

    private static async Task<int> Import(
        IServiceProvider services,
        Actor actor,
        ParseResult result,
        CancellationToken ct
    )
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        var file = result.GetValue(FactsFile)!;
        if (!file.Exists)
        {
            await error.WriteLineAsync($"Het bestand {file.Name} is er niet.");
            return ExitCode.Refused;
        }

        if (
            !DateOnly.TryParseExact(
                result.GetValue(Delivered),
                "yyyy-MM",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var month
            )
        )
        {
            await error.WriteLineAsync("De maand is niet te lezen. Schrijf hem als 2018-03.");
            return ExitCode.Refused;
        }

        var command = new ImportFacts.Command(
            await File.ReadAllBytesAsync(file.FullName, ct),
            Month.Of(month),
            result.GetValue(Source)!,
            result.GetValue(Experiment)
        );
        const long Parts = 1000;
        var outcome = await Progress.Show(
            error,
            "Feiten inlezen (promille)",
            Parts,
            progress =>
                services
                    .GetRequiredService<ImportFacts>()
                    .Handle(command, actor, (done, total, _) => progress.Report(done * Parts / Math.Max(1, total)), ct)
        );
        if (outcome.Why is [FactsHaveDefects defects])
        {
            return Delivery.Print(defects.Reading.Defects, error);
        }

        return outcome.Match(
            accepted =>
            {
                output.WriteLine(
                    $"Ingelezen: {Dutch.Count(accepted.Rows)} rijen; {Dutch.Count(accepted.Written)} nieuw, {Dutch.Count(accepted.Corrected)} gecorrigeerd, {Dutch.Count(accepted.KnownAlready)} al bekend, {Dutch.Count(accepted.Parked)} wachten op een uitstroom. Inhoud sha256: {accepted.ContentSha256}"
                );
                return ExitCode.Ok;
            },
            why => Refused.Because(why, error)
        );
    }
}
