// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Settlement;
using Proeftuin.Core;

namespace Proeftuin.Cli.Settlement;

/// <summary><c>proeftuin settle month --month MONTH</c>: settles a month for the municipality, or goes on with a run that was broken off; <c>settle recompute</c> settles stored statements again and compares.</summary>
internal static class SettleMonthCommand
{
    private static readonly Option<string> Why = new("--reason")
    {
        Description = "waarom u verrekent; komt in het logboek",
        HelpName = "TEKST",
        DefaultValueFactory = _ => "Maandelijkse verrekening",
    };

    public static Command Month()
    {
        var command = new Command(
            "month",
            "Verreken een maand voor de gemeente, met de correcties van eerdere maanden. Afgebroken? Geef de opdracht opnieuw; zij gaat verder."
        )
        {
            WhichMonth.Option,
            Why,
        };
        command.OnMonth<SettleMonth.Settled>(
            "Verrekenen",
            (services, actor, result, month, progress, ct) =>
                services
                    .GetRequiredService<SettleMonth>()
                    .Handle(new(month, result.GetValue(Why)!), actor, (done, total, _) => progress(done, total), ct),
            Print
        );
        return command;
    }

    public static Command Recompute()
    {
        var command = new Command(
            "recompute",
            "Reken de bewaarde verrekeningen van een maand opnieuw uit en vergelijk. Er verandert niets."
        )
        {
            WhichMonth.Option,
        };
        command.OnMonth<RecomputeStatements.Result>(
            "Narekenen",
            (services, actor, _, month, progress, ct) =>
                services.GetRequiredService<RecomputeStatements>().Handle(month, actor, progress, ct),
            Print
        );
        return command;
    }

    private static int Print(SettleMonth.Settled settled, TextWriter output)
    {
        output.WriteLine(
            $"Verrekend: {Dutch.MonthOf(settled.Month.Year, settled.Month.Number)}, {Dutch.Count(settled.Households)} huishoudens; {Dutch.Count(settled.Statements)} verrekeningen, waarvan {Dutch.Count(settled.Corrections)} correcties; {Dutch.Count(settled.Refused)} kunnen niet. Uitkering {settled.Benefit}, te betalen {settled.ToPay}."
        );
        return ExitCode.Ok;
    }

    private static int Print(RecomputeStatements.Result recomputed, TextWriter output)
    {
        output.WriteLine(
            $"Nagerekend: {Dutch.Count(recomputed.Statements)} verrekeningen; {Dutch.Count(recomputed.Statements - recomputed.Different.Count - recomputed.Changed.Count)} komen op de letter gelijk uit, {Dutch.Count(recomputed.Different.Count)} komen anders uit, {Dutch.Count(recomputed.Changed.Count)} zijn na het opschrijven veranderd."
        );
        if (recomputed.WithOtherParameters > 0)
        {
            output.WriteLine(
                $"{Dutch.Count(recomputed.WithOtherParameters)} zijn gemaakt met andere parameterbestanden; er is gerekend met wat op hun dag bekend was."
            );
        }

        foreach (var one in recomputed.Different)
        {
            output.WriteLine($"Anders: {one.Statement}: toen {one.Then}, nu {one.Now?.ToString() ?? one.Why}");
        }

        foreach (var one in recomputed.Changed)
        {
            output.WriteLine($"Veranderd: {one}");
        }

        return recomputed.Different.Count + recomputed.Changed.Count == 0 ? ExitCode.Ok : ExitCode.Refused;
    }
}
