// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Proeftuin.App.Design;
using Proeftuin.App.WhatIf;
using Proeftuin.Core;
using Proeftuin.Core.Settlement.WhatIf;

namespace Proeftuin.Cli.WhatIf;

/// <summary><c>proeftuin whatif</c>: what other rules for earnings would cost nationally, and who would gain and lose. Needs no database and no account; nothing is stored.</summary>
public static class WhatIfCommand
{
    private static readonly Option<FileInfo?> Rules = new("--rules")
    {
        Description = "De regels als YAML-bestand. Weglaten: het meegeleverde voorbeeld.",
        HelpName = "BESTAND",
    };

    private static readonly Option<FileInfo?> Population = new("--population")
    {
        Description = "Een eigen bevolking als CSV-bestand. Weglaten: verzonnen huishoudens.",
        HelpName = "BESTAND",
    };

    private static readonly Option<int> Households = Whole(
        "--households",
        $"Hoeveel verzonnen huishoudens: 1.000 tot en met {Dutch.Count(MadePopulation.MostHouseholds)}. Standaard 500.000.",
        MadePopulation.Households,
        1_000,
        MadePopulation.MostHouseholds
    );

    private static readonly Option<int> Seed = Whole(
        "--seed",
        "Het begingetal van de verzonnen huishoudens. Hetzelfde getal geeft dezelfde huishoudens.",
        (int)MadePopulation.Seed,
        0,
        int.MaxValue
    );

    private static readonly Option<int> Check = Whole(
        "--check",
        "Hoeveel huishoudens per regel één voor één worden nagerekend.",
        RunWhatIf.CheckedHouseholds,
        0,
        1_000_000
    );

    private static readonly Option<FileInfo?> Out = new("--out")
    {
        Description = "Schrijf de uitkomst per maand naar dit CSV-bestand. Het mag nog niet bestaan.",
        HelpName = "BESTAND",
    };

    public static Command Create()
    {
        var command = new Command("whatif", "Wat zou een andere vrijlating landelijk kosten, en wie gaat erop vooruit?")
        {
            Rules,
            Population,
            Households,
            Seed,
            Check,
            Out,
        };
        command.SetAction(Answer);
        return command;
    }

    private static async Task<int> Answer(ParseResult parsed, CancellationToken ct)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (parsed.GetValue(Out) is { Exists: true } there)
        {
            return Refused.Because([new WhatIfFileExists(there.Name)], error);
        }

        var asked = Text(parsed.GetValue(Rules)).Then(WhatIfRulesFile.Read);
        if (!asked.IsDone)
        {
            return Refused.Because(asked.Why, error);
        }

        var rules = asked.OrThrow();
        var answered = await Progress.Show(
            error,
            "Regels doorrekenen",
            rules.Rules.Count + 1,
            progress =>
                Task.Run(
                    () =>
                        Of(parsed)
                            .Then(people => RunWhatIf.Handle(rules, people, ct, progress, parsed.GetValue(Check))),
                    ct
                )
        );
        if (!answered.IsDone)
        {
            return Refused.Because(answered.Why, error);
        }

        var answer = answered.OrThrow();
        await output.WriteAsync(WhatIfPrint.Of(answer, invented: parsed.GetValue(Population) is null));
        if (parsed.GetValue(Out) is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, WhatIfPrint.Csv(answer), ct);
            await output.WriteLineAsync($"De uitkomst per maand staat in {file.Name}.");
        }

        return ExitCode.Ok;
    }

    private static Outcome<WhatIfPopulation> Of(ParseResult parsed)
    {
        if (parsed.GetValue(Population) is not { } file)
        {
            return MadePopulation.Of(parsed.GetValue(Households), (ulong)parsed.GetValue(Seed));
        }

        if (!file.Exists)
        {
            return new NoSuchFile(file.Name);
        }

        using var text = file.OpenText();
        return WhatIfPopulationFile.Read(text, MadePopulation.Start);
    }

    private static Outcome<string> Text(FileInfo? file) =>
        file is null ? WhatIfRulesFile.Example
        : file.Exists ? File.ReadAllText(file.FullName)
        : new NoSuchFile(file.Name);

    private static Option<int> Whole(string name, string what, int standard, int least, int most)
    {
        var option = new Option<int>(name)
        {
            Description = what,
            HelpName = "AANTAL",
            DefaultValueFactory = _ => standard,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var given && (given < least || given > most))
            {
                result.AddError(
                    $"{name} ligt tussen {least.ToString("#,##0", Dutch.Numbers)} en {most.ToString("#,##0", Dutch.Numbers)}."
                );
            }
        });
        return option;
    }
}

/// <summary>The file to write is there already.</summary>
public sealed record WhatIfFileExists(string Name) : Refusal
{
    public override string Message => $"Het bestand '{Name}' bestaat al. Kies een andere naam; er is niets geschreven.";
}
