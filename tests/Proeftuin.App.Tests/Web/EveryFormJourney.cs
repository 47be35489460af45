// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Accounts;
using Proeftuin.App.Demo;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Accounts;
using Proeftuin.App.Tests.Browser;
using Proeftuin.App.Tests.Draw;
using Proeftuin.App.Tests.Evaluation;
using Proeftuin.App.Tests.Monitoring;
using Proeftuin.App.Tests.Participation;
using Proeftuin.App.Tests.Provisions;
using Proeftuin.App.Tests.Settlement;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;

namespace Proeftuin.App.Tests.Web;

/// <summary>Sends every form of the site, filled in so that it does its work. A new form gets its step here.</summary>
internal sealed class EveryFormJourney : IAsyncDisposable
{
    private const string Experiment = "/experimenten/groningen-2017";
    private const string NewPassword = "groene giraf achter de bakker";

    private readonly DrawScene scene;

    private EveryFormJourney(DrawScene scene, Impatience impatience) =>
        (this.scene, Site) = (
            scene,
            new Site(scene.Store) { Impatience = impatience, Clock = TravellingClock.InKnownLaw() }
        );

    public Site Site { get; }

    public Store Store => scene.Store;

    public static async Task<EveryFormJourney> Start(Databases databases, DatabaseKind kind, Impatience impatience) =>
        new(await DrawScene.New(databases, kind, RecruitScene.WithThreePlaces), impatience);

    public async Task Play()
    {
        await Accounts();
        await Design();
        await Register();
        await DrawUpToThePublication();
        await DrawFromTheSecrets();
        await new RecruitingForms(Site, scene).Play();
        await Joint();
        await new FollowingForms(Site, Store).Play();
        await new EvaluationForms(Site).Play();
        await new SettlingForms(Site, Store).Play();
        await new ProvisionForms(Site, Store).Play();
        await Ledger();
    }

    private async Task Accounts()
    {
        var admin = await Site.SignIn(Role.Administrator);
        await admin.Open("/accounts/nieuw");
        await admin.Submit("Account maken", ("Name", "berend"), ("Reason", "Nieuwe collega"));
        var account = admin.Page.QuerySelector("a.pt-button")!.GetAttribute("href")!;
        await admin.Open(account);
        await admin.Submit("Rol geven", ("Role", nameof(Role.ProjectLead)), ("Reason", "Leidt het experiment"));
        await admin.Open(account);
        await admin.Submit("Rol intrekken", ("Withdrawn", nameof(Role.ProjectLead)), ("WithdrawReason", "Andere baan"));
        await admin.Open(account);
        await admin.Submit("Nieuw eenmalig wachtwoord maken", ("ResetReason", "Vergeten"));
        await admin.Open("/uitloggen");
        await admin.Submit("Uitloggen");

        var anna = await Store.AddAccount("anna", Site.Password, [Role.Auditor]);
        var there = Store.ActorIn(Store.OtherMunicipality, Role.Administrator);
        (
            await Store.Use(
                (GrantRole use) => use.Handle(anna, Role.Auditor, "Ook hier", there, CancellationToken.None)
            )
        ).OrThrow();
        var visitor = await Site.SignIn("anna", Site.Password);
        await visitor.Open("/gemeente");
        await visitor.Submit("Andersdorp openen");
        await visitor.Open("/wachtwoord");
        await visitor.Submit("Wijzigen", ("Current", Site.Password), ("Next", NewPassword), ("Again", NewPassword));
        visitor = await Site.SignIn("anna", NewPassword);
        await visitor.Open("/tweede-stap/instellen");
        var key = visitor.Page.QuerySelector("code")!.TextContent;
        await visitor.Submit("Instellen", ("Code", AuthenticatorApp.Code(key, DateTimeOffset.UtcNow)));
        var recovery = visitor.Page.QuerySelectorAll("li code").Select(c => c.TextContent).ToList();
        // whoever pressed more than once is sent to sign in again
        visitor = await Site.SignIn("anna", NewPassword);
        await visitor.Follow();
        await visitor.Submit("Verder", ("Code", recovery[0]));
        await visitor.Open("/tweede-stap/herstelcodes");
        await visitor.Submit("Nieuwe codes maken", ("Code", recovery[1]));
    }

