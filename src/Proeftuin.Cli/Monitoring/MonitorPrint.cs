// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using Proeftuin.App.Exchange.Register;
using Proeftuin.Cli.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Monitoring;

namespace Proeftuin.Cli.Monitoring;

/// <summary>The figures as a person reads them in a terminal, and the exits as rows for a spreadsheet.</summary>
internal static class MonitorPrint
{
    public static string Text(MonitorTables tables)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"Geteld op {Dutch.Date(tables.CountDate)}, met wat bekend was tot en met {Dutch.Date(tables.KnownOn)}. {Dutch.Count(tables.People)} mensen worden gevolgd.\n\n"
        );
        text.Append("Deelnemers\n").Append(Participants(tables)).Append('\n');
        foreach (var population in tables.Populations)
        {
            text.Append("Uitstroom naar werk: ").Append(Name(population.Population)).Append('\n');
            text.Append(Exits(population, tables.HasJobs)).Append('\n');
        }

        return text.ToString();
    }

    public static string Csv(MonitorTables tables)
    {
        var text = new StringBuilder(
            "bevolking;code;groep;loting;mensen;uitkomst_ontbreekt;bruto;netto;niet_in_de_bijstand;in_de_bijstand;landelijk;landelijk_nog_niet_te_zeggen\n"
        );
        foreach (var population in tables.Populations)
        {
            foreach (var g in population.Groups)
            {
                var counts = new[]
                {
                    g.People,
                    g.Missing,
                    g.Gross,
                    g.Net,
                    g.Left,
                    g.OnBenefit,
                    g.National,
                    g.NationalOpen,
                };
                text.AppendJoin(
                        ';',
                        [
                            Code(population.Population),
                            g.Group.Code,
                            DefectCsv.Neutral(g.Group.Name),
                            g.Group.IsByLot ? "geloot" : "niet geloot",
                            .. counts.Select(n => n?.ToString(CultureInfo.InvariantCulture) ?? ""),
                        ]
                    )
                    .Append('\n');
            }
        }

        return text.ToString();
    }

    private static TextTable Participants(MonitorTables tables)
    {
        var table = new TextTable("groep", "geloot", "begonnen", "gestopt", "uitstroom", "in de bijstand");
        foreach (var row in tables.Participants)
        {
            table.Add(
                row.Group.Name,
                Dutch.Count(row.Drawn),
                Dutch.Count(row.Started),
                Dutch.Count(row.Stopped),
                Dutch.Count(row.Left),
                Dutch.Count(row.OnBenefit)
            );
        }

        return table;
    }

    private static TextTable Exits(PopulationTable population, bool hasJobs)
    {
        var table = new TextTable("groep", "loting", "mensen", "ontbreekt", "bruto", "%", "netto", "%", "landelijk");
        foreach (var g in population.Groups.Where(g => g.People > 0))
        {
            table.Add(
                g.Group.Name,
                g.Group.IsByLot ? "geloot" : "niet geloot",
                Dutch.Count(g.People),
                Dutch.Count(g.Missing),
                Dutch.Count(g.Gross),
                Percent(g.Gross, g.Known),
                Dutch.Count(g.Net),
                Percent(g.Net, g.Known),
                hasJobs ? Dutch.Count(g.National ?? 0) : "onbekend"
            );
        }

        return table;
    }

    private static string Percent(long part, long whole) => Share.Of(part, whole).Match(s => s.ToString(), _ => "-");

    private static string Code(Population population) =>
        population switch
        {
            Population.IntentionToTreat => "geloot",
            Population.Participants => "begonnen",
            Population.ParticipantsWhoDidNotStop => "niet-gestopt",
        };

    private static string Name(Population population) =>
        population switch
        {
            Population.IntentionToTreat => "iedereen die geloot is",
            Population.Participants => "wie begon",
            Population.ParticipantsWhoDidNotStop => "wie begon en niet stopte",
        };
}
