// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using System.CommandLine.Help;

namespace Proeftuin.Cli;

/// <summary>The whole command line. Everything it writes goes to the given writers, so a test reads what a person reads.</summary>
public static class ProeftuinCli
{
    /// <summary>One line per verb; each verb is one static class in the folder of its capability.</summary>
    private static IReadOnlyList<Command> Verbs() =>
        [
            // in the order in which an experiment goes
            Design.ProtocolCommand.Create(),
            Register.RegisterCommand.Create(),
            Screening.ScreenCommand.Create(),
            Draw.SecretCommand.Create(),
            Draw.VerifyCommand.Create(),
            Participation.ParticipationCommand.Create(),
            Settlement.ParametersCommand.Create(),
            Settlement.IncomeCommand.Create(),
            Settlement.SettleCommand.Create(),
            WhatIf.WhatIfCommand.Create(),
            Evaluation.PowerCommand.Create(),
            Monitoring.FactsCommand.Create(),
            Monitoring.MonitorCommand.Create(),
            Provisions.ProvisionsCommand.Create(),
            Evaluation.EvaluateCommand.Create(),
            Evaluation.CalibrateCommand.Create(),
            Storage.MigrateCommand.Create(),
            Ledger.LedgerCommand.Create(),
            Rehearsal.RehearseCommand.Create(),
            Demo.DemoCommand.Create(),
        ];

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        var result = Root().Parse(args);
        if (result.Errors.Count > 0 && result.Action is not DutchHelp)
        {
            return await WrongUsage.Explain(result, error);
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
            };
            return await result.InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Afgebroken. Wat nog niet als klaar gemeld was, is niet opgeslagen.");
            return ExitCode.Refused;
        }
#pragma warning disable CA1031 // the last door: whatever broke, a person gets a sentence and not a stack trace
        catch (Exception broken)
        {
            await error.WriteLineAsync(
                $"Het programma is vastgelopen ({broken.GetType().Name}): {broken.Message} "
                    + "Wat nog niet als klaar gemeld was, is niet opgeslagen. Zet PROEFTUIN_SPOOR=1 voor de technische details."
            );
            if (Environment.GetEnvironmentVariable("PROEFTUIN_SPOOR") is "1")
            {
                await error.WriteLineAsync(broken.ToString());
            }

            return ExitCode.Broken;
        }
#pragma warning restore CA1031
    }

    private static RootCommand Root()
    {
        var root = new RootCommand(
            "Proeftuin: vertrouwensexperimenten in de bijstand ontwerpen, loten en eerlijk beoordelen."
        );
        foreach (var verb in Verbs())
        {
            root.Subcommands.Add(verb);
        }

        foreach (var option in root.Options)
        {
            option.Description = option is HelpOption ? "Toon deze uitleg." : "Toon het versienummer.";
        }

        root.Options.OfType<HelpOption>().Single().Action = new DutchHelp();
        root.SetAction(result => new DutchHelp().Invoke(result));
        return root;
    }
}
