// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Ledger;
using Proeftuin.Cli.Storage;
using Proeftuin.Core;

namespace Proeftuin.Cli.Ledger;

/// <summary>proeftuin ledger erase: erases the personal content beside one line, as a signed-in auditor. Without --confirm it only says what would go.</summary>
internal static class EraseCommand
{
    public static Command Create()
    {
        var line = new Option<long>("--line")
        {
            Description = "het nummer van de regel",
            HelpName = "NUMMER",
            Required = true,
        };
        var reason = new Option<string>("--reason")
        {
            Description = "waarom; deze tekst blijft altijd bewaard",
            HelpName = "TEKST",
            Required = true,
        };
        var confirm = new Option<bool>("--confirm")
        {
            Description = "wis echt; zonder dit ziet u alleen wat er zou verdwijnen",
        };
        var command = new Command(
            "erase",
            "Wis voorgoed de persoonlijke inhoud bij een regel. De keten blijft na te rekenen."
        )
        {
            line,
            reason,
            confirm,
        };
        command.OnStoreAs(
            async (services, actor, result, ct) =>
            {
                var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
                var number = result.GetValue(line);
                var found = await services.GetRequiredService<SeeLine>().Handle(number, actor, ct);
                if (found is not Outcome<LineView>.Done { Value: var seen })
                {
                    return Refused.Because(found.Why, error);
                }

                if (seen.Beside == BesideLine.Content && !result.GetValue(confirm))
                {
                    await output.WriteLineAsync(
                        $"Regel {Dutch.Count(number)} ({seen.Entry.Action}): dit zou verdwijnen: {string.Join(", ", seen.Fields)}. "
                            + "De regel zelf en de keten blijven. Er is nog niets gewist; zet --confirm erbij om te wissen."
                    );
                    return ExitCode.Ok;
                }

                var done = await services
                    .GetRequiredService<ErasePayload>()
                    .Handle(number, result.GetValue(reason), actor, ct);
                if (!done.IsDone)
                {
                    return Refused.Because(done.Why, error);
                }

                await output.WriteLineAsync($"De persoonlijke inhoud bij regel {Dutch.Count(number)} is gewist.");
                return ExitCode.Ok;
            }
        );
        return command;
    }
}
