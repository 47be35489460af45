// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Provisions;
using Proeftuin.Cli.Evaluation;
using Proeftuin.Cli.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Provisions;

namespace Proeftuin.Cli.Provisions;

/// <summary>proeftuin provisions EXPERIMENT [--on DATE]: the provisions of an experiment in numbers on a day.</summary>
internal static class ProvisionsCommand
{
    private static readonly Argument<string> Experiment = new("experiment")
    {
        Description = "het experiment, bijvoorbeeld vlaardingen-2024",
    };

    private static readonly Option<DateOnly?> On = new("--on")
    {
        Description = "de dag van de cijfers, jjjj-mm-dd (anders vandaag)",
        HelpName = "DATUM",
    };

    public static Command Create()
    {
        var command = new Command("provisions", "Toon de voorzieningen van een experiment in cijfers.")
        {
            Experiment,
            On,
        };
        command.OnStoreAs(Show);
        return command;
    }

    private static async Task<int> Show(
        IServiceProvider services,
        Actor actor,
        ParseResult result,
        CancellationToken ct
    )
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        var seen = await services
            .GetRequiredService<SeeProvisions>()
            .Handle(result.GetValue(Experiment)!, result.GetValue(On), actor, ct);
        return seen.Match(
            view =>
            {
                output.Write(Text(view));
                return ExitCode.Ok;
            },
            why => Refused.Because(why, error)
        );
    }

    private static string Text(SeeProvisions.View view)
    {
        var table = new TextTable("voorziening", "wat", "aantal");
        foreach (var (provision, what, count) in Lines(view))
        {
            table.Add(provision, what, count);
        }

        var notes = (view.SpecialAssistance?.Sentences ?? [])
            .Append(
                "Deel premies niet op het aantal mensen met bijstand: een groot deel van hen kan de premie niet krijgen."
            )
            .Append("Niemand is geloot: een verschil is geen bewijs dat een voorziening de oorzaak is.");
        return $"{view.Protocol.Name}: voorzieningen op {Dutch.Date(view.On)}\n\n{table}\n{string.Join('\n', notes)}\n";
    }

    private static IEnumerable<(string Provision, string What, string Count)> Lines(SeeProvisions.View view)
    {
        if (view.Premium is { } premium)
        {
            yield return ("uitstroompremie", "aangevraagd", Dutch.Count(premium.Applied));
            yield return ("uitstroompremie", "toegekend", Dutch.Count(premium.Granted));
            yield return ("uitstroompremie", "afgewezen", Dutch.Count(premium.Rejected));
            yield return ("uitstroompremie", "betaald", Dutch.Count(premium.Paid));
        }

        if (view.Guarantee is { } guarantee)
        {
            yield return ("garantieknop", "vastgelegd", Dutch.Count(guarantee.Registered));
            yield return ("garantieknop", "gebruikt", Dutch.Count(guarantee.Used));
            yield return ("garantieknop", "herstart", Dutch.Count(guarantee.Restarted));
        }

        if (view.OneDay is { } day)
        {
            yield return ("bijstand in 1 dag", "gemeld", Dutch.Count(day.Reported));
            yield return ("bijstand in 1 dag", "besloten", Dutch.Count(day.Decided));
            yield return ("bijstand in 1 dag", "binnen een dag", Dutch.Count(day.WithinADay));
            foreach (var (reason, count) in day.Delays.Where(d => d.Count > 0))
            {
                yield return ("bijstand in 1 dag", $"later: {reason.Dutch()}", Dutch.Count(count));
            }
        }

        foreach (var half in view.SpecialAssistance?.Halves ?? [])
        {
            yield return (
                "bijzondere bijstand",
                half.Name + (half.IsComplete ? "" : " (niet volledig)"),
                Dutch.Count(half.Total)
            );
        }

        if (view.Guidance is { } guidance)
        {
            yield return ("begeleiding", "begonnen", Dutch.Count(guidance.Started));
            yield return ("begeleiding", "met vervolgmeting", Dutch.Count(guidance.WithFollowUp));
            yield return ("begeleiding", "contacten", Dutch.Count(guidance.Contacts.Contacts));
            foreach (var (end, count) in guidance.Ends.Where(e => e.Count > 0))
            {
                yield return ("begeleiding", $"geëindigd: {end.Dutch()}", Dutch.Count(count));
            }
        }
    }
}
