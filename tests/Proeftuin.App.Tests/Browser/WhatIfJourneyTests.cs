// SPDX-License-Identifier: EUPL-1.2
using Microsoft.Playwright;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Browser;

/// <summary>Somebody asks what a wider rule would cost, in a real browser: the form, a mistake and the outcome are for everybody and fit a small screen.</summary>
public sealed class WhatIfJourneyTests(Databases databases, Chromium chromium)
{
    [Fact]
    public async Task A_project_leader_asks_what_a_wider_rule_would_cost()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await store.AddAccount("mevrouw-lead", Site.Password, [Role.ProjectLead]);
        await using var site = LiveSite.Start(store.Options, chromium);
        var lead = await site.SignIn("mevrouw-lead", Site.Password);
        await lead.GotoAsync("/experimenten");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Wat zou een andere vrijlating kosten?" }).ClickAsync();
        await Accessible.ToEverybody(lead);

        await lead.GetByLabel("Percentage van het loon").FillAsync("veel");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Reken door" }).ClickAsync();
        await lead.GetByText("Schrijf een percentage van 0 tot en met 100").First.WaitForAsync();
        await Accessible.ToEverybody(lead);

        await lead.GetByLabel("Percentage van het loon").FillAsync("50");
        await lead.GetByLabel("Hoogstens per maand").FillAsync("199");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Reken door" }).ClickAsync();
        await lead.GetByText("tot op de cent gelijk").WaitForAsync();
        (await lead.Locator("svg[role=img]").CountAsync()).ShouldBe(2);
        await Accessible.ToEverybody(lead);
    }
}
