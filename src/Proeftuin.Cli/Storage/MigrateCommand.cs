// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Accounts;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.Cli.Storage;

/// <summary>proeftuin migrate: brings the database up to date and, with --gemeente and --admin, adds a municipality with its first administrator.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var municipality = Installation.Municipality();
        municipality.Description = "maak deze gemeente aan, met --admin";
        var admin = new Option<string?>("--admin") { Description = "naam van de eerste beheerder", HelpName = "NAAM" };
        var fictional = new Option<bool>("--fictief")
        {
            Description = "een gemeente met alleen verzonnen mensen (geen tweede stap nodig)",
        };
        var command = new Command(
            "migrate",
            "Maak de database klaar of werk haar bij; maak zo nodig een gemeente met beheerder."
        )
        {
            municipality,
            admin,
            fictional,
        };
        command.OnStore(
            async (services, result, ct) =>
            {
                var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
                var (town, name) = (result.GetValue(municipality), result.GetValue(admin));
                if (town is null != name is null)
                {
                    await error.WriteLineAsync("Geef --gemeente en --admin samen op.");
                    return ExitCode.WrongUsage;
                }

                await services.GetRequiredService<DatabaseSetup>().Migrate(ct);
                await output.WriteLineAsync("De database is klaar voor gebruik.");
                if (town is null)
                {
                    return ExitCode.Ok;
                }

                var outcome = await services
                    .GetRequiredService<CreateMunicipality>()
                    .Handle(town, name, result.GetValue(fictional), ct);
                if (outcome is not Outcome<CreatedMunicipality>.Done { Value: var created })
                {
                    return Refused.Because(outcome.Why, error);
                }

                await output.WriteLineAsync(
                    $"Gemeente:             {created.Name}{(result.GetValue(fictional) ? " (fictief)" : "")}"
                );
                await output.WriteLineAsync($"Beheerder:            {created.Administrator.Name}");
                await output.WriteLineAsync($"Eenmalig wachtwoord:  {created.Administrator.OneTimePassword}");
                await output.WriteLineAsync(
                    "Dit wachtwoord wordt één keer getoond en moet bij de eerste keer inloggen worden gewijzigd."
                );
                return ExitCode.Ok;
            }
        );
        return command;
    }
}