    private async Task Design()
    {
        var lead = await Site.SignIn(Role.ProjectLead);
        await lead.Open("/experimenten/nieuw");
        await lead.Submit("Experiment beginnen", ("Shipped", "wageningen-2017"), ("Reason", "Besluit van het college"));
        var changed = ShippedProtocols.Text("wageningen-2017", withDemo: false).Yaml + "\n# nagekeken\n";
        await lead.Open("/experimenten/wageningen-2017/protocol/wijzigen");
        await lead.Upload("Verschillen bekijken", [("ProtocolFile", "nieuw.yaml", changed)]);
        await lead.Submit("Nieuwe versie vastleggen", ("Reason", "Een opmerking erbij"));
        await lead.Open(Experiment);
        foreach (var item in lead.Page.QuerySelectorAll("a[href*='/tijdpad/']").Select(a => a.GetAttribute("href")!))
        {
            await lead.Open(item);
            if (lead.Html.Contains("Vastleggen", StringComparison.Ordinal))
            {
                await lead.Submit("Vastleggen", ("DoneOn", "2017-09-01"), ("Why", "Staat in het archief"));
                break;
            }
        }
    }

    private async Task Register()
    {
        var lead = await Site.SignIn(Role.ProjectLead);
        await lead.Open("/register/inlezen");
        await lead.Upload(
            "Controleer en lees in",
            [("Delivery", "register.csv", Encoding.UTF8.GetString(RegisterFile.Csv(OneCaseManager())))],
            ("ReferenceDate", "2017-06-01"),
            ("Source", "uitdraai voor de test"),
            ("Municipalities", "Groningen, Ten Boer")
        );
        await lead.Follow();
        for (var i = 0; i < 600 && lead.SentTo is null; i++)
        {
            await Task.Delay(50);
            await lead.Open(lead.Path);
        }

        var snapshot = (await Store.Rows<RegisterSnapshotRow>()).Single();
        await lead.Open($"{Experiment}/screening");
        await lead.Submit("Voer de screening uit", ("Snapshot", snapshot.Id.ToString()), ("On", "2017-07-01"));
    }

    /// <summary>Everybody has the same case manager, so that whoever is drawn, as many people are assigned.</summary>
    private static MadeRegister OneCaseManager()
    {
        var register = RegisterMaker.MakeComplete(Screening.Scene.Groningen, 2_600, 7);
        var column = MadeRegister.Header.ToList().IndexOf("klantmanager");
        foreach (var row in register.Rows)
        {
            row[column] = "KM01";
        }

        return register;
    }

