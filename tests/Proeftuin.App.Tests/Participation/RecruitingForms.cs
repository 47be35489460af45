// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Draw;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;

namespace Proeftuin.App.Tests.Participation;

/// <summary>The part of the journey of every form that is about taking part: from the first letter to the last day.</summary>
internal sealed class RecruitingForms(Site site, DrawScene scene)
{
    private const string Address = "/experimenten/groningen-2017/deelname";

    private string draw = "";

    public async Task Play()
    {
        var screening = (await scene.Store.Rows<ScreeningRow>()).Single().Id;
        draw = await RecruitScene.Drawn(
            scene,
            screening,
            number: 3,
            [DrawScene.NewSecret(13), DrawScene.NewSecret(14)]
        );
        var manager = await scene.Store.AddAccount("klantmanager.b", Site.Password, [Role.CaseManager]);
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open($"{Address}/bijeenkomsten");
        await lead.Submit(
            "Plan deze bijeenkomst",
            ("On", "2017-10-09"),
            ("Time", "19.30 uur"),
            ("Place", "Buurthuis de Voorbeeldhof")
        );
        await lead.Open($"{Address}/caseload");
        await lead.Submit("Wijs deze mensen toe", ("Account", manager.ToString()));
        await lead.Open($"{Address}/uitnodigen/{draw}");
        await lead.Submit("Maak de brieven", ("On", "2017-10-05"), ("ClosesOn", "2017-10-20"));
        await Answers(lead);
        await Places(lead);
        await Ends(lead);
        await Volunteers(lead);
    }

    /// <summary>Oss asks people to enrol before the lot.</summary>
    private async Task Volunteers(Visitor lead)
    {
        const string list = "/experimenten/oss-2017/deelname/aanmeldingen";
        (
            await scene.Store.Use(
                (StartExperiment use) =>
                    use.Handle(
                        new(ShippedProtocols.Text("oss-2017", withDemo: true), "Voor de test"),
                        scene.Lead,
                        CancellationToken.None
                    )
            )
        ).OrThrow();
        var register = RegisterMaker.MakeComplete(Screening.Scene.Groningen, 2_600, 7);
        var bsn = register.Rows[0][MadeRegister.Header.ToList().IndexOf("bsn")];
        await lead.Open($"{list}/nieuw");
        await lead.Submit("Meld aan", ("Numbers", bsn), ("On", "2017-08-20"));
        await lead.Open(list);
        await lead.Open(lead.Page.QuerySelector("a[href$='/intrekken']")!.GetAttribute("href")!);
        await lead.Submit("Haal van de lijst");
    }

    private async Task Answers(Visitor lead)
    {
        var control = await People("controle");
        await Act(lead, control[0], "bijeenkomst", "Noteer dit");
        var other = await scene.Store.AddAccount("klantmanager.c", Site.Password, [Role.CaseManager]);
        await Act(lead, control[0], "klantmanager", "Wijs deze persoon toe", ("Account", other.ToString()));
        await Consent(lead, control[0]);
        await Act(lead, control[1], "afzeggen", "Leg dit vast", ("On", "2017-10-12"));
        var line = (await scene.Store.Rows<ParticipationEventRow>())
            .Single(e => e.ParticipantId == control[1].Id && e.Act == ParticipationAct.Decline)
            .Sequence;
        await Act(lead, control[1], $"intrekken/{line}", "Trek deze regel in", ("Why", "Andere persoon"));
        await Consent(lead, control[2]);
        await Act(
            lead,
            control[3],
            "gegevens",
            "Leg dit vast",
            ("Data", nameof(DataChoice.WithdrawData)),
            ("On", "2017-10-12")
        );
        foreach (var person in (await People("keuze")).Take(5))
        {
            await Consent(lead, person, ("Chosen", "vrijlating"));
        }

        await Act(
            lead,
            (await People("keuze"))[0],
            "keuze",
            "Leg de keuze vast",
            ("Chosen", "ontheffing"),
            ("On", "2017-10-13")
        );
        await lead.Open(Address);
        await lead.Submit("Leg vast wie niet antwoordde");
    }

    private async Task Places(Visitor lead)
    {
        await RecruitScene.PlacesDrawn(scene, draw, "keuze", [DrawScene.NewSecret(15), DrawScene.NewSecret(16)]);
        await lead.Open($"{Address}/plaatsen");
        await lead.Submit("Geef plaatsen", ("Arm", "controle"), ("On", "2017-10-21"));
        var admitted = (await People("keuze")).First(p => p.State == ParticipationState.Admitted);
        await Act(
            lead,
            admitted,
            "stoppen",
            "Leg vast dat deze persoon stopt",
            ("On", "2017-10-18"),
            ("Data", nameof(DataChoice.KeepFollowing))
        );
        await lead.Open($"{Address}/plaatsen");
        await lead.Submit("Roep op", ("Arm", "keuze"), ("On", "2017-10-20"), ("StartsOn", "2017-12-01"));
    }

    private async Task Ends(Visitor lead)
    {
        await lead.Open(Address);
        await lead.Submit("Leg hun start vast");
        var active = (await People("keuze")).First(p => p.State == ParticipationState.Active);
        await Act(lead, active, "beeindigen", "Beëindig de deelname", ("On", "2018-06-01"), ("Why", "Verhuisd"));
        await lead.Open(Address);
        await lead.Submit("Rond hun deelname af");
    }

    private static Task Consent(Visitor lead, ParticipantRow person, params (string, string)[] more) =>
        Act(
            lead,
            person,
            "aanmelden",
            "Leg de aanmelding vast",
            [("On", "2017-10-12"), ("StartsOn", "2017-11-01"), .. more]
        );

    private static async Task Act(
        Visitor lead,
        ParticipantRow person,
        string page,
        string button,
        params (string, string)[] fields
    )
    {
        await lead.Open($"{Address}/mensen/{person.Id}/{page}");
        await lead.Submit(button, fields);
    }

    /// <summary>Those of this draw; the journey made others before it.</summary>
    private async Task<IReadOnlyList<ParticipantRow>> People(string arm)
    {
        var row = (await scene.Store.Rows<DrawRow>()).Single(d => d.DrawId == draw).Id;
        return
        [
            .. (await scene.Store.Rows<ParticipantRow>())
                .Where(p => p.DrawRowId == row && p.DrawnArm == arm)
                .OrderBy(p => p.Id),
        ];
    }
}
