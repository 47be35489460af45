// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Shouldly;

namespace Proeftuin.App.Tests.Provisions;

/// <summary>The part of the journey of every form that is about provisions: each form once, by who may send it.</summary>
internal sealed class ProvisionForms(Site site, Store store)
{
    private const string Address = $"/experimenten/{ProvisionScene.Experiment}/voorzieningen";

    private DateOnly Today => site.Clock.Today();

    public async Task Play()
    {
        var lead = store.Actor(Role.ProjectLead);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var start = scope.ServiceProvider.GetRequiredService<StartExperiment>();
            var text = ShippedProtocols.Text(ProvisionScene.Experiment, withDemo: true);
            (await start.Handle(new(text, "Voor de test"), lead, CancellationToken.None)).OrThrow();
        }

        var bsns = await ProvisionScene.Register(site.Services, lead, 40, seed: 23);
        var manager = await site.SignIn(Role.CaseManager);
        var officer = await site.SignIn(Role.IncomeOfficer);
        await Premium(manager, officer, bsns);
        await Guarantee(manager, officer, bsns[2]);
        await OneDay(manager, officer, bsns[3]);
        await Guidance(manager, bsns[4]);
        var projectLead = await site.SignIn(Role.ProjectLead);
        await projectLead.Open($"{Address}/bijzondere-bijstand/inlezen");
        await projectLead.Upload(
            "Controleer en lees in",
            [("Delivery", "aantallen.csv", "maand;soort;aantal\n2024-07;bewindvoering;5\n2024-07;overig;1\n")],
            ("Source", "uitdraai")
        );
        await projectLead.Follow();
        projectLead.Text.ShouldContain("1 van de 6 maanden");
    }

    private async Task Premium(Visitor manager, Visitor officer, IReadOnlyList<string> bsns)
    {
        foreach (var bsn in bsns.Take(2))
        {
            await manager.Open($"{Address}/uitstroompremie/nieuw");
            await manager.Submit(
                "Leg de aanvraag vast",
                ("Bsn", bsn),
                ("AppliedOn", "2025-02-07"),
                ("BenefitEndedOn", "2024-07-15"),
                ("WorkFrom", "2024-07-15"),
                ("WorkProvenUpTo", "2025-01-31"),
                ("Evidence", "loonstroken")
            );
        }

        var premiums = (await store.Rows<ExitPremiumRow>()).OrderBy(p => p.RecordedAt).ToList();
        await manager.Open($"{Address}/uitstroompremie/{premiums[1].Id}/intrekken");
        await manager.Submit("Trek in", ("Why", "Dubbel gevraagd"));
        var premium = $"{Address}/uitstroompremie/{premiums[0].Id}";
        await officer.Open($"{premium}/besluit");
        await officer.Submit(
            "Verder",
            ("Helps", "true"),
            ("OtherTimes", "0"),
            ("OtherTogether", "0"),
            ("Why", "Werk behouden")
        );
        officer.Text.ShouldContain("Toekennen: € 1.500,00");
        await officer.Submit("Neem dit besluit");
        await officer.Open($"{premium}/brief");
        officer.Text.ShouldContain("U kunt bezwaar maken tot en met");
        var payer = await site.SignIn(Role.IncomeOfficer);
        await payer.Open($"{premium}/betalen");
        await payer.Submit("Leg de betaling vast", ("PaidOn", Day(Today)), ("Reference", "B-2025-1"));
        await Objection(officer, payer, $"{premium}/bezwaar");
        await HandOver(officer, premium);
    }

    private async Task Guarantee(Visitor manager, Visitor officer, string bsn)
    {
        await manager.Open($"{Address}/garantieknop/nieuw");
        await manager.Submit("Leg de garantieknop vast", ("Bsn", bsn), ("ExitOn", Day(Today.AddDays(-40))));
        var row = (await store.Rows<ReturnGuaranteeRow>()).ShouldHaveSingleItem();
        var guarantee = $"{Address}/garantieknop/{row.Id}";
        await manager.Open($"{guarantee}/gebruiken");
        await manager.Submit("Gebruik de garantieknop", ("On", Day(Today)), ("Changes", "Ander adres"));
        await officer.Open($"{guarantee}/besluit");
        await officer.Submit(
            "Neem dit besluit",
            ("Restart", "true"),
            ("RestartsOn", Day(Today)),
            ("Why", "Baan gestopt")
        );
    }

    private async Task OneDay(Visitor manager, Visitor officer, string bsn)
    {
        await manager.Open($"{Address}/bijstand-in-1-dag/nieuw");
        await manager.Submit(
            "Leg de melding vast",
            ("Bsn", bsn),
            ("Desk", "Loket Centraal Onthaal"),
            ("Day", "2025-02-03"),
            ("Time", "10:00"),
            ("Asked", "een bed")
        );
        var row = (await store.Rows<OneDayRow>()).ShouldHaveSingleItem();
        await officer.Open($"{Address}/bijstand-in-1-dag/{row.Id}/besluit");
        await officer.Submit(
            "Neem dit besluit",
            ("Granted", "true"),
            ("Amount", "350"),
            ("Day", "2025-02-03"),
            ("Time", "16:00"),
            ("Why", "Noodzakelijke kosten")
        );
    }

    private async Task Guidance(Visitor manager, string bsn)
    {
        await manager.Open($"{Address}/begeleiding/nieuw");
        await manager.Submit("Begin de begeleiding", ("Bsn", bsn), ("On", "2024-09-02"));
        var row = (await store.Rows<GuidanceRow>()).ShouldHaveSingleItem();
        var guidance = $"{Address}/begeleiding/{row.Id}";
        await manager.Open($"{guidance}/meting");
        await manager.Submit(
            "Leg de meting vast",
            [("On", "2024-09-03"), .. Enumerable.Range(0, 5).Select(i => ($"Scores[{i}]", "2"))]
        );
        await manager.Open($"{guidance}/contact");
        await manager.Submit(
            "Leg het contact vast",
            ("On", "2024-09-10"),
            ("Form", "telefonische gesprekken"),
            ("Minutes", "20")
        );
        await manager.Open($"{guidance}/vervallen/2");
        await manager.Submit("Laat deze regel vervallen", ("Why", "Verkeerde vorm"));
        await manager.Open($"{guidance}/contact");
        await manager.Submit(
            "Leg het contact vast",
            ("On", "2024-09-11"),
            ("Form", "telefonische gesprekken"),
            ("Minutes", "25")
        );
        await manager.Open($"{guidance}/einde");
        await manager.Submit("Beëindig de begeleiding", ("On", "2025-01-31"), ("End", "ToWork"), ("Team", ""));
        await manager.Open(guidance);
        manager.Text.ShouldContain("naar werk");
        manager.Text.ShouldContain("Contacten1, samen 25 minuten");
        manager.Text.ShouldContain("Vervallen: Verkeerde vorm");
    }

    /// <summary>Who decided writes the objection down; another one writes down how it ended.</summary>
    private async Task Objection(Visitor officer, Visitor other, string objection)
    {
        await officer.Open(objection);
        await officer.Submit("Leg bezwaar vast", ("ReceivedOn", Day(Today)), ("Grounds", "Het bedrag is te laag"));
        await officer.Open(objection);
        officer.Text.ShouldContain("Een ander legt de uitkomst van het bezwaar vast");
        await other.Open(objection);
        await other.Submit(
            "Leg de uitkomst vast",
            ("Outcome", nameof(ObjectionOutcome.Dismissed)),
            ("Explanation", "Het bedrag volgt uit het protocol")
        );
    }

    private async Task HandOver(Visitor officer, string file)
    {
        await site.SignIn(Role.CaseManager);
        await officer.Open($"{file}/overdragen");
        var colleague = officer.Page.QuerySelectorAll("select[name=To] option").Last().GetAttribute("value")!;
        await officer.Submit("Draag het dossier over", ("To", colleague), ("Why", "De klantmanager is ziek"));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
