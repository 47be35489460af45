// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.WhatIf;

public sealed class WhatIfPageTests(Databases databases)
{
    [Fact]
    public async Task A_project_leader_sees_what_a_wider_rule_costs_who_gains_and_what_it_rests_on()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        var before = (await store.Ledger()).Count;

        await lead.Open("/wat-als?percentage=50&maximum=199&maanden=24&maand=2018-01");

        lead.Status.ShouldBe(HttpStatusCode.OK);
        lead.Text.ShouldContain("500.000 verzonnen huishoudens, 24 maanden, met de bedragen van januari 2018");
        lead.Text.ShouldContain("Aanname over gedrag");
        lead.Text.ShouldContain("tot op de cent gelijk");
        lead.Page.QuerySelectorAll("svg[role=img]").Length.ShouldBe(2);
        var curve = Rows(lead, "Wat een alleenstaande in de eerste maand overhoudt van loon");
        // by hand: 25% of 400 is 100, half of it is 199 at most; at 900 the act gives 202
        curve[3].ShouldBe("€ 400,00 | € 100,00 | € 199,00");
        curve[8].ShouldBe("€ 900,00 | € 202,00 | € 199,00");
        Rows(lead, "Kosten van de bijstand per maand").Count.ShouldBe(24);
        Rows(lead, "De verzonnen bevolking").ShouldContain(r => r.Contains("Divosa", StringComparison.Ordinal));
        (await store.Ledger()).Count.ShouldBe(before);
    }

    [Fact]
    public async Task The_form_stands_there_before_anybody_asks_and_an_empty_rule_is_the_act_itself()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open("/wat-als");
        lead.Status.ShouldBe(HttpStatusCode.OK);
        lead.Page.QuerySelectorAll("svg").ShouldBeEmpty();
        await lead.Open("/wat-als?maand=2018-01");
        lead.Text.ShouldContain("Deze regel kost precies evenveel als de wet.");
    }

    private static readonly (string Query, string Says)[] Impossible =
    [
        ("percentage=veel", "Schrijf een percentage van 0 tot en met 100"),
        ("percentage=12,34", "Schrijf een percentage van 0 tot en met 100"),
        ("maximum=gratis", "Schrijf een bedrag als 199"),
        ("maanden=twee", "Schrijf een geheel getal"),
        ("maanden=601", "Geef een getal van 0 tot en met 600"),
        ("leeftijd=12", "Geef een leeftijd van 18 tot en met 66 jaar"),
        ("artikel=34a&maximum=10", "artikel 34a kent die niet"),
        ("maand=voorjaar", "Schrijf de maand als 2026-01"),
        ("maand=2026-07", "is niet bekend"),
    ];

    [Fact]
    public async Task What_cannot_be_is_said_beside_the_form()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        foreach (var (query, says) in Impossible)
        {
            await lead.Open("/wat-als?" + query);
            lead.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, query);
            lead.Text.ShouldContain(says);
            lead.Page.QuerySelectorAll("svg").ShouldBeEmpty();
        }
    }

    private static List<string> Rows(Visitor lead, string caption) =>
        [
            .. lead
                .Page.QuerySelectorAll("table")
                .Single(t => t.QuerySelector("caption")!.TextContent.StartsWith(caption, StringComparison.Ordinal))
                .QuerySelectorAll("tbody tr")
                .Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))),
        ];
}
