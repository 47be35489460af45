// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Identity;
using Proeftuin.App.Ledger;
using Proeftuin.Cli.Storage;
using Proeftuin.Core;

namespace Proeftuin.Cli.Ledger;

/// <summary>proeftuin ledger verify | checkpoint | erase: recomputes every chain from content, makes a signed checkpoint to keep elsewhere, erases personal content beside a line.</summary>
internal static class LedgerCommand
{
    public static Command Create() =>
        new("ledger", "Reken het logboek na, maak een ondertekend ijkpunt, of wis persoonlijke inhoud bij een regel.")
        {
            Verify(),
            MakeCheckpoint(),
            EraseCommand.Create(),
        };

    private static Command Verify()
    {
        var file = new Option<FileInfo?>("--checkpoint")
        {
            Description = "vergelijk ook met dit eerder gemaakte ijkpunt",
            HelpName = "BESTAND",
        };
        var command = new Command("verify", "Reken het hele logboek na vanaf de inhoud en noem de eerste foute regel.")
        {
            file,
        };
        command.OnStore(
            async (services, result, ct) =>
            {
                var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
                var points = await Points(services, result.GetValue(file), ct);
                if (points is not Outcome<IReadOnlyList<Checkpoint>>.Done { Value: var checkpoints })
                {
                    return Refused.Because(points.Why, error);
                }

                var results = await Recompute(services, checkpoints, error, ct);
                foreach (var chain in results)
                {
                    await output.WriteLineAsync(
                        chain.Fault is { } fault
                            ? $"{chain.Name}: FOUT na {Dutch.Count(chain.Lines)} goede regels. {fault.Message}"
                            : $"{chain.Name}: {Dutch.Count(chain.Lines)} regels kloppen, laatste controlegetal {Convert.ToHexStringLower(chain.Hash)}"
                    );
                }

                var wrong = results.Count(r => r.Fault is not null);
                if (wrong == 0)
                {
                    await output.WriteLineAsync(
                        $"Het logboek klopt: {Dutch.Count(results.Sum(r => r.Lines))} regels nagerekend."
                    );
                    return ExitCode.Ok;
                }

                await error.WriteLineAsync(
                    "Het logboek klopt niet. Bewaar een kopie van de database en waarschuw de beheerder."
                );
                return ExitCode.Refused;
            }
        );
        return command;
    }

    private static Command MakeCheckpoint()
    {
        var file = new Option<FileInfo>("--out")
        {
            Description = "waar het ijkpunt komt",
            HelpName = "BESTAND",
            Required = true,
        };
        var command = new Command(
            "checkpoint",
            "Reken na en schrijf een ondertekend ijkpunt; bewaar dat buiten dit systeem."
        )
        {
            file,
        };
        command.OnStore(
            async (services, result, ct) =>
            {
                var error = result.InvocationConfiguration.Error;
                var results = await Recompute(services, [], error, ct);
                if (results.FirstOrDefault(r => r.Fault is not null) is { Fault: { } fault } bad)
                {
                    await error.WriteLineAsync($"{bad.Name}: {fault.Message} Er is geen ijkpunt gemaakt.");
                    return ExitCode.Refused;
                }

                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                var made = CheckpointFile.Make(results, now, services.GetRequiredService<KeyRing>());
                await File.WriteAllTextAsync(result.GetValue(file)!.FullName, made.ToJson(), ct);
                await result.InvocationConfiguration.Output.WriteLineAsync(
                    $"IJkpunt van {Dutch.Count(made.Checkpoints.Count)} logboeken staat in {result.GetValue(file)!.Name}."
                );
                return ExitCode.Ok;
            }
        );
        return command;
    }

    private static async Task<IReadOnlyList<ChainResult>> Recompute(
        IServiceProvider services,
        IReadOnlyList<Checkpoint> checkpoints,
        TextWriter error,
        CancellationToken ct
    )
    {
        var verification = services.GetRequiredService<LedgerVerification>();
        return await Progress.Show(
            error,
            "Narekenen",
            await verification.Count(ct),
            progress => verification.All(progress.Report, checkpoints, ct)
        );
    }

    private static async Task<Outcome<IReadOnlyList<Checkpoint>>> Points(
        IServiceProvider services,
        FileInfo? file,
        CancellationToken ct
    )
    {
        if (file is null)
        {
            return new Outcome<IReadOnlyList<Checkpoint>>.Done([]);
        }

        return file.Exists
            ? CheckpointFile
                .Read(await File.ReadAllTextAsync(file.FullName, ct), services.GetRequiredService<KeyRing>())
                .Map(read => read.Checkpoints)
            : new CheckpointUnreadable();
    }
}
