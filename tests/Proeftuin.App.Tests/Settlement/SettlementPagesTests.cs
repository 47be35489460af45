// SPDX-License-Identifier: EUPL-1.2
using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.House;
using Proeftuin.Web.Forms;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>The public pages of the settlement over HTTP, without signing in.</summary>
public sealed class SettlementPagesTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("proeftuin-verrekening").FullName;
    private WebApplicationFactory<ProeftuinPage> site = null!;

    public async ValueTask InitializeAsync()
    {
        var connection = $"Data Source={Path.Combine(folder, "verrekening.db")}";
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
    public async Task Who_thinks_of_joining_sees_what_stays_in_the_group_and_without_it_and_where_they_cross()
    {
        var page = await Page("/wat-houd-ik-over");
        page.QuerySelector("#uitkomst")!.ParentElement!.TextContent.ShouldContain("Het kruispunt ligt bij € 796,00.");
        var rows = Rows(page, "Wat u overhoudt");
        rows.Count.ShouldBe(15);
        // by hand: 50% of 400 is 200, at most 199; 25% of 400 is 100, six months of 24
        rows[3].ShouldBe("€ 400,00 | € 199,00 | € 100,00 | € 99,00 | € 4.776,00 | € 600,00 | € 4.176,00");
        rows[8].ShouldBe("€ 900,00 | € 199,00 | € 202,00 | -€ 3,00 | € 4.776,00 | € 1.212,00 | € 3.564,00");
        page.QuerySelector("svg[role=img] desc")!
            .TextContent.ShouldContain("Bij € 900,00 loon: in de groep € 199,00, zonder groep € 202,00.");
        page.QuerySelectorAll("svg polyline").Length.ShouldBe(2);
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_own_amount_gets_a_row_of_its_own_and_used_months_take_the_crossing_away()
    {
        var page = await Page("/wat-houd-ik-over?loon=455,50&gebruikt=6&maand=2018-01&leefvorm=alleenstaande");
        // 50% of 455.50 is 227.75, at most 199; nothing under the act
        Rows(page, "Wat u overhoudt")
            .ShouldContain(r => r.StartsWith("€ 455,50 | € 199,00 | € 0,00 |", StringComparison.Ordinal));
        page.Body!.TextContent.ShouldContain("Bij geen enkel loon houdt u in de groep deze maand minder over");
    }

    [Theory]
    [InlineData("maand=2026-11", "Het maximum van artikel 31 lid 2 onder n per 1 juli 2026 is niet bekend")]
    [InlineData("maand=2030-01", "is niet bekend")]
    [InlineData("maand=voorjaar", "Schrijf de maand als 2018-01")]
    [InlineData("loon=veel", "Schrijf het loon als 450 of 450,00.")]
    [InlineData("gebruikt=7", "Kies 0 tot en met 6 maanden.")]
    [InlineData("groep=bestaat-niet", "De groep 'bestaat-niet' heeft geen eigen regel")]
    public async Task What_cannot_be_worked_out_is_said_and_no_figure_is_shown(string query, string says)
    {
        var page = await Page("/wat-houd-ik-over?" + query);
        page.Body!.TextContent.ShouldContain(says);
        page.QuerySelectorAll("svg").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_calculation_is_explained_with_its_own_lines_and_every_article_can_be_opened()
    {
        var page = await Page("/hoe-rekent-proeftuin");
        Rows(page, "Verrekening in de groep")
            .ShouldContain(r => r.StartsWith("Uitkering | € 691,51 |", StringComparison.Ordinal));
        Rows(page, "Verrekening onder de gewone regels")
            .ShouldContain(r => r.StartsWith("Uitkering | € 605,01 |", StringComparison.Ordinal));
        page.QuerySelectorAll("table a[href^='https://wetten.overheid.nl/']").Length.ShouldBeGreaterThan(10);
        // by hand, January 2018: 942.51 + 199; 942.51 + 202; and without an exemption the norm
        Rows(page, "Te besteden bij elk loon, regels en bedragen van januari 2018")[9]
            .ShouldBe("€ 900,00 | € 1.141,51 | € 1.144,51 | € 1.070,63 | € 1.055,01 | € 942,51");
        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task The_amounts_of_a_day_are_public_and_each_leads_to_its_history()
    {
        var page = await Page("/parameters?op=2018-01-01");
        Rows(page, "Bedragen en percentages op 1 januari 2018")
            .ShouldContain(r =>
                r.StartsWith("norm-alleenstaande |", StringComparison.Ordinal)
                && r.Contains("€ 992,12 per maand", StringComparison.Ordinal)
            );
        Rows(page, "Keuzes van de gemeente").Count.ShouldBe(13);
        var one = await Page("/parameters/vrijlating-z-maximum");
        var rows = Rows(one, "vrijlating-z-maximum door de tijd");
        rows.ShouldContain(r =>
            r.StartsWith("1 januari 2024 tot en met 30 juni 2024 | niet bekend |", StringComparison.Ordinal)
        );
        rows.ShouldContain(r => r.Contains("€ 173,04 per maand | 4 februari 2025", StringComparison.Ordinal));
        (await site.CreateClient().GetAsync("/parameters/bestaat-niet")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("vorm-2018", "verrekening-2018.svg")]
    [InlineData("vorm-2026", "verrekening-2026.svg")]
    public async Task The_pictures_in_the_handbook_are_those_of_the_site(string id, string file)
    {
        var html = await site.CreateClient().GetStringAsync("/hoe-rekent-proeftuin");
        var start = html.IndexOf(
            $"<svg class=\"pt-chart\" role=\"img\" aria-labelledby=\"{id}-title",
            StringComparison.Ordinal
        );
        var picture = html[start..(html.IndexOf("</svg>", start, StringComparison.Ordinal) + "</svg>".Length)];
        var inHandbook = await File.ReadAllTextAsync(
            Path.Combine(Drawing.Root, "docs", "beelden", file),
            TestContext.Current.CancellationToken
        );
        inHandbook.Trim().ShouldBe(picture);
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
