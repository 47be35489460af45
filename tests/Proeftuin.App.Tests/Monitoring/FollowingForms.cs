// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Demo;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;

namespace Proeftuin.App.Tests.Monitoring;

/// <summary>The part of the journey of every form that is about what happened afterwards: facts by file and one by one, a correction, a frozen table, a rehearsal that is stopped.</summary>
internal sealed class FollowingForms(Site site, Store store)
{
    private const string Experiment = "/experimenten/groningen-2017";

    public async Task Play()
    {
        var lead = await site.SignIn(Role.ProjectLead);
        await Import(lead);
        await OneByOne(lead);
        await lead.Open($"{Experiment}/cijfers/bevriezen?tel=2018-04-01");
        await lead.Submit("Bevries", ("Why", "Eindrapportage"));
        await Rehearse(lead);
    }

    private static async Task Import(Visitor lead)
    {
        var register = RegisterMaker.MakeComplete(Screening.Scene.Groningen, 2_600, 7);
        var bsn = register.Rows[0][MadeRegister.Header.ToList().IndexOf("bsn")];
        await lead.Open("/feiten/inlezen");
        await lead.Upload(
            "Controleer en lees in",
            [("Delivery", "feiten.csv", $"bsn;gebeurtenis;datum;reden\n{bsn};uitstroom;2018-02-01;werk\n")],
            ("DeliveredMonth", "2018-03"),
            ("Source", "uitdraai")
        );
        await lead.Follow();
        await Until(lead, () => lead.SentTo is not null);
        await lead.Follow();
        lead.Path.ShouldStartWith("/feiten/leveringen/");
    }

    private async Task OneByOne(Visitor lead)
    {
        var person = $"/feiten/{await SomebodyOnBenefit()}";
        await lead.Open(person);
        await lead.Submit(
            "Leg vast",
            ("Turn", "Exit"),
            ("On", "2018-01-01"),
            ("ReasonCode", "werk"),
            ("Why", "Gebeld met de werkgever")
        );
        await lead.Open(person);
        await lead.Open(lead.Page.QuerySelector("a[href*='/corrigeren/']")!.GetAttribute("href")!);
        await lead.Submit("Corrigeer", ("On", "2018-01-15"), ("Why", "De brief noemt een andere dag"));
    }

    /// <summary>Somebody drawn who has the benefit in the register and about whom nothing was reported yet: the first by the number there, and never the partner, whose exit ends nothing.</summary>
    private async Task<Guid> SomebodyOnBenefit()
    {
        var numbers = (await store.Rows<HouseholdRow>()).ToDictionary(h => h.Id, h => h.Number);
        var applicants = (await store.Rows<RegisterPersonRow>())
            .Where(p => p.Number == 1)
            .DistinctBy(p => p.PersonId)
            .ToDictionary(p => p.PersonId, p => numbers[p.HouseholdId]);
        var told = (await store.Rows<BenefitEventRow>()).Select(e => e.PersonId).ToHashSet();
        return (await store.Rows<ParticipantRow>())
            .Where(p =>
                p.MunicipalityId == store.Municipality
                && applicants.ContainsKey(p.PersonId)
                && !told.Contains(p.PersonId)
            )
            .MinBy(p => applicants[p.PersonId], StringComparer.Ordinal)!
            .Id;
    }

    private static async Task Rehearse(Visitor lead)
    {
        await lead.Open($"{Experiment}/proefdraaien");
        await lead.Submit("Proefdraai starten", ("Households", "3000"), ("Months", ""), ("Seed", "5"));
        await lead.Follow();
        await lead.Submit("Stop de proefdraai");
        await lead.Follow();
        await Until(lead, () => lead.Text.Contains("op verzoek gestopt", StringComparison.Ordinal));
    }

    private static async Task Until(Visitor lead, Func<bool> done)
    {
        var page = lead.Path;
        for (var i = 0; i < 1200 && !done(); i++)
        {
            await Task.Delay(50);
            await lead.Open(page);
        }

        done().ShouldBeTrue(lead.Text);
    }
}
