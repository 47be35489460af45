// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Rehearsal;
using Proeftuin.App.Screening;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Demo;

/// <summary>
/// Fills an empty database with one fictional municipality per shipped protocol, through the same use cases a person
/// would use. Those with a lot are played from the first letter to the last month; their stories run beside each other in one script.
/// </summary>
public sealed class DemoRecipe(DemoStage stage)
{
    /// <summary>Goes up when the recipe makes other data, so that an older demonstration is recognised.</summary>
    public const int Number = 6;

    private const string Because = "Demonstratie met verzonnen personen";
    private const int Seed = 7;

    /// <summary>The last facts of the rehearsed experiments come before this day; the bar counts days up to it.</summary>
    private static readonly DateOnly Told = new(2020, 4, 1);

    private static DateOnly First => DemoTown.All.Min(t => t.Begins);

    /// <summary>The number of steps of <see cref="Play"/>, for a progress bar: days of the story.</summary>
    public static int Steps => Told.DayNumber - First.DayNumber;

    public Task Play(Action<int, string> progress, CancellationToken ct) => PlayTowns(DemoTown.All, progress, ct);

    /// <summary>The stories of some towns only.</summary>
    internal async Task PlayTowns(IEnumerable<DemoTown> towns, Action<int, string> progress, CancellationToken ct)
    {
        var script = new Script(stage.Clock);
        foreach (var town in towns)
        {
            script.On(town.Begins, 7, () => Enter(town, script, ct));
        }

        await script.Play(day => progress(Math.Clamp(day.DayNumber - First.DayNumber, 0, Steps), Dutch.Date(day)), ct);
        progress(Steps, "Klaar");
    }

    private async Task Enter(DemoTown town, Script script, CancellationToken ct)
    {
        var staff = await DemoStaff.Hire(town.Name, town.Login, stage, ct);
        var text = ShippedProtocols.Text(town.Protocol, withDemo: true);
        if (town.Story == DemoStory.Rehearsed)
        {
            var plan = RehearsalPlan.Of(text, null, Seed, town.Households).OrThrow();
            var scene = new Scene(plan, stage, staff, script, ct);
            new Play(scene).Enter();
            if (town.Settles)
            {
                new DemoSettlement(scene).Enter();
            }

            return;
        }

        await stage.Use((StartExperiment use) => use.Handle(new(text, Because), staff[Role.ProjectLead], ct));
        var protocol = ProtocolFile.Read(text).OrThrow();
        var profile = MakerProfile.For(town.Protocol).OrThrow();
        var payer = protocol.Provisions is null
            ? null
            : await staff.HireAlso(Role.IncomeOfficer, $"{town.Login}.{DemoStaff.Payer}", stage, ct);
        script.On(
            profile.ReferenceDate.AddDays(1),
            8,
            async () =>
            {
                var register = await Deliver(town, staff, protocol, profile, ct);
                if (payer is not null)
                {
                    new DemoProvisions(stage, staff, payer, protocol.Slug, Adults(register), ct).Enter(script);
                }
            }
        );
    }

    /// <summary>The numbers of the first people of a made register who are clearly older than 27.</summary>
    private static IReadOnlyList<string> Adults(MadeRegister register)
    {
        var header = MadeRegister.Header.ToList();
        var (bsn, born) = (header.IndexOf("bsn"), header.IndexOf("geboortedatum"));
        return
        [
            .. register
                .Rows.Where(r => r[born].Length > 0 && string.CompareOrdinal(r[born], "1990") < 0)
                .Select(r => r[bsn])
                .Take(9),
        ];
    }

    private async Task<MadeRegister> Deliver(
        DemoTown town,
        DemoStaff staff,
        Protocol protocol,
        MakerProfile profile,
        CancellationToken ct
    )
    {
        var register = RegisterMaker.MakeComplete(profile, town.Households, Seed);
        var accepted = await stage.Use(
            (ImportRegister use) =>
                use.Handle(
                    new(
                        RegisterFile.Csv(register),
                        profile.ReferenceDate,
                        "Gemaakt bestand (fictief)",
                        [.. profile.Municipalities.Select(m => m.Municipality)],
                        ControlTotals.None
                    ),
                    staff[Role.ProjectLead],
                    progress: null,
                    ct
                )
        );
        if (protocol.Exclusions.IsKnown && protocol.Run is Knowable<ExperimentPeriod>.Known { Value: var run })
        {
            await stage.Use(
                (RunScreening use) =>
                    use.Handle(
                        new(protocol.Slug, accepted.SnapshotId, run.From, KnownOn: null, Because),
                        staff[Role.ProjectLead],
                        ct
                    )
            );
        }

        return register;
    }
}
