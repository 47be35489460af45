// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Tests.Browser;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Xunit;

namespace Proeftuin.App.Tests.Design;

/// <summary>The pages as the server gives them, with our style sheet, looked at by axe in a real browser and at 320 pixels.</summary>
public sealed class ExperimentPagesAccessibilityTests(Databases databases, Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_pages_of_an_experiment_have_no_violation_and_fit_a_small_screen()
    {
        await using var store = await databases.New(DatabaseKind.Sqlite);
        await using var site = new Site(store);
        var lead = await site.SignIn(Role.ProjectLead);
        await lead.Open("/experimenten/nieuw");
        await lead.Submit(
            "Experiment beginnen",
            ("Shipped", "wageningen-2017"),
            ("WithDemoValues", "true"),
            ("Reason", "proef")
        );
        var style = await File.ReadAllTextAsync(
            Path.Combine(Root(), "src", "Proeftuin.Web", "wwwroot", "css", "proeftuin.css")
        );
        foreach (
            var path in new[]
            {
                "/experimenten",
                "/experimenten/nieuw",
                "/experimenten/wageningen-2017",
                "/experimenten/wageningen-2017/protocol",
                "/experimenten/wageningen-2017/protocol/wijzigen",
            }
        )
        {
            await lead.Open(path);
            var page = await chromium.NewWindow("http://localhost");
            await page.SetContentAsync(lead.Html);
            await page.AddStyleTagAsync(new() { Content = style });
            await Accessible.Check(page);
            await Accessible.FitsASmallScreen(page);
            await page.Context.CloseAsync();
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "proeftuin.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
