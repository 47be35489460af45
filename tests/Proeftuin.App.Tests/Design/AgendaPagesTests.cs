// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Design;
using Proeftuin.App.Storage;
using Proeftuin.App.Tasks;
using Proeftuin.App.Tests.Draw;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Design;

public sealed class AgendaPagesTests(Databases databases)
{
    private const string Report = "rapport-eerste-halfjaarsrapportage";

    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Fact]
    public async Task A_project_leader_marks_a_report_as_made_and_takes_it_back()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open("/experimenten/nieuw");
        await lead.Submit("Experiment beginnen", ("Shipped", "groningen-2017"), ("Reason", "proef"));
        await lead.Open("/experimenten/groningen-2017");
        lead.Text.ShouldContain("Dit experiment is afgelopen.");

        await lead.Open($"/experimenten/groningen-2017/tijdpad/{Report}");
        await lead.Submit("Vastleggen", ("DoneOn", "2018-01-03"), ("Why", "verslag in dossier 12"));
        await lead.Follow();
        lead.Text.ShouldContain("Vastgelegd: Eerste halfjaarsrapportage.");
        lead.Text.ShouldContain("gedaan op 3 januari 2018");

        await lead.Open($"/experimenten/groningen-2017/tijdpad/{Report}");
        await lead.Submit("Vastleggen", ("DoneOn", ""), ("Why", "het was een concept"));
        await lead.Follow();
        lead.Text.ShouldNotContain("gedaan op");
        (await store.Ledger())
            .TakeLast(2)
            .Select(e => (e.Action, e.Reason))
            .ShouldBe([("tijdpad.afgerond", "verslag in dossier 12"), ("tijdpad.heropend", "het was een concept")]);
    }

    [Fact]
    public async Task Somebody_who_does_not_lead_sees_the_agenda_and_cannot_mark_it()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open("/experimenten/nieuw");
        await lead.Submit("Experiment beginnen", ("Shipped", "groningen-2017"), ("Reason", "proef"));
        var researcher = await site.SignIn(Role.Researcher);

        await researcher.Open("/experimenten/groningen-2017");
        researcher.Text.ShouldContain("Eerste halfjaarsrapportage");
        researcher.Page.QuerySelectorAll("a[href*='/tijdpad/']").ShouldBeEmpty();
        await researcher.Open($"/experimenten/groningen-2017/tijdpad/{Report}");
        researcher.Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Overdue_items_are_one_task_and_the_program_refuses_what_it_sees_itself_what_is_to_come_and_what_is_not_there(
        DatabaseKind kind
    )
    {
        var clock = new MovableClock(new(2018, 2, 1, 9, 0, 0, TimeSpan.Zero));
        await using var store = await databases.New(kind, s => s.AddSingleton<TimeProvider>(clock));
        var lead = store.Actor(Role.ProjectLead);
        var text = ShippedProtocols.Text("groningen-2017");
        (
            await store.Use((StartExperiment use) => use.Handle(new(text, "proef"), lead, CancellationToken.None))
        ).OrThrow();

        // Counted by hand in the protocol: 3 steps, 13 activities, 1 contact, 2 measurements and 1 report before this day.
        Overdue(await Tasks(store, lead)).ShouldBe("Kijk wat over tijd is in het tijdpad (20)");
        (await Mark(store, Report, new(2018, 2, 2))).Why.ShouldBe([new DoneInTheFuture(new(2018, 2, 2))]);
        (await Mark(store, "stap-loting", new(2018, 2, 1))).Why.ShouldBe([new SeenByProeftuin("Loting gepubliceerd")]);
        (await Mark(store, "rapport-zoek", new(2018, 2, 1))).Why.ShouldBe([new NoSuchAgendaItem("rapport-zoek")]);
        (await store.Rows<AgendaMarkRow>()).ShouldBeEmpty();

        (await Mark(store, Report, new(2018, 1, 3))).OrThrow().ShouldBeTrue();
        (await Mark(store, Report, new(2018, 1, 3))).OrThrow().ShouldBeFalse();
        (await store.Rows<AgendaMarkRow>()).Count.ShouldBe(1);
        Overdue(await Tasks(store, lead)).ShouldBe("Kijk wat over tijd is in het tijdpad (19)");
        (await store.Ledger()).Count(e => e.Action == "tijdpad.afgerond").ShouldBe(1);
    }

    private static string Overdue(IReadOnlyList<OpenTask> tasks) =>
        tasks.Single(t => t.Address.EndsWith("#tijdpad", StringComparison.Ordinal)).What;

    private static async Task<IReadOnlyList<OpenTask>> Tasks(Store store, Actor lead) =>
        (await store.Use((OpenTasks use) => use.Handle(lead, CancellationToken.None))).OrThrow();

    private static Task<Outcome<bool>> Mark(Store store, string item, DateOnly on) =>
        store.Use(
            (MarkAgendaItem use) =>
                use.Handle(
                    new("groningen-2017", item, on, Store.Because()),
                    store.Actor(Role.ProjectLead),
                    CancellationToken.None
                )
        );
}
