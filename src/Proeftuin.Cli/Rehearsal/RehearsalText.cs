// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Proeftuin.App.Rehearsal;
using Proeftuin.Cli.Evaluation;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Monitoring;
using Proeftuin.Core.Participation;

namespace Proeftuin.Cli.Rehearsal;

/// <summary>The outcome of a rehearsal as tables for a terminal.</summary>
internal static class RehearsalText
{
    public static string Of(RehearsalResult outcome, Protocol protocol)
    {
        var text = new StringBuilder();
        Line(text, $"{protocol.Name}: proefdraai met verzonnen personen, zaad {outcome.Seed}");
        Line(
            text,
            $"{Dutch.Count(outcome.Households)} huishoudens, {outcome.Months} maanden, geteld op {Dutch.Date(outcome.Tables.CountDate)}"
        );
        Line(text, outcome.Warning);
        Part(text, "Iedereen die is geloot (personen)", Flow(outcome, protocol));
        Part(text, "Lotingen", Cohorts(outcome));
        Part(text, "Deelnemers", Participants(outcome.Tables));
        Part(text, "Uitstroom naar werk, iedereen die is geloot", Exits(outcome.Tables, Population.IntentionToTreat));
        Part(
            text,
            "Uitstroom naar werk, deelnemers die niet zijn gestopt",
            Exits(outcome.Tables, Population.ParticipantsWhoDidNotStop)
        );
        return text.ToString();
    }

    private static TextTable Flow(RehearsalResult outcome, Protocol protocol)
    {
        var table = new TextTable(
            "groep",
            "geloot",
            protocol.Approached(),
            "ja",
            "nee",
            "geen antwoord",
            "wachtlijst",
            "begonnen",
            "gestopt",
            "beëindigd",
            "in de analyse"
        );
        foreach (var arm in outcome.Flow)
        {
            table.Add([
                protocol.ArmOf(arm.Arm).Name,
                .. Counts(
                    arm.Drawn,
                    arm.Invited,
                    arm.Consented,
                    arm.Declined,
                    arm.NoReply,
                    arm.WaitingList,
                    arm.Started,
                    arm.Stopped,
                    arm.Ended,
                    arm.Analysed
                ),
            ]);
        }

        return table;
    }

    private static TextTable Cohorts(RehearsalResult outcome)
    {
        var table = new TextTable("loting", "geloot op", "soort", "geloot", "op tijd ja", "later ja", "begonnen");
        foreach (var cohort in outcome.Cohorts)
        {
            table.Add([
                cohort.DrawId,
                Dutch.Date(cohort.DrawnOn),
                cohort.IsInflow ? "nieuwe instroom" : "eerste loting",
                .. Counts(cohort.Drawn, cohort.JoinedInTime, cohort.JoinedLater, cohort.Began),
            ]);
        }

        return table;
    }

    private static TextTable Participants(MonitorTables tables)
    {
        var table = new TextTable("groep", "begonnen", "gestopt", "uit de bijstand", "in de bijstand");
        foreach (var row in tables.Participants)
        {
            table.Add([row.Group.Name, .. Counts(row.Started, row.Stopped, row.Left, row.OnBenefit)]);
        }

        return table;
    }

    private static TextTable Exits(MonitorTables tables, Population population)
    {
        var table = new TextTable("groep", "personen", "onbekend", "bruto", "%", "netto", "%");
        foreach (var group in tables.Of(population).Groups)
        {
            table.Add([
                group.Group.Name,
                .. Counts(group.People, group.Missing, group.Gross),
                Percent(group.Gross, group.Known),
                .. Counts(group.Net),
                Percent(group.Net, group.Known),
            ]);
        }

        return table;
    }

    private static IEnumerable<string> Counts(params IEnumerable<long> numbers) => numbers.Select(Dutch.Count);

    private static string Percent(long part, long whole) =>
        whole == 0 ? "-" : (100m * part / whole).ToString("0.0", Dutch.Numbers);

    private static void Part(StringBuilder text, string title, TextTable table)
    {
        text.Append('\n').Append(title).Append('\n').Append(table);
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