    /// <summary>A draw from its plan to its publication outside the system; then it is annulled and planned once more.</summary>
    private async Task DrawUpToThePublication()
    {
        var (lead, officer, signer) = await Ceremony();
        const string draw = $"{Experiment}/lotingen/GRONINGEN-2017-01";
        await lead.Open($"{Experiment}/lotingen/nieuw");
        await lead.Submit("Verder", ("Year", "2017"), ("Number", "1"));
        await lead.Submit("Plan deze loting", ("Why", "Besluit van het college"));
        var screening = (await Store.Rows<ScreeningRow>()).Single();
        await officer.Open($"{draw}/bevriezen");
        await officer.Submit(
            "Bevries de lijst",
            ("ScreeningId", screening.Id.ToString()),
            ("Why", "De screening is klaar")
        );
        await lead.Open($"{draw}/lotcodes");
        await lead.Submit("Haal het bestand op", ("Why", "Brieven"));
        await officer.Open($"{draw}/vastleggen");
        await officer.Submit(
            "Verder",
            ("Holder1", "griffier"),
            ("Commitment1", DrawScene.NewSecret(9).Commitment.ToString()),
            ("Day", Site.Clock.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Time", "12:00")
        );
        await officer.Submit("Leg de loting vast", ("Why", "Alles staat klaar"));
        await officer.Open($"{draw}/publicatie");
        await officer.Submit("Noteer de publicatie", ("Place", "Gemeenteblad 2026, nr. 1"));
        await lead.Open($"{draw}/nietig");
        await lead.Submit("Vraag nietigverklaring", ("Why", "Verkeerd protocol"));
        await signer.Open($"{draw}/nietig");
        await signer.Submit("Keur de nietigverklaring goed", ("Why", "Akkoord"));
        await lead.Open(draw);
        await lead.Submit("Plan een nieuwe poging");
    }

    /// <summary>A draw of 2017 whose moment has passed, from its secrets to a citizen's ticket.</summary>
    private async Task DrawFromTheSecrets()
    {
        var id = await scene.Planned(
            DrawScene.Plan(
                new Sample.All(),
                new Assignment.Weighted([new("controle", 1), new("referentie", 1)]),
                number: 2
            )
        );
        await scene.Frozen(id, 12);
        (await scene.Commit(id)).OrThrow();
        (await scene.Publicise(id)).OrThrow();
        var (lead, officer, signer) = await Ceremony();
        var draw = $"{Experiment}/lotingen/{id}";
        for (var i = 0; i < 2; i++)
        {
            await officer.Open($"{draw}/geheimen");
            await officer.Submit(
                "Open het geheim",
                ("Holder", $"houder {i + 1}"),
                ("Secret", scene.Secrets[i].ToHex())
            );
        }

        foreach (var person in new[] { officer, signer })
        {
            await person.Open($"{draw}/openbare-waarde");
            await person.Submit("Voer de waarde in", ("Value", DrawScene.Entropy));
        }

        await officer.Open($"{draw}/trekken");
        await officer.Submit("Trek de loting");
        var digest = (await Store.Rows<DrawRow>()).Single(d => d.DrawId == id).AssignmentSha256!;
        await signer.Open($"{draw}/controleren");
        await signer.Submit("Leg de controle vast", ("Digest", digest), ("With", "verify_draw.py"));
        await officer.Open($"{draw}/publiceren");
        await officer.Submit("Publiceer de loting");
        var row = (await Store.Rows<DrawRow>()).Single(d => d.DrawId == id);
        var code = (await Store.Rows<FrameUnitRow>()).First(u => u.DrawRowId == row.Id).Pseudonym;
        await lead.Open($"{draw}/identiteit");
        await lead.Submit("Maak het bewijs", ("Code", code), ("Why", "Brief kwijt"));
        await lead.Open($"{draw}/markeren");
        await lead.Submit("Markeer deze plaatsing", ("Code", code), ("Why", "Was al verhuisd"));
        var citizen = await Site.Visit().Open("/lot");
        await citizen.Submit("Controleer", ("DrawId", id), ("Code", code));
        var nonce = (await Store.Rows<FrameMemberRow>()).First(m => m.Pseudonym == code).Nonce;
        await citizen.Open("/lot/identiteit");
        await citizen.Submit(
            "Controleer",
            ("DrawId", id),
            ("Code", code),
            ("CheckWord", Convert.ToHexStringLower(nonce))
        );
    }

    /// <summary>Two municipalities are invited: one joins, adds its list to the new attempt and takes over the outcome of the other draw; one declines.</summary>
    private async Task Joint()
    {
        var lead = await Site.SignIn(Role.ProjectLead);
        var third = await Store.Use(
            (CreateMunicipality use) =>
                use.Handle("Verderveen", "verderveen.beheerder", isFictional: true, CancellationToken.None)
        );
        foreach (
            var (name, municipality, answer) in new[]
            {
                ("Andersdorp", Store.OtherMunicipality, "Doe mee"),
                ("Verderveen", third.OrThrow().Id, "Wijs af"),
            }
        )
        {
            await lead.Open($"{Experiment}/gezamenlijk/uitnodigen");
            await lead.Submit("Nodig uit", ("Municipality", name), ("Why", "Gezamenlijke aanvraag"));
            await Store.AddAccount(name, Site.Password, [Role.ProjectLead], municipality);
            var invited = await Site.SignIn(name, Site.Password);
            await invited.Open("/gezamenlijk");
            await invited.Open(invited.Page.QuerySelector("a[href^='/gezamenlijk/']")!.GetAttribute("href")!);
            await invited.Submit(answer, ("Why", "Besluit van het college"));
        }

        var actor = Store.ActorIn(Store.OtherMunicipality, Role.ProjectLead);
        var register = RegisterFile.Csv(RegisterMaker.MakeComplete(Screening.Scene.Groningen, 50, 8));
        var accepted = await Screening.Scene.Import(Store, Screening.Scene.Delivery() with { File = register }, actor);
        var screening = (await Screening.Scene.Screen(Store, accepted.OrThrow().SnapshotId, actor: actor)).OrThrow();
        await Store.AddAccount("loting.elders", Site.Password, [Role.DrawOfficer], Store.OtherMunicipality);
        var officer = await Site.SignIn("loting.elders", Site.Password);
        await officer.Open($"{Experiment}/lotingen/GRONINGEN-2017-01-a2/bijdragen");
        await officer.Submit(
            "Draag de lijst bij",
            ("ScreeningId", screening.ToString()),
            ("Why", "Onze lijst is klaar")
        );
        var partner = await Site.SignIn("Andersdorp", Site.Password);
        await partner.Open($"{Experiment}/lotingen/GRONINGEN-2017-02/overnemen");
        await partner.Submit("Neem de uitslag over", ("Why", "De loting is gepubliceerd"));
    }

    private async Task Ledger()
    {
        var auditor = await Site.SignIn(Role.Auditor);
        await auditor.Open("/logboek");
        await auditor.Submit("Reken na");
        var line = (await Store.Ledger()).First(e => e.PayloadHash is not null).Sequence;
        await auditor.Open($"/logboek/{line}/inhoud");
        await auditor.Submit("Verder", ("Reason", "Bewaartijd voorbij"));
        await auditor.Submit("Wis de inhoud voorgoed");
    }

    private async Task<(Visitor Lead, Visitor Officer, Visitor Signer)> Ceremony() =>
        (
            await Site.SignIn(Role.ProjectLead),
            await Site.SignIn(Role.DrawOfficer),
            await Site.SignIn(Role.SecondSigner)
        );

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await scene.DisposeAsync();
    }
}
