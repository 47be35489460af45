// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Proeftuin.App.Ledger;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Ledger;

/// <summary>The auditor erases what stands beside a line: on the page and on the command line.</summary>
public sealed class ErasePayloadTests(Databases databases)
{
    public static TheoryData<DatabaseKind> Both => Databases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_auditor_gives_a_reason_sees_what_goes_and_erases_it(DatabaseKind kind)
    {
        await using var store = await databases.New(kind);
        await using var site = new Site(store);
        var line = await LineWithContent(store);
        var auditor = await site.SignIn(Role.Auditor);

        await auditor.Open("/logboek?What=account.aangemaakt");
        await auditor.Open(auditor.Page.QuerySelector($"a[href='/logboek/{line}/inhoud']")!.GetAttribute("href")!);
        auditor.Text.ShouldContain("Account: Name");
        auditor.Text.ShouldNotContain("geheimzinnige-naam");
        await auditor.Submit("Verder", ("Reason", "Verzoek van betrokkene"));
        auditor.Text.ShouldContain("Dit verdwijnt voorgoed");
        (await Content(store, line)).ShouldNotBeNull("the check page changes nothing");
        await auditor.Submit("Wis de inhoud voorgoed");
        await auditor.Follow();

        (await Content(store, line)).ShouldBeNull();
        auditor.Text.ShouldContain("Reden: Verzoek van betrokkene");
        var recorded = (await store.Ledger())[^1];
        (recorded.Action, recorded.Subject, recorded.Reason).ShouldBe(
            ("logboek.inhoud-gewist", $"logboek/{line}", "Verzoek van betrokkene")
        );
        await auditor.Open("/logboek?What=account.aangemaakt");
        auditor.Text.ShouldContain($"(regel {recorded.Sequence}). Reden: Verzoek van betrokkene");
        await auditor.Submit("Reken na");
        auditor.Text.ShouldContain("regels kloppen");
    }

    [Fact]
    public async Task Without_a_reason_or_with_a_citizen_service_number_in_it_nothing_is_erased()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var line = await LineWithContent(store);
        var auditor = await site.SignIn(Role.Auditor);

        await auditor.Open($"/logboek/{line}/inhoud");
        await auditor.Submit("Verder", ("Reason", " "));
        auditor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await auditor.Submit(
            "Verder",
            ("Reason", $"Verzoek van {new App.Demo.TestBsn(new App.Demo.SeededRandom(7)).Next()}")
        );
        await auditor.Submit("Wis de inhoud voorgoed");

        auditor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        auditor.Text.ShouldContain("burgerservicenummer");
        (await Content(store, line)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_line_without_content_offers_nothing_to_erase_and_an_unknown_line_is_not_found()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var auditor = await site.SignIn(Role.Auditor);

        (await auditor.Open("/logboek/1/inhoud")).Text.ShouldContain("Er is niets te wissen");
        (await auditor.Open("/logboek/99999/inhoud")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_auditors_at_once_erase_once()
    {
        await using var store = await databases.New(DatabaseKind.Postgres);
        var line = await LineWithContent(store);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(() =>
                        store.Use(
                            (ErasePayload erase) =>
                                erase.Handle(line, "Verzoek", store.Actor(Role.Auditor), CancellationToken.None)
                        )
                    )
                )
        );

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        (await store.Ledger()).Count(e => e.Action == "logboek.inhoud-gewist").ShouldBe(1);
    }

    [Fact]
    public async Task The_command_line_shows_first_and_erases_only_when_confirmed_by_an_auditor()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        var line = await LineWithContent(store);
        await store.AddAccount("controleur", Site.Password, [Role.Auditor]);
        await store.AddAccount("leider", Site.Password, [Role.ProjectLead]);
        string[] erase =
        [
            "ledger",
            "erase",
            "--db",
            store.Options.Connection,
            "--keys",
            store.Options.KeyFile,
            "--line",
            $"{line}",
            "--reason",
            "Bewaartijd voorbij",
        ];

        var shown = await Terminal.RunAs("controleur", Site.Password, erase);
        shown.ExitCode.ShouldBe(0, shown.Error);
        shown.Output.ShouldContain("Account: Name");
        (await Terminal.RunAs("leider", Site.Password, [.. erase, "--confirm"])).ExitCode.ShouldBe(1);
        (await Content(store, line)).ShouldNotBeNull();

        var erased = await Terminal.RunAs("controleur", Site.Password, [.. erase, "--confirm"]);

        erased.ExitCode.ShouldBe(0, erased.Error);
        (await Content(store, line)).ShouldBeNull();
        var results = await store.Use(
            (LedgerVerification verification) => verification.All(_ => { }, [], CancellationToken.None)
        );
        results.ShouldAllBe(r => r.Fault == null);
        (await Terminal.RunAs("controleur", Site.Password, [.. erase, "--confirm"])).Error.ShouldContain("(meer)");
    }

    /// <summary>An account's name is personal: its value stands beside the line that made it.</summary>
    private static async Task<long> LineWithContent(Store store)
    {
        await store.AddAccount("geheimzinnige-naam", Site.Password, [Role.Researcher]);
        return (await store.Ledger()).Last(e => e.PayloadHash is not null).Sequence;
    }

    private static async Task<byte[]?> Content(Store store, long line) =>
        (await store.Rows<LedgerPayloadRow>()).Single(p => p.Chain == store.Municipality && p.Sequence == line).Content;
}
