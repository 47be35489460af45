// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Settlement;
using Proeftuin.Cli.Register;
using Proeftuin.Core;

namespace Proeftuin.Cli.Settlement;

/// <summary><c>proeftuin income import FILE --month MONTH --source TEXT</c>: reads a month's income into the database as a signed-in account; all or nothing.</summary>
internal static class IncomeCommand
{
    public static Command Create() =>
        new("income", "Inkomsten die met de bijstand worden verrekend.")
        {
            MonthDelivery.Create<ImportIncome.Accepted>(
                "Lees de inkomsten van een maand in. Alles of niets.",
                new(
                    "Inkomsten inlezen",
                    (services, read, actor, _, progress, ct) =>
                        services
                            .GetRequiredService<ImportIncome>()
                            .Handle(new(read.File, read.Month, read.Source), actor, progress, ct),
                    why => (why as IncomeHasDefects)?.Reading.Defects,
                    accepted =>
                        $"Ingelezen: {Dutch.Count(accepted.Rows)} rijen; {Dutch.Count(accepted.Written)} nieuw, {Dutch.Count(accepted.Corrected)} gecorrigeerd, {Dutch.Count(accepted.KnownAlready)} al bekend. Inhoud sha256: {accepted.ContentSha256}"
                )
            ),
        };
}
