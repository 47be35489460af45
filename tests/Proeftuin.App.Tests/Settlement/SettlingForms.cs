// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.App.Demo;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>The part of the journey of every form that is about settling: income by file, a month, what the register does not know, a change by hand, an objection, a choice.</summary>
internal sealed class SettlingForms(Site site, Store store)
{
    public async Task Play()
    {
        var officer = await site.SignIn(Role.IncomeOfficer);
        await Income(officer);
        await officer.Open("/verrekenen/maand");
        await officer.Submit("Verreken de maand", ("SettledMonth", "2018-03"), ("Why", "Maandelijkse verrekening"));
        await Until(officer, "/verrekenen/maanden/2018-03");
        // by the number in the register, so that every play of the journey looks at the same household with the same people
        var numbers = (await store.Rows<HouseholdRow>()).ToDictionary(h => h.Id, h => h.Number);
        var statement = (await store.Rows<StatementRow>()).MinBy(s => numbers[s.HouseholdId], StringComparer.Ordinal)!;
        await OfHousehold(officer, $"/verrekenen/huishouden/{statement.HouseholdId}");
        await Objection(officer, $"/verrekenen/uitkomst/{statement.Id}");
        await officer.Open("/verrekenen/keuzes");
        await officer.Submit(
            "Leg de keuze vast",
            ("Choice", "vierwekenloon=werkdagen"),
            ("FromMonth", "2018-04"),
            ("Why", "Besluit van het college")
        );
    }

    private static async Task Income(Visitor officer)
    {
        var register = RegisterMaker.MakeComplete(Screening.Scene.Groningen, 2_600, 7);
        var header = MadeRegister.Header.ToList();
        var row = register.Rows.First(r => r[header.IndexOf("uitkeringssoort")] == "Pw");
        await officer.Open("/verrekenen/inkomsten/inlezen");
        await officer.Upload(
            "Controleer en lees in",
            [
                (
                    "Delivery",
                    "inkomsten.csv",
                    $"{SettleScene.Header}\n{row[header.IndexOf("bsn")]};2018-03;loon;450,00;maand;bakkerij;s1;2018-03-25;nee\n"
                ),
            ],
            ("DeliveredMonth", "2018-03"),
            ("Source", "salarisbestanden")
        );
        await Until(officer, "/verrekenen/inkomsten/");
    }

    private async Task OfHousehold(Visitor officer, string household)
    {
        await officer.Open(household);
        await officer.Submit(
            "Leg vast",
            ("Kind", nameof(SettlementFactKind.HelpsTowardsWork)),
            ("Person", "1"),
            ("On", "2018-01-01"),
            ("Why", "Besluit in het dossier")
        );
        await officer.Open(household);
        await officer.Open(officer.Page.QuerySelector("a[href*='/intrekken/']")!.GetAttribute("href")!);
        await officer.Submit("Trek in", ("Why", "Verkeerde persoon"));
        await officer.Open(household);
        await officer.Submit(
            "Vraag goedkeuring",
            ("ChangedMonth", "2018-03"),
            ("Amount", "-25,00"),
            ("ChangeWhy", "Afspraak met de deelnemer")
        );
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open("/verrekenen/met-de-hand");
        await lead.Open(lead.Page.QuerySelector("a[href^='/verrekenen/met-de-hand/']")!.GetAttribute("href")!);
        await lead.Submit("Leg de beslissing vast", ("Decision", "ja"), ("Why", "Gezien en akkoord"));
    }

    private async Task Objection(Visitor officer, string statement)
    {
        await officer.Open(statement);
        await officer.Submit(
            "Leg bezwaar vast",
            ("ReceivedOn", site.Clock.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Grounds", "De reiskosten zijn vergeten")
        );
        await officer.Open(statement);
        await officer.Submit(
            "Leg de uitkomst vast",
            ("Outcome", nameof(ObjectionOutcome.Dismissed)),
            ("Explanation", "De gemeente trekt reiskosten niet af")
        );
    }

    /// <summary>Follows a job to its result.</summary>
    private static async Task Until(Visitor officer, string result)
    {
        await officer.Follow();
        var progress = officer.Path;
        for (var i = 0; i < 1200 && officer.SentTo is null; i++)
        {
            await Task.Delay(50);
            await officer.Open(progress);
        }

        officer.SentTo.ShouldNotBeNull(officer.Text);
        await officer.Follow();
        officer.Path.ShouldStartWith(result);
    }
}
