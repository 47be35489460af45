// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Proeftuin.App.Storage;
using Proeftuin.Web.Forms;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Evaluation;

/// <summary>The public page of published figures, over HTTP and without signing in.</summary>
public sealed class PublishedPageTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("proeftuin-cijfers").FullName;
    private WebApplicationFactory<ProeftuinPage> site = null!;

    public async ValueTask InitializeAsync()
    {
        var connection = $"Data Source={Path.Combine(folder, "cijfers.db")}";
        var keys = Path.Combine(folder, "sleutels");
        await using var services = new ServiceCollection()
            .AddProeftuinApp(ProeftuinOptions.For(connection, keys))
            .BuildServiceProvider();
        await services.GetRequiredService<DatabaseSetup>().Migrate();
        site = new WebApplicationFactory<ProeftuinPage>().WithWebHostBuilder(b =>
            b.UseSetting("Database", connection)
                .UseSetting("KeyFile", keys)
                .ConfigureLogging(log => log.ClearProviders())
        );
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Anybody_reads_the_published_figures_with_what_is_wrong_in_them()
    {
        var page = await Page("/cijfers/wageningen-2017");
        var exits = Rows(page, "Mensen die gingen werken");
        exits.ShouldContain("Zelf in actie | ja | 98 | 26 | 26,5% | 24 | 24,5%");
        exits.ShouldContain("Geen deelname | niet geloot | 382 | 41 | 10,7% | 38 | 9,9%");
        Rows(page, "Verschil in procentpunt")[0]
            .ShouldBe("Zelf in actie | Onderzoeksgroep | geloot | 10,0 | -1,8 tot 21,4 | 0,113 | 0,094");
        Rows(page, "Deelnemers per groep").ShouldContain("Zelf in actie | 106 | 8 | 40 | 58");
        var first = page.QuerySelector("section[aria-labelledby=eerst]")!.TextContent;
        first.ShouldContain("de 18 die stopten zijn uit de noemers weggelaten");
        first.ShouldContain("(intention-to-treat) is niet te berekenen");
        first.ShouldContain("er staat 9,5%, maar de aantallen geven 38/382 = 9,9%");
    }

    [Fact]
    public async Task Every_chart_has_a_title_a_description_from_the_same_data_and_a_table_beside_it()
    {
        var page = await Page("/cijfers/wageningen-2017");
        var charts = page.QuerySelectorAll("svg[role=img]");
        charts.Length.ShouldBe(3);
        foreach (var chart in charts)
        {
            var named = chart.GetAttribute("aria-labelledby")!.Split(' ');
            named.Select(id => page.GetElementById(id)!.TextContent.Length).ShouldAllBe(length => length > 10);
            chart.Closest("section")!.QuerySelectorAll("table").Length.ShouldBeGreaterThan(0);
        }

        charts[0]
            .QuerySelector("desc")!
            .TextContent.ShouldContain("Geen deelname: bruto 10,7% (41 van 382), netto 9,9% (38 van 382).");
        charts[1].QuerySelectorAll("line[stroke-dasharray]").Length.ShouldBe(7);
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task A_publication_that_does_not_exist_is_not_found()
    {
        var answer = await site.CreateClient().GetAsync("/cijfers/bestaat-niet");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<IDocument> Page(string path)
    {
        var answer = await site.CreateClient().GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(r => r.Content(html));
    }

    private static List<string> Rows(IDocument page, string caption) =>
        [
            .. page.QuerySelectorAll("table")
                .First(t => t.QuerySelector("caption")!.TextContent.StartsWith(caption, StringComparison.Ordinal))
                .QuerySelectorAll("tbody tr")
                .Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))),
        ];
}
