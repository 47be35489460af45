// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Proeftuin.App.Demo;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Rehearsal;
using Proeftuin.App.Storage;
using Proeftuin.Core;

namespace Proeftuin.Cli.Rehearsal;

/// <summary><c>proeftuin rehearse</c>: plays an experiment with made-up people from the first letter to the last month and prints its tables.</summary>
public static class RehearseCommand
{
    private const int UsualHouseholds = 1000;

    private static readonly Argument<string> Protocol = new("protocol")
    {
        Description = "een meegeleverd protocol (wageningen-2017) of een protocolbestand",
        HelpName = "PROTOCOL",
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "hetzelfde getal geeft hetzelfde verhaal",
        HelpName = "GETAL",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int?> Households = new("--households")
    {
        Description = "het aantal huishoudens in het gemaakte register",
        HelpName = "AANTAL",
    };

    private static readonly Option<int?> Months = new("--months")
    {
        Description = "het aantal maanden vanaf de start (anders de hele looptijd)",
        HelpName = "AANTAL",
    };

    private static readonly Option<FileInfo?> AssumptionsText = new("--assumptions")
    {
        Description = "een bestand met eigen aannames (anders de meegeleverde)",
        HelpName = "BESTAND",
    };

    private static readonly Option<string?> Db = new("--db")
    {
        Description =
            "een lege database waarin de proefdraai blijft staan (anders een tijdelijke, die wordt weggegooid)",
        HelpName = "VERBINDING",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "de tabellen als JSON" };

    public static Command Create()
    {
        var command = new Command(
            "rehearse",
            "Speel een experiment na met verzonnen personen, van de eerste brief tot de laatste maand, en toon de tabellen."
        )
        {
            Protocol,
            Seed,
            Households,
            Months,
            AssumptionsText,
            Db,
            Json,
        };
        command.SetAction(Rehearse);
        return command;
    }

    private static async Task<int> Rehearse(ParseResult result, CancellationToken ct)
    {
        var console = result.InvocationConfiguration;
        var planned = Plan(result);
        if (planned is not Outcome<RehearsalPlan>.Done { Value: var plan })
        {
            return Refused.Because(planned.Why, console.Error);
        }

        // The bar counts days; the story knows their number before it begins.
        var played = await Progress.Show(
            console.Error,
            "Proefdraaien",
            ScratchRehearsal.DaysOf(plan),
            bar =>
            {
                void Reached(long done, long total, string day) => bar.Report(done);
                return result.GetValue(Db) is { } db
                    ? ScratchRehearsal.RunIn(ProeftuinOptions.For(db), plan, Reached, ct)
                    : ScratchRehearsal.Run(plan, Reached, ct);
            }
        );
        if (played is not Outcome<RehearsalResult>.Done { Value: var outcome })
        {
            return Refused.Because(played.Why, console.Error);
        }

        await console.Output.WriteAsync(
            result.GetValue(Json) ? outcome.ToJson() + "\n" : RehearsalText.Of(outcome, plan.Protocol)
        );
        return ExitCode.Ok;
    }

    private static Outcome<RehearsalPlan> Plan(ParseResult result)
    {
        var named = result.GetRequiredValue(Protocol);
        var isShipped = ShippedProtocols.Slugs().Contains(named, StringComparer.Ordinal);
        if (!isShipped && !File.Exists(named))
        {
            return new NoProtocolToRehearse(named, ShippedProtocols.Slugs());
        }

        if (result.GetValue(AssumptionsText) is { Exists: false } missing)
        {
            return new NoSuchAssumptions(missing.Name);
        }

        var plan = Path.ChangeExtension(named, ".analyseplan.yaml");
        var text = isShipped
            ? ShippedProtocols.Text(named, withDemo: true)
            : new ProtocolText(File.ReadAllText(named), File.Exists(plan) ? File.ReadAllText(plan) : null);
        return RehearsalPlan.Of(
            text,
            result.GetValue(AssumptionsText) is { } file ? File.ReadAllText(file.FullName) : null,
            result.GetValue(Seed),
            result.GetValue(Households)
                ?? DemoTown.All.FirstOrDefault(t => t.Protocol == named)?.Households
                ?? UsualHouseholds,
            result.GetValue(Months)
        );
    }
}

/// <summary>There is no shipped protocol and no file with this name.</summary>
public sealed record NoProtocolToRehearse(string Name, IReadOnlyList<string> Shipped) : Refusal
{
    public override string Message =>
        $"Er is geen protocol '{Name}'. Kies een meegeleverd protocol ({string.Join(", ", Shipped)}) of geef een protocolbestand.";
}

/// <summary>The file with assumptions is not there.</summary>
public sealed record NoSuchAssumptions(string Name) : Refusal
{
    public override string Message => $"Het bestand met aannames '{Name}' bestaat niet. Controleer de naam.";
}
