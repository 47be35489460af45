// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.App.Draw;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Draw;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Tests.Participation;

/// <summary>Groningen with a made register, screened, drawn into the six groups of its protocol and published on 3 October 2017; three places in each group that has a maximum.</summary>
internal sealed class RecruitScene : IAsyncDisposable
{
    public const string Experiment = DrawScene.Experiment;
    public const int PerArm = 6;
    public static readonly DateOnly Published = new(2017, 10, 3);

    private static readonly string[] Arms =
    [
        "ontheffing",
        "begeleiding",
        "vrijlating",
        "keuze",
        "controle",
        "referentie",
    ];

    private RecruitScene(DrawScene draw, string drawId) => (Draw, DrawId) = (draw, drawId);

    public DrawScene Draw { get; }

    public string DrawId { get; }

    public Store Store => Draw.Store;

    public Actor Lead => Draw.Lead;

    public static async Task<RecruitScene> New(Databases databases, DatabaseKind kind)
    {
        var draw = await DrawScene.New(databases, kind, WithThreePlaces);
        var register = RegisterMaker.MakeComplete(Scene.Groningen, 200, 7);
        var delivery = Scene.Delivery(households: 1) with { File = RegisterFile.Csv(register) };
        var snapshot = (await draw.Store.Import(delivery)).OrThrow().SnapshotId;
        var screening = (await draw.Store.Screen(snapshot)).OrThrow();
        return new RecruitScene(draw, await Drawn(draw, screening, number: 1));
    }

    /// <summary>Thirty-six households of a screening, six in each group of the protocol, published on 3 October 2017.</summary>
    public static async Task<string> Drawn(
        DrawScene draw,
        Guid screening,
        int number,
        IReadOnlyList<Secret>? secrets = null
    )
    {
        draw.Clock.Now = DrawScene.Start;
        var id = await draw.Planned(
            DrawScene.Plan(
                new Sample.Overall(PerArm * Arms.Length),
                new Assignment.Complete([.. Arms.Select(a => new ArmSize(a, PerArm))]),
                number
            )
        );
        (
            await draw.Store.Use(
                (FreezeDraw use) =>
                    use.Handle(new(id, screening, Store.Because()), draw.Officer, CancellationToken.None)
            )
        ).OrThrow();
        await draw.ReadyToDraw(id, secrets);
        await Publish(draw, id);
        return id;
    }

    /// <summary>A lottery for the three places of an arm among who enrolled, published on 17 October 2017.</summary>
    public static async Task<FrozenFrame> PlacesDrawn(
        DrawScene draw,
        string drawId,
        string arm,
        IReadOnlyList<Secret> secrets
    )
    {
        var plan = DrawPlan
            .Of(
                Core.Draw.DrawId.Parse(drawId).OrThrow().ForPlacesIn(arm).OrThrow(),
                UnitKind.Household,
                [],
                new Sample.All(),
                new Assignment.Lottery(3)
            )
            .OrThrow();
        draw.Clock.Now = new DateTimeOffset(2017, 10, 13, 12, 0, 0, TimeSpan.Zero);
        var id = await draw.Planned(plan);
        var frozen = await draw.Store.Use(
            (FreezeEnrolments use) => use.Handle(new(id, null, Store.Because()), draw.Officer, CancellationToken.None)
        );
        await draw.ReadyToDraw(id, secrets, new DateTimeOffset(2017, 10, 17, 12, 0, 0, TimeSpan.Zero));
        await Publish(draw, id);
        return frozen.OrThrow();
    }

    public static async Task Publish(DrawScene draw, string id)
    {
        var digest = (await draw.Conduct(id)).OrThrow();
        (await draw.Verify(id, digest.ToString())).OrThrow();
        (await draw.Publish(id)).OrThrow();
    }

    /// <summary>Moves the clock to noon of a day.</summary>
    public RecruitScene On(string day)
    {
        Draw.Clock.Now = new DateTimeOffset(Day(day).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        return this;
    }

    public static DateOnly Day(string iso) =>
        DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public async Task<IReadOnlyList<ParticipantRow>> People(string? arm = null) =>
        [
            .. (await Store.Rows<ParticipantRow>())
                .Where(p => arm is null || p.DrawnArm == arm)
                .OrderBy(p => p.Pseudonym, StringComparer.Ordinal),
        ];

    public Task<Outcome<Guid>> Letters(
        LetterKind kind = LetterKind.Invitation,
        string on = "2017-10-05",
        string closes = "2017-10-20"
    ) =>
        Store.Use(
            (MakeLetters use) =>
                use.Handle(new(Experiment, DrawId, kind, Day(on), Day(closes)), Lead, CancellationToken.None)
        );

    public Task<Outcome<ParticipationState>> Consent(
        ParticipantRow person,
        string on = "2017-10-12",
        string start = "2017-11-01",
        string? chosen = null,
        Actor? actor = null
    ) =>
        Store.Use(
            (RecordConsent use) =>
                use.Handle(
                    new(
                        Experiment,
                        person.Id,
                        Day(on),
                        Day(start),
                        ConsentChannel.Paper,
                        Chosen: chosen ?? (person.DrawnArm == "keuze" ? "vrijlating" : null)
                    ),
                    actor ?? Lead,
                    CancellationToken.None
                )
        );

    public Task<Outcome<ParticipationState>> Stop(
        ParticipantRow person,
        string on,
        DataChoice? data = DataChoice.KeepFollowing,
        Actor? actor = null
    ) =>
        Store.Use(
            (StopParticipation use) =>
                use.Handle(new(Experiment, person.Id, Day(on), data, null), actor ?? Lead, CancellationToken.None)
        );

    public Task<Outcome<int>> Places(string arm, string on = "2017-10-21") =>
        Store.Use((DividePlaces use) => use.Handle(new(Experiment, arm, Day(on)), Lead, CancellationToken.None));

    public Task<Outcome<int>> StartAll() =>
        Store.Use((StartParticipants use) => use.Handle(new(Experiment), Lead, CancellationToken.None));

    public async Task<SeeFlow.View> Flow(string? on = null, string? knownOn = null) =>
        (
            await Store.Use(
                (SeeFlow use) =>
                    use.Handle(
                        new(Experiment, null, on is null ? null : Day(on), knownOn is null ? null : Day(knownOn)),
                        Lead,
                        CancellationToken.None
                    )
            )
        ).OrThrow();

    /// <summary>Groningen's protocol with three places where it has a hundred.</summary>
    public static ProtocolText Protocol
    {
        get
        {
            var shipped = ShippedProtocols.Text("groningen-2017", withDemo: false);
            return shipped with
            {
                Yaml = shipped.Yaml.Replace("ten_hoogste: 100", "ten_hoogste: 3", StringComparison.Ordinal),
            };
        }
    }

    public static Task WithThreePlaces(Store store) =>
        store.Use(
            (StartExperiment use) =>
                use.Handle(new(Protocol, "Voor de test"), store.Actor(Role.ProjectLead), CancellationToken.None)
        );

    public ValueTask DisposeAsync() => Draw.DisposeAsync();
}
