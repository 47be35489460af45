// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Proeftuin.App.Accounts;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.Cli.Storage;

/// <summary>The options of every verb that works on a database, and running it there, as the installation or as a signed-in account.</summary>
internal static class Installation
{
    private const string PasswordVariable = "PROEFTUIN_WACHTWOORD";
    private const string CodeVariable = "PROEFTUIN_CODE";

    public static Option<string> Db() =>
        new("--db")
        {
            Description = "de database: \"Data Source=BESTAND\" of \"Host=…\" (anders proeftuin.db in deze map)",
            HelpName = "VERBINDING",
            DefaultValueFactory = _ => "Data Source=proeftuin.db",
        };

    public static Option<string?> Keys() =>
        new("--keys") { Description = "het sleutelbestand (anders naast de database)", HelpName = "BESTAND" };

    public static Option<string> User() =>
        new("--user")
        {
            Description = $"het account dat dit doet; het wachtwoord wordt gevraagd of staat in {PasswordVariable}",
            HelpName = "NAAM",
            Required = true,
        };

    public static Option<string?> Municipality() =>
        new("--gemeente") { Description = "de gemeente, als het account er meer heeft", HelpName = "NAAM" };

    /// <summary>Adds --db and --keys and runs the work on that installation.</summary>
    public static void OnStore(
        this Command command,
        Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> work
    )
    {
        var (db, keys) = (Db(), Keys());
        command.Options.Add(db);
        command.Options.Add(keys);
        command.SetAction((result, ct) => Run(result, db, keys, services => work(services, result, ct)));
    }

    /// <summary>Adds --db, --keys, --user and --gemeente, signs in and runs the work as that account.</summary>
    public static void OnStoreAs(
        this Command command,
        Func<IServiceProvider, Actor, ParseResult, CancellationToken, Task<int>> work
    )
    {
        var (user, municipality) = (User(), Municipality());
        command.Options.Add(user);
        command.Options.Add(municipality);
        command.OnStore((services, result, ct) => As(user, municipality, services, work, result, ct));
    }

    /// <summary>The same for a verb that can also do without a database: then <paramref name="otherwise"/> runs and no account is asked.</summary>
    public static void OnStoreAsWhen(
        this Command command,
        Func<ParseResult, bool> needsStore,
        Func<ParseResult, int> otherwise,
        Func<IServiceProvider, Actor, ParseResult, CancellationToken, Task<int>> work
    )
    {
        var (db, keys, user, municipality) = (Db(), Keys(), User(), Municipality());
        user.Required = false;
        foreach (var option in new Option[] { db, keys, user, municipality })
        {
            command.Options.Add(option);
        }

        command.SetAction(
            (result, ct) =>
                !needsStore(result) ? Task.FromResult(otherwise(result))
                : result.GetValue(user) is null
                    ? Task.FromResult(Refused.Because([new NoUserGiven()], result.InvocationConfiguration.Error))
                : Run(result, db, keys, services => As(user, municipality, services, work, result, ct))
        );
    }

    private static async Task<int> As(
        Option<string> user,
        Option<string?> municipality,
        IServiceProvider services,
        Func<IServiceProvider, Actor, ParseResult, CancellationToken, Task<int>> work,
        ParseResult result,
        CancellationToken ct
    )
    {
        await services.GetRequiredService<DatabaseSetup>().AssertReady(ct);
        var error = result.InvocationConfiguration.Error;
        var outcome = await services
            .GetRequiredService<ActAs>()
            .Handle(
                result.GetValue(user)!,
                Secret(PasswordVariable, "Wachtwoord: ", error),
                result.GetValue(municipality),
                () => Secret(CodeVariable, "Code van de app: ", error),
                ct
            );
        return outcome is Outcome<Actor>.Done { Value: var actor }
            ? await work(services, actor, result, ct)
            : Refused.Because(outcome.Why, error);
    }

    private static async Task<int> Run(
        ParseResult result,
        Option<string> db,
        Option<string?> keys,
        Func<IServiceProvider, Task<int>> work
    )
    {
        try
        {
            await using var services = new ServiceCollection()
                .AddLogging(log =>
                    log.AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace)
                        .SetMinimumLevel(LogLevel.Warning)
                )
                .AddProeftuinApp(Options(result, db, keys))
                .BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            return await work(scope.ServiceProvider);
        }
        catch (StartRefused refused)
        {
            await result.InvocationConfiguration.Error.WriteLineAsync(refused.Message);
            return ExitCode.Refused;
        }
    }

    /// <summary>Weak durability only where a test run says so in its environment.</summary>
    private static ProeftuinOptions Options(ParseResult result, Option<string> db, Option<string?> keys) =>
        ProeftuinOptions.For(result.GetValue(db)!, result.GetValue(keys)) with
        {
            AllowWeakDurability = Environment.GetEnvironmentVariable("PROEFTUIN_ZWAKKE_OPSLAG") is "1",
        };

    private static string? Secret(string variable, string question, TextWriter error)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given)
        {
            return given;
        }

        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine();
        }

        error.Write(question);
        var typed = new System.Text.StringBuilder();
        for (
            var key = Console.ReadKey(intercept: true);
            key.Key != ConsoleKey.Enter;
            key = Console.ReadKey(intercept: true)
        )
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else
            {
                typed.Append(key.KeyChar);
            }
        }

        error.WriteLine();
        return typed.ToString();
    }
}

/// <summary>A verb that works on an experiment needs to know who asks.</summary>
internal sealed record NoUserGiven : Refusal
{
    public override string Message => "Geef met --user NAAM het account waarmee u dit doet.";
}
