// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Accounts;
using Proeftuin.App.Demo;
using Proeftuin.App.Design;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Monitoring;
using Proeftuin.Core.Participation;

namespace Proeftuin.Benchmarks;

/// <summary>Made people for the monitor: all drawn, half began, a third left benefit, some came back, one in seven earns in a month. The same in memory and in a database.</summary>
internal static class MonitorTown
{
    public const int Size = 400_000;
    public const string Experiment = "wageningen-2017";
    public static readonly DateOnly HalfWay = new(2018, 10, 1);
    private static readonly DateOnly Lot = new(2017, 10, 1);
    private static readonly string[] Arms =
    [
        "zelf-in-actie",
        "extra-begeleiding",
        "verdienen-loont",
        "onderzoeksgroep",
    ];

    public static readonly MonitorPlan Plan = new()
    {
        Arms = [.. Arms.Select(a => new MonitoredGroup(a, a, a == Arms[^1] ? GroupKind.Control : GroupKind.Arm))],
        FollowedFrom = Lot,
        Reasons = ExitReasonsFile.Shipped(),
    };

    private sealed record Life(
        string Arm,
        bool Began,
        IReadOnlyList<BenefitEvent> Turns,
        IReadOnlyList<Earning> Earnings
    );

    public static IEnumerable<Followed> People() =>
        Lives()
            .Select(l => new Followed
            {
                Arm = l.Arm,
                FollowedFrom = Lot,
                StartsOn = l.Began ? Lot : null,
                Spells = BenefitTimeline.Of(new(2015, 1, 1), l.Turns).Spells,
                Earnings = l.Earnings,
            });

    /// <summary>Fills an empty database with these people, through the program's own writers.</summary>
    public static async Task<Actor> Build(ServiceProvider services)
    {
        await services.GetRequiredService<DatabaseSetup>().Migrate();
        await using var scope = services.CreateAsyncScope();
        var municipality = (
            await scope
                .ServiceProvider.GetRequiredService<CreateMunicipality>()
                .Handle("Meetstad", "meter", isFictional: true, CancellationToken.None)
        ).OrThrow();
        var actor = new Actor(Guid.NewGuid(), "Benchmark", municipality.Id, new HashSet<Role> { Role.ProjectLead });
        (
            await scope
                .ServiceProvider.GetRequiredService<StartExperiment>()
                .Handle(
                    new(ShippedProtocols.Text(Experiment, withDemo: true), "Benchmark"),
                    actor,
                    CancellationToken.None
                )
        ).OrThrow();
        await services
            .CreateScope()
            .ServiceProvider.GetRequiredService<Work>()
            .Do<bool>(
                actor,
                Permission.ImportRegister,
                async (db, entry) =>
                {
                    entry.Record("register.ingelezen", "benchmark", Reason.Of("Benchmark").OrThrow());
                    await Fill(db, actor.MunicipalityId);
                    return true;
                },
                CancellationToken.None
            );
        return actor;
    }

    private static IEnumerable<Life> Lives()
    {
        var random = new SeededRandom(7);
        for (var i = 0; i < Size; i++)
        {
            var turns = new List<BenefitEvent>();
            if (random.Chance(330))
            {
                var left = Lot.AddDays(random.Below(720));
                turns.Add(new(BenefitTurn.Exit, left, random.Chance(600) ? "werk" : "verhuizing"));
                if (random.Chance(200))
                {
                    turns.Add(new(BenefitTurn.Reentry, left.AddDays(30 + random.Below(200)), null));
                }
            }

            var works = random.Chance(250);
            Earning[] earnings = works
                ?
                [
                    .. Enumerable
                        .Range(0, 24)
                        .Where(_ => random.Chance(600))
                        .Select(m => new Earning(Month.Of(Lot).Plus(m), new Eur(20_000 + random.Below(60_000)))),
                ]
                : [];
            yield return new Life(Arms[i % Arms.Length], random.Chance(500), turns, earnings);
        }
    }

    private static async Task Fill(ProeftuinDb db, Guid municipality)
    {
        var experiment = db.Set<ExperimentRow>().Single();
        var at = new DateTimeOffset(2017, 10, 1, 12, 0, 0, TimeSpan.Zero);
        var (persons, _) = await TownRegister.Insert(db, municipality, Size, Lot);
        Guid[] participants = [.. persons.Select(_ => Guid.CreateVersion7())];
        var lives = Lives().ToList();
        var draw = new DrawRow
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = municipality,
            ExperimentId = experiment.Id,
            DrawId = "WAGENINGEN-2017-01",
            Draw = "WAGENINGEN-2017-01",
            State = DrawState.Published,
            PublishedAt = at,
        };
        db.Add(draw);
        await db.SaveChangesAsync();
        await BulkWriter.Insert(
            db,
            persons.Select(
                (p, i) =>
                    new ParticipantRow
                    {
                        Id = participants[i],
                        MunicipalityId = municipality,
                        ExperimentId = experiment.Id,
                        DrawRowId = draw.Id,
                        PersonId = p,
                        UnitId = $"{p}",
                        Pseudonym = $"c{i}",
                        DrawnArm = lives[i].Arm,
                        RulesArm = lives[i].Arm,
                        DrawnOn = Lot,
                        State = lives[i].Began ? ParticipationState.Active : ParticipationState.Drawn,
                        StartsOn = lives[i].Began ? Lot : null,
                    }
            )
        );
        await BulkWriter.Insert(
            db,
            participants.SelectMany(
                (p, i) =>
                    (
                        lives[i].Began
                            ? [ParticipationAct.Invite, ParticipationAct.Consent, ParticipationAct.Start]
                            : new[] { ParticipationAct.Invite }
                    ).Select(
                        (act, n) =>
                            new ParticipationEventRow
                            {
                                ParticipantId = p,
                                Sequence = n + 1,
                                MunicipalityId = municipality,
                                ExperimentId = experiment.Id,
                                Act = act,
                                On = Lot,
                                RecordedAt = at.AddMinutes(n),
                                StartsOn = Lot,
                            }
                    )
            )
        );
        await BulkWriter.Insert(
            db,
            persons.SelectMany(
                (p, i) =>
                    lives[i]
                        .Turns.Select(t => new BenefitEventRow
                        {
                            Id = Guid.CreateVersion7(),
                            MunicipalityId = municipality,
                            PersonId = p,
                            Turn = t.Turn,
                            On = t.On,
                            Reason = t.Reason,
                            RecordedAt = Noon(t.On),
                        })
            )
        );
        await BulkWriter.Insert(
            db,
            persons.SelectMany(
                (p, i) =>
                    lives[i]
                        .Earnings.Select(e => new EarningsRow
                        {
                            Id = Guid.CreateVersion7(),
                            MunicipalityId = municipality,
                            PersonId = p,
                            Month = e.Month.FirstDay,
                            NetCents = e.ToSettle.Cents,
                            RecordedAt = Noon(e.Month.LastDay),
                        })
            )
        );
    }

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
