// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using System.Globalization;
using Proeftuin.Cli.Storage;
using Proeftuin.Core;

namespace Proeftuin.Cli.Settlement;

/// <summary>The option <c>--month</c> of commands about a stored month.</summary>
internal static class WhichMonth
{
    private const long Parts = 1000;

    public static readonly Option<string> Option = new("--month")
    {
        Description = "de maand, jjjj-mm",
        HelpName = "MAAND",
        Required = true,
    };

    public static Outcome<Month> Of(ParseResult result) =>
        DateOnly.TryParseExact(
            result.GetValue(Option),
            "yyyy-MM",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var first
        )
            ? Month.Of(first)
            : new NotUnderstood("--month", result.GetValue(Option), "2018-03");

    /// <summary>Does the work of a verb about the month, as a signed-in account and with progress; then prints what came out, or why it is refused.</summary>
    public static void OnMonth<T>(
        this Command command,
        string doing,
        Func<IServiceProvider, Actor, ParseResult, Month, Action<long, long>, CancellationToken, Task<Outcome<T>>> work,
        Func<T, TextWriter, int> print
    ) =>
        command.OnStoreAs(
            async (services, actor, result, ct) =>
            {
                var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
                if (Of(result) is not Outcome<Month>.Done { Value: var month })
                {
                    return Refused.Because(Of(result).Why, error);
                }

                var outcome = await Promille(
                    error,
                    doing,
                    progress => work(services, actor, result, month, progress, ct)
                );
                return outcome.Match(value => print(value, output), why => Refused.Because(why, error));
            }
        );

    /// <summary>Shows work that tells how much of how much is done, whatever it counts in.</summary>
    public static Task<T> Promille<T>(TextWriter error, string doing, Func<Action<long, long>, Task<T>> work) =>
        Progress.Show(
            error,
            $"{doing} (promille)",
            Parts,
            progress => work((done, total) => progress.Report(done * Parts / Math.Max(1, total)))
        );
}
