// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Demo;
using Proeftuin.App.Draw;
using Proeftuin.App.Storage;
using Proeftuin.Cli.Storage;
using Proeftuin.Core;

namespace Proeftuin.Cli.Demo;

/// <summary><c>proeftuin demo</c>: fills an empty database with fictional municipalities and prints the accounts.</summary>
public static class DemoCommand
{
    public static Command Create()
    {
        var (db, keys) = (Installation.Db(), Installation.Keys());
        var keep = new Option<bool>("--keep")
        {
            Description = "gebruik de demonstratie die er al staat; een oudere of onafgemaakte wordt apart gezet",
        };
        var renew = new Option<bool>("--renew")
        {
            Description = "begin opnieuw; een oudere of onafgemaakte demonstratie wordt apart gezet",
        };
        var command = new Command(
            "demo",
            "Maak een demonstratie: een fictieve gemeente per protocol; twee experimenten zijn van de eerste brief tot de laatste maand nagespeeld."
        )
        {
            db,
            keys,
            keep,
            renew,
            Receipts(),
        };
        command.SetAction(
            (result, ct) =>
                Make(
                    ProeftuinOptions.For(result.GetRequiredValue(db), result.GetValue(keys)),
                    result.GetValue(keep) ? Again.Keep
                        : result.GetValue(renew) ? Again.Renew
                        : Again.Refuse,
                    result.InvocationConfiguration,
                    ct
                )
        );
        return command;
    }

    /// <summary>What to do when there is a demonstration already.</summary>
    private enum Again
    {
        Refuse,
        Keep,
        Renew,
    }

    /// <summary>True when the demonstration that stands there can be used as it is.</summary>
    private static async Task<bool> MakeRoom(DemoOnDisk? disk, Again again, TextWriter error)
    {
        if (disk is null || again == Again.Refuse)
        {
            return false;
        }

        switch (disk.Look())
        {
            case DemoFound.Current when again == Again.Keep:
                return true;
            case DemoFound.Current:
                disk.Remove();
                return false;
            case DemoFound.OldOrUnfinished:
                var aside = disk.SetAside(TimeProvider.System.GetUtcNow());
                await error.WriteLineAsync(
                    $"Er stond een oudere of onafgemaakte demonstratie. Die is bewaard als {aside}; er komt een nieuwe."
                );
                return false;
            default:
                return false;
        }
    }

    private static async Task<int> Make(
        ProeftuinOptions options,
        Again again,
        InvocationConfiguration console,
        CancellationToken ct
    )
    {
        var disk = DemoOnDisk.At(options);
        if (await MakeRoom(disk, again, console.Error))
        {
            await console.Error.WriteLineAsync("De demonstratie stond er al.");
            await ListAccounts(console);
            return ExitCode.Ok;
        }

        await using var demo = DemoDatabase.Open(options);
        if (!await demo.Prepare(ct))
        {
            await console.Error.WriteLineAsync(
                "Deze database is niet leeg. Een demonstratie begint met een nieuw bestand."
            );
            return ExitCode.Refused;
        }

        await Progress.Show(
            console.Error,
            "Demonstratie maken",
            DemoRecipe.Steps,
            async progress =>
            {
                await demo.Play((step, _) => progress.Report(step), ct);
                return true;
            }
        );
        disk?.MarkFinished();
        await ListAccounts(console);
        return ExitCode.Ok;
    }

    private static async Task ListAccounts(InvocationConfiguration console)
    {
        await console.Output.WriteLineAsync("De accounts (wachtwoord van allemaal: " + DemoStaff.Password + ")");
        foreach (var town in DemoTown.All)
        {
            await console.Output.WriteLineAsync(
                $"  {town.Name}: {string.Join(", ", DemoStaff.WordsOf(town).Select(word => $"{town.Login}.{word}"))}"
            );
        }
    }

    private static Command Receipts()
    {
        var folder = new Option<DirectoryInfo>("--out")
        {
            Description = "De map voor de bewijzen.",
            HelpName = "MAP",
            Required = true,
        };
        var command = new Command(
            "receipts",
            "Schrijf de lotingsbewijzen van alle gepubliceerde lotingen naar een map."
        )
        {
            folder,
        };
        command.OnStore(
            async (services, result, ct) =>
            {
                await using var scope = services.CreateAsyncScope();
                var draws = scope.ServiceProvider.GetRequiredService<LookAtDraw>();
                var target = result.GetRequiredValue(folder);
                target.Create();
                foreach (var line in (await draws.HandleList(ct)).OrThrow())
                {
                    var receipt = await draws.HandleReceipt(line.DrawId, ct);
                    if (receipt is Outcome<byte[]>.Done { Value: var bytes })
                    {
                        await File.WriteAllBytesAsync(Path.Combine(target.FullName, line.DrawId + ".json"), bytes, ct);
                    }
                }

                return ExitCode.Ok;
            }
        );
        return command;
    }
}
