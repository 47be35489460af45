// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Monitoring;
using Proeftuin.Tests.Screening;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Monitoring;

/// <summary>Runs docs/voorbeelden/monitor.md: twenty people whose tables were worked out on paper.</summary>
public sealed class MonitorScenarioTests
{
    private const string Document = "monitor.md";

    private static readonly MonitorTables Counted = Counting
        .Of(Plan(), [.. ScenarioTable.Read(Document, "Mensen").Select(PersonOf)], new(2018, 4, 1), new(2018, 5, 1))
        .OrThrow();

    [Fact]
    public void Twenty_people_are_followed() => Counted.People.ShouldBe(20);

    [Fact]
    public void Who_takes_part_stopped_or_left_comes_out_as_on_paper() =>
        Check(
            "Deelnemers",
            Counted.Participants.Select(p =>
                Line(p.Group.Code, p.Drawn, p.Started, p.Stopped, p.Left, p.OnBenefit, p.Withdrawn)
            )
        );

    [Theory]
    [InlineData("Uitstroom van iedereen die geloot is", Population.IntentionToTreat)]
    [InlineData("Uitstroom van wie begon", Population.Participants)]
    [InlineData("Uitstroom van wie begon en niet stopte", Population.ParticipantsWhoDidNotStop)]
    public void Exits_come_out_as_on_paper(string heading, Population population) =>
        Check(
            heading,
            Counted
                .Of(population)
                .Groups.Select(g =>
                    Line(
                        g.Group.Code,
                        g.People,
                        g.Missing,
                        g.Gross,
                        g.Net,
                        g.Left,
                        g.OnBenefit,
                        g.National!.Value,
                        g.NationalOpen!.Value
                    )
                )
        );

    [Fact]
    public void Exits_per_month_come_out_as_on_paper() =>
        Check(
            "Opgeteld per maand, iedereen die geloot is",
            Counted
                .Of(Population.IntentionToTreat)
                .Groups.SelectMany(g =>
                    new[]
                    {
                        Line(g.Group.Code + " | bruto", [.. g.GrossByMonth]),
                        Line(g.Group.Code + " | netto", [.. g.NetByMonth]),
                    }
                )
        );

    [Fact]
    public void Exits_since_the_own_start_come_out_as_on_paper() =>
        Check(
            "Per maand sinds het eigen begin, wie begon",
            Counted
                .Of(Population.Participants)
                .Groups.Where(g => g.Group.IsByLot)
                .SelectMany(g => g.SinceStart.Select(s => Line(g.Group.Code, s.Months, s.Observed, s.Gross, s.Net)))
        );

    [Fact]
    public void Reasons_come_out_as_on_paper() =>
        Check(
            "Redenen, iedereen die geloot is",
            Counted.Of(Population.IntentionToTreat).Groups.Select(g => Line(g.Group.Code, [.. g.Reasons]))
        );

    [Fact]
    public void Earnings_come_out_as_on_paper() =>
        Check(
            "Inkomsten per maand, iedereen die geloot is",
            Counted
                .Of(Population.IntentionToTreat)
                .Groups.SelectMany(g =>
                    g.Earnings.Zip(
                        Counted.Months,
                        (e, m) =>
                            $"{g.Group.Code} | {m} | {e.OnBenefit} | {e.WithEarnings} | {Amount(e.TotalCents)} | {(e.Mean is { } mean ? Amount(mean.Cents) : "-")}"
                    )
                )
        );

    [Fact]
    public void Goals_come_out_as_on_paper() =>
        Check(
            "Doelen bij de start, wie begon",
            Counted.GoalsAtStart!.Rows.Select(r =>
                Line(r.Group.Code, [r.Participants, r.Determined, .. r.Counts, .. r.Highest, r.Promising])
            )
        );

    [Fact]
    public void A_month_without_any_delivered_earnings_is_known_as_such() =>
        Counted.HasEarnings.ShouldBe([false, true, true, true, true, true, true]);

    private static void Check(string heading, IEnumerable<string> counted) =>
        counted.ShouldBe(ScenarioTable.Read(Document, heading).Select(row => string.Join(" | ", row.Values)));

    private static string Line(string first, params long[] numbers) =>
        string.Join(" | ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)).Prepend(first));

    private static string Amount(long cents) =>
        string.Create(CultureInfo.InvariantCulture, $"{cents / 100},{cents % 100:00}");

    private static MonitorPlan Plan() =>
        new()
        {
            Arms = [new("A", "Zelf aan zet", GroupKind.Arm), new("B", "Gewone aanpak", GroupKind.Control)],
            FollowedFrom = new(2017, 9, 15),
            ShortBreakDays = 14,
            Reasons = Scene.Reasons,
            Goals = [new Goal("werk", "Werk"), new Goal("parttime-werk", "Parttime werk"), new Goal("zorg", "Zorg")],
        };

    private static Followed PersonOf(IReadOnlyDictionary<string, string> row) =>
        new()
        {
            Arm = row["groep"] == "-" ? null : row["groep"],
            FollowedFrom = new(2017, 9, 15),
            StartsOn = Day(row["begint"]),
            StoppedOn = Day(row["stopt"]),
            DataWithdrawn = row["ingetrokken"] == "ja",
            Spells =
            [
                .. Parts(row["bijstand"])
                    .Select(p =>
                    {
                        var words = p.Split(' ');
                        var (from, before) = Stretch(words[0]);
                        return new BenefitSpell(from, before, words.Length > 1 ? words[1] : null);
                    }),
            ],
            Earnings =
            [
                .. Parts(row["inkomsten"])
                    .Select(p => p.Split(' '))
                    .Select(p => new Earning(
                        Month.Of(DateOnly.ParseExact(p[0], "yyyy-MM", CultureInfo.InvariantCulture)),
                        new Eur(
                            long.Parse(p[1].Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
                        )
                    )),
            ],
            Jobs = [.. Parts(row["banen"]).Select(p => new JobSpell(Stretch(p).From, Stretch(p).Before))],
            Goals =
                row["doelen"].Length == 0
                    ? []
                    :
                    [
                        new GoalReview(
                            new(2017, 10, 10),
                            row["doelen"].Split(", "),
                            row["hoogst"],
                            row["kansrijk"] == "ja"
                        ),
                    ],
        };

    private static string[] Parts(string cell) => cell.Split("; ", StringSplitOptions.RemoveEmptyEntries);

    private static (DateOnly From, DateOnly? Before) Stretch(string text)
    {
        var ends = text.Split("..");
        return (Day(ends[0])!.Value, Day(ends[1]));
    }

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
