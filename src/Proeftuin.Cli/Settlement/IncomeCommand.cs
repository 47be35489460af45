// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Settlement;
using Proeftuin.Cli.Register;
using Proeftuin.Cli.Storage;
using Proeftuin.Core;

namespace Proeftuin.Cli.Settlement;

/// <summary><c>proeftuin income import FILE --month MONTH --source TEXT</c>: reads a month's income into the database as a signed-in account; all or nothing.</summary>
internal static class IncomeCommand
{
    private static readonly Argument<FileInfo> IncomeFile = new("bestand") { Description = "de levering, CSV" };

    private static readonly Option<string> Source = new("--source")
    {
        Description = "uit welk systeem de uitdraai komt",
        HelpName = "TEKST",
        Required = true,
    };

    public static Command Create()
    {
        var import = new Command("import", "Lees de inkomsten van een maand in. Alles of niets.")
        {
            IncomeFile,
            WhichMonth.Option,
            Source,
        };
        import.OnStoreAs(Import);
        return new Command("income", "Inkomsten die met de bijstand worden verrekend.") { import };
    }

    private static async Task<int> Import(
        IServiceProvider services,
        Actor actor,
        ParseResult result,
        CancellationToken ct
    )
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        var file = result.GetValue(IncomeFile)!;
        if (!file.Exists)
        {
            return Refused.Because([new NoSuchFile(file.Name)], error);
        }

        if (WhichMonth.Of(result) is not Outcome<Month>.Done { Value: var month })
        {
            return Refused.Because(WhichMonth.Of(result).Why, error);
        }

        var command = new ImportIncome.Command(
            await File.ReadAllBytesAsync(file.FullName, ct),
            month,
            result.GetValue(Source)!
        );
        const long Parts = 1000;
        var outcome = await Progress.Show(
            error,
            "Inkomsten inlezen (promille)",
            Parts,
            progress =>
                services
                    .GetRequiredService<ImportIncome>()
                    .Handle(command, actor, (done, total, _) => progress.Report(done * Parts / Math.Max(1, total)), ct)
        );
        if (outcome.Why is [IncomeHasDefects defects])
        {
            return Delivery.Print(defects.Reading.Defects, error);
        }

        return outcome.Match(
            accepted =>
            {
                output.WriteLine(
                    $"Ingelezen: {Dutch.Count(accepted.Rows)} rijen; {Dutch.Count(accepted.Written)} nieuw, {Dutch.Count(accepted.Corrected)} gecorrigeerd, {Dutch.Count(accepted.KnownAlready)} al bekend. Inhoud sha256: {accepted.ContentSha256}"
                );
                return ExitCode.Ok;
            },
            why => Refused.Because(why, error)
        );
    }
}
