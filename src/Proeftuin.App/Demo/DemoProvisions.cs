// SPDX-License-Identifier: EUPL-1.2
using System.Text;
using Proeftuin.App.Provisions;
using Proeftuin.App.Rehearsal;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Demo;

/// <summary>A few made-up people in each provision of Vlaardingen, from July 2024 to March 2025, through the use cases a person would use.</summary>
internal sealed class DemoProvisions(
    DemoStage stage,
    DemoStaff staff,
    Actor payer,
    string experiment,
    IReadOnlyList<string> people,
    CancellationToken ct
)
{
    private const string Desk = "Loket Centraal Onthaal";
    private static readonly Reason Because = Reason.Of("Demonstratie met verzonnen personen").OrThrow();

    /// <summary>Applications per month in the first and the second half of each year: more in the first, as the source says, in made-up numbers.</summary>
    private static readonly (int Year, int First, int Second)[] Applications =
    [
        (2022, 71, 52),
        (2023, 74, 55),
        (2024, 78, 56),
    ];

    private readonly Dictionary<int, Guid> guidances = [];
    private readonly Dictionary<int, Guid> guarantees = [];

    private Actor Manager => staff[Role.CaseManager];

    private Actor Officer => staff[Role.IncomeOfficer];

    public void Enter(Script script)
    {
        script.On(new(2024, 7, 3), 9, () => Counts(new(2024, 6)));
        script.On(new(2024, 7, 8), 9, Guide);
        script.On(new(2024, 9, 2), 9, Leave);
        script.On(new(2024, 12, 10), 15, Help);
        script.On(new(2025, 1, 6), 9, () => Counts(new(2024, 12)));
        script.On(new(2025, 1, 13), 9, Measure);
        script.On(new(2025, 3, 10), 9, Premiums);
    }

    private Task Counts(Month last)
    {
        var csv = new StringBuilder("maand;soort;aantal\n");
        foreach (var (year, first, second) in Applications)
        {
            for (var month = new Month(year, 1); month <= new Month(year, 12) && month <= last; month = month.Plus(1))
            {
                var count = (month.Number <= 6 ? first : second) + month.Number % 3;
                var administration = month.Number <= 6 ? count / 2 : count / 4;
                csv.Append(Dutch.Numbers, $"{month};bewindvoering;{administration}\n");
                csv.Append(Dutch.Numbers, $"{month};overig;{count - administration}\n");
            }
        }

        return stage.Use(
            (DeliverSpecialCounts use) =>
                use.Handle(
                    new(experiment, "aantallen.csv", csv.ToString(), "Gemaakt bestand (fictief)"),
                    staff[Role.ProjectLead],
                    ct
                )
        );
    }

    private async Task Guide()
    {
        for (var i = 0; i < 3; i++)
        {
            guidances[i] = await stage.Use(
                (StartGuidance use) => use.Handle(new(experiment, people[i], new(2024, 7, 8)), Manager, ct)
            );
            await Scores(i, new(2024, 7, 8), [2, 2 + i % 2, 3, 2, 1 + i]);
            await Contact(i, new(2024, 7, 8), "fysieke gesprekken", 50);
        }
    }

    private async Task Leave()
    {
        for (var i = 3; i < 6; i++)
        {
            guarantees[i] = await stage.Use(
                (RegisterGuarantee use) => use.Handle(new(experiment, people[i], new(2024, 8, 26)), Manager, ct)
            );
        }

        await Contact(0, new(2024, 9, 2), "telefonische gesprekken", 15);
        await Contact(1, new(2024, 8, 20), "begeleiden naar afspraken", 90);
    }

    /// <summary>One within a day, one that took longer, and one that is still open.</summary>
    private async Task Help()
    {
        var quick = await Report(6, new(2024, 12, 10, 9, 30, 0), "levensonderhoud en een slaapzak");
        var slow = await Report(7, new(2024, 12, 5, 14, 0, 0), "kosten van een legitimatiebewijs");
        await Report(8, new(2024, 12, 10, 15, 15, 0), "levensonderhoud");
        await Decided(quick, new(2024, 12, 10, 15, 45, 0), Eur.OfEuros(350), null);
        await Decided(slow, new(2024, 12, 10, 11, 0, 0), Eur.OfEuros(75), DelayReason.MissingInformation);
    }

    /// <summary>A follow-up, a hand-over and one who found work; the third still waits for its follow-up.</summary>
    private async Task Measure()
    {
        await Scores(0, new(2025, 1, 9), [3, 2, 3, 3, 2]);
        await Scores(1, new(2025, 1, 10), [4, 3, 3, 2, 3]);
        await End(0, GuidanceEnd.HandedOver, "team Oriëntatie en Ontwikkeling");
        await End(1, GuidanceEnd.ToWork, null);
    }

    /// <summary>One is paid, one is refused, one waits for its decision.</summary>
    private async Task Premiums()
    {
        var kept = await Applied(3, new(2025, 3, 3));
        var tooShort = await Applied(4, new(2025, 2, 20));
        await Applied(5, new(2025, 3, 5));
        await Judged(kept);
        await Judged(tooShort);
        await stage.Use((PayPremium use) => use.Handle(new(experiment, kept, new(2025, 3, 10), "DEMO-1"), payer, ct));
    }

    private Task Scores(int person, DateOnly on, int?[] scores) =>
        stage.Use((MeasureLife use) => use.Handle(new(experiment, guidances[person], on, scores), Manager, ct));

    private Task Contact(int person, DateOnly on, string form, int minutes) =>
        stage.Use(
            (RecordGuidanceContact use) =>
                use.Handle(new(experiment, guidances[person], on, form, minutes), Manager, ct)
        );

    private Task End(int person, GuidanceEnd end, string? team) =>
        stage.Use(
            (EndGuidance use) =>
                use.Handle(new(experiment, guidances[person], new(2025, 1, 13), end, team), Manager, ct)
        );

    private Task<Guid> Report(int person, DateTime at, string asked) =>
        stage.Use(
            (ReportOneDay use) => use.Handle(new(experiment, people[person], null, Desk, at, asked), Manager, ct)
        );

    private Task Decided(Guid report, DateTime at, Eur amount, DelayReason? delay) =>
        stage.Use(
            (DecideOneDay use) =>
                use.Handle(new(experiment, report, at, amount, IsGranted: true, delay, Because), Officer, ct)
        );

    private Task<Guid> Applied(int person, DateOnly provenUpTo) =>
        stage.Use(
            (ApplyForPremium use) =>
                use.Handle(
                    new(
                        experiment,
                        people[person],
                        new(2025, 3, 7),
                        null,
                        WageSubsidyGroup: false,
                        new(2024, 8, 26),
                        new(2024, 8, 26),
                        provenUpTo,
                        "loonstroken (fictief)"
                    ),
                    Manager,
                    ct
                )
        );

    private Task Judged(Guid premium) =>
        stage.Use(
            (DecidePremium use) =>
                use.Handle(new(experiment, premium, new(Helps: true, 0, Eur.Zero), Because), Officer, ct)
        );
}
