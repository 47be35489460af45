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
        var command = new Command(
            "demo",
            "Maak een demonstratie: een fictieve gemeente per protocol, met register, screening en lotingen."
        )
        {
            db,
            keys,
            Receipts(),
        };
        command.SetAction(
            (result, ct) =>
                Make(
                    ProeftuinOptions.For(result.GetRequiredValue(db), result.GetValue(keys)),
                    result.InvocationConfiguration,
                    ct
                )
        );
        return command;
    }

    private static async Task<int> Make(ProeftuinOptions options, InvocationConfiguration console, CancellationToken ct)
    {
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
                await demo.Play(TimeProvider.System.GetUtcNow(), (step, _) => progress.Report(step), ct);
                return true;
            }
        );
        await console.Output.WriteLineAsync("De accounts (wachtwoord van allemaal: " + DemoStaff.Password + ")");
        foreach (var town in DemoTown.All)
        {
            await console.Output.WriteLineAsync(
                $"  {town.Name}: {string.Join(", ", DemoStaff.Roles.Select(r => $"{town.Login}.{r.Word}"))}"
            );
        }

        return ExitCode.Ok;
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
