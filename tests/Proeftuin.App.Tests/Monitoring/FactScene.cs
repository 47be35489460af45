// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Demo;
using Proeftuin.App.Exchange.Register;
using Proeftuin.App.Monitoring;
using Proeftuin.App.Screening;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Draw;
using Proeftuin.App.Tests.Register;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Tests.Monitoring;

/// <summary>Wageningen's experiment with a register of single persons, of whom some were drawn, and a clock that the test sets.</summary>
internal sealed class FactScene : IAsyncDisposable
{
    public const string Experiment = "wageningen-2017";
    public static readonly DateOnly Lot = new(2017, 9, 15);
    public static readonly string[] Arms = ["zelf-in-actie", "extra-begeleiding", "verdienen-loont", "onderzoeksgroep"];

    private FactScene(Store store, MovableClock clock, IReadOnlyList<string> bsns) =>
        (Store, Clock, Bsns, Lead) = (store, clock, bsns, store.Actor(Role.ProjectLead));

    public Store Store { get; }
    public MovableClock Clock { get; }

    /// <summary>The numbers of the people, in the order of the register; the first ones were drawn.</summary>
    public IReadOnlyList<string> Bsns { get; }
    public Actor Lead { get; }
    public IReadOnlyList<Guid> Participants { get; private set; } = [];

    public static async Task<FactScene> New(Databases databases, DatabaseKind kind, int people = 10, int drawn = 8)
    {
        var clock = new MovableClock(At(new(2017, 7, 1)));
        var store = await databases.New(kind, services => services.AddSingleton<TimeProvider>(clock));
        var numbers = new TestBsn(new SeededRandom(11));
        string[] bsns = [.. Enumerable.Range(0, people).Select(_ => numbers.Next())];
        var scene = new FactScene(store, clock, bsns);
        await store.StartGroningen(Experiment, withDemo: true);
        (
            await store.Import(
                new ImportRegister.Command(
                    Register(bsns),
                    new DateOnly(2017, 7, 1),
                    "uitdraai voor de test",
                    ["Testdorp"],
                    ControlTotals.None
                ),
                scene.Lead
            )
        ).OrThrow();
        clock.Now = At(Lot);
        await scene.Draw(drawn);
        return scene;
    }

    /// <summary>Noon in the Netherlands on a day.</summary>
    public static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(11, 0)), TimeSpan.Zero);

    public Task<Outcome<ImportFacts.Accepted>> Deliver(
        string csv,
        DateOnly today,
        Actor? actor = null,
        Guid? onceKey = null
    )
    {
        Clock.Now = At(today);
        return Store.Use(
            (ImportFacts use) =>
                use.Handle(
                    new(Encoding.UTF8.GetBytes(csv), Month.Of(today.AddMonths(-1)), "maandlevering", Experiment),
                    actor ?? Lead,
                    progress: null,
                    CancellationToken.None
                ),
            onceKey
        );
    }

    /// <summary>A delivery of exits and returns: "0 uitstroom 2018-01-01 werk" is about the first person.</summary>
    public string Turns(params string[] rows) =>
        string.Join(
            '\n',
            rows.Select(r => r.Split(' '))
                .Select(r => $"{Of(r[0])};{r[1]};{r[2]};{(r.Length > 3 ? r[3] : "")}")
                .Prepend("bsn;gebeurtenis;datum;reden")
        );

    public string Of(string number) => Bsns[int.Parse(number, CultureInfo.InvariantCulture)];

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static byte[] Register(IEnumerable<string> bsns) =>
        Delivered.Csv([
            Delivered.Header,
            .. bsns.Select(
                (bsn, i) =>
                {
                    var row = Delivered.Table()[1];
                    row[Array.IndexOf(Delivered.Header, "huishouden")] = $"U{i}";
                    row[Array.IndexOf(Delivered.Header, "bsn")] = bsn;
                    return row;
                }
            ),
        ]);

    private async Task Draw(int drawn)
    {
        var people = await Store.Rows<RegisterPersonRow>();
        var households = (await Store.Rows<HouseholdRow>()).ToDictionary(h => h.Id, h => h.Number);
        var experiment = (await Store.Rows<ExperimentRow>()).Single();
        var draw = new DrawRow
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = Store.Municipality,
            ExperimentId = experiment.Id,
            DrawId = "WAGENINGEN-2017-1",
            Draw = "WAGENINGEN-2017-1",
            Trial = "WAGENINGEN",
            State = DrawState.Published,
            PlannedAt = Clock.Now,
            PublishedAt = Clock.Now,
        };
        ParticipantRow[] participants =
        [
            .. people
                .OrderBy(p => int.Parse(households[p.HouseholdId][1..], CultureInfo.InvariantCulture))
                .Take(drawn)
                .Select(
                    (p, i) =>
                        new ParticipantRow
                        {
                            Id = Guid.CreateVersion7(),
                            MunicipalityId = Store.Municipality,
                            ExperimentId = experiment.Id,
                            DrawRowId = draw.Id,
                            PersonId = p.PersonId,
                            UnitId = p.PersonId.ToString(),
                            Pseudonym = $"code-{i}",
                            DrawnArm = Arms[i % Arms.Length],
                            RulesArm = Arms[i % Arms.Length],
                            DrawnOn = Lot,
                            State = ParticipationState.Active,
                            StartsOn = new DateOnly(2017, 10, 1),
                        }
                ),
        ];
        await Store.Do<bool>(
            Lead,
            Permission.PlanDraw,
            async (db, entry) =>
            {
                db.Add(draw);
                await db.SaveChangesAsync();
                db.AddRange(participants);
                entry.Record("loting.gepubliceerd", "loting/test", Store.Because());
                return true;
            }
        );
        Participants = [.. participants.Select(p => p.Id)];
    }
}
