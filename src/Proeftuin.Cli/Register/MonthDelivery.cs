// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Proeftuin.App.Exchange.Register;
using Proeftuin.Cli.Settlement;
using Proeftuin.Cli.Storage;
using Proeftuin.Core;

namespace Proeftuin.Cli.Register;

/// <summary>The verbs that read a month's delivery from disk: <c>import FILE --month MONTH --source TEXT</c>, all or nothing.</summary>
internal static class MonthDelivery
{
    private static readonly Argument<FileInfo> DeliveredFile = new("bestand") { Description = "de levering, CSV" };

    private static readonly Option<string> Source = new("--source")
    {
        Description = "uit welk systeem de uitdraai komt",
        HelpName = "TEKST",
        Required = true,
    };

    /// <summary>A file as it was read, the month it is about and where it came from.</summary>
    public sealed record Read(byte[] File, Month Month, string Source);

    /// <summary>Imports a delivery; <paramref name="DefectsOf"/> gives the defects of a refusal that is about the file.</summary>
    public sealed record Import<T>(
        string Doing,
        Func<
            IServiceProvider,
            Read,
            Actor,
            ParseResult,
            Action<long, long, string>,
            CancellationToken,
            Task<Outcome<T>>
        > Handle,
        Func<Refusal, DefectReport?> DefectsOf,
        Func<T, string> Said
    );

    public static Command Create<T>(string description, Import<T> import, params IReadOnlyList<Option> more)
    {
        var command = new Command("import", description) { DeliveredFile, WhichMonth.Option, Source };
        foreach (var option in more)
        {
            command.Options.Add(option);
        }

        command.OnStoreAs(
            async (services, actor, result, ct) =>
            {
                var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
                var file = result.GetValue(DeliveredFile)!;
                var month = WhichMonth.Of(result);
                if (!file.Exists || !month.IsDone)
                {
                    return Refused.Because(file.Exists ? month.Why : [new NoSuchFile(file.Name)], error);
                }

                var read = new Read(
                    await File.ReadAllBytesAsync(file.FullName, ct),
                    month.OrThrow(),
                    result.GetValue(Source)!
                );
                var outcome = await WhichMonth.Promille(
                    error,
                    import.Doing,
                    progress =>
                        import.Handle(services, read, actor, result, (done, total, _) => progress(done, total), ct)
                );
                if (outcome.Why is [var only] && import.DefectsOf(only) is { } defects)
                {
                    return Delivery.Print(defects, error);
                }

                return outcome.Match(
                    accepted =>
                    {
                        output.WriteLine(import.Said(accepted));
                        return ExitCode.Ok;
                    },
                    why => Refused.Because(why, error)
                );
            }
        );
        return command;
    }
}
