// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Monitoring;
using Proeftuin.Cli.Register;
using Proeftuin.Core;

namespace Proeftuin.Cli.Monitoring;

/// <summary>proeftuin facts import FILE --month MONTH --source TEXT: reads a month's facts into the database as a signed-in account; all or nothing.</summary>
internal static class FactsCommand
{
    private static readonly Option<string?> Experiment = new("--experiment")
    {
        Description = "het experiment; alleen nodig bij doelen",
        HelpName = "NAAM",
    };

    public static Command Create() =>
        new("facts", "Feiten die na de loting binnenkomen.")
        {
            MonthDelivery.Create<ImportFacts.Accepted>(
                "Lees uitstroom, inkomsten, banen of doelen in: alles, of niets met de reden.",
                new(
                    "Feiten inlezen",
                    (services, read, actor, result, progress, ct) =>
                        services
                            .GetRequiredService<ImportFacts>()
                            .Handle(
                                new(read.File, read.Month, read.Source, result.GetValue(Experiment)),
                                actor,
                                progress,
                                ct
                            ),
                    why => (why as FactsHaveDefects)?.Reading.Defects,
                    accepted =>
                        $"Ingelezen: {Dutch.Count(accepted.Rows)} rijen; {Dutch.Count(accepted.Written)} nieuw, {Dutch.Count(accepted.Corrected)} gecorrigeerd, {Dutch.Count(accepted.KnownAlready)} al bekend, {Dutch.Count(accepted.Parked)} wachten op een uitstroom. Inhoud sha256: {accepted.ContentSha256}"
                ),
                Experiment
            ),
        };
}
