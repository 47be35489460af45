// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Monitoring;

/// <summary>Facts in and figures out on the command line.</summary>
public sealed class MonitorCommandTests(Databases databases)
{
    [Fact]
    public async Task A_project_lead_delivers_a_month_and_reads_the_figures()
    {
        await using var scene = await FactScene.New(databases, DatabaseKind.Sqlite);
        await scene.Store.AddAccount("mevrouw-lead", Site.Password, [Role.ProjectLead]);
        var file = scene.Store.Options.KeyFile + ".csv";
        string[] place = ["--db", scene.Store.Options.Connection, "--keys", scene.Store.Options.KeyFile];
        string[] import = ["facts", "import", file, "--month", "2018-03", "--source", "uitdraai", .. place];
        string[] monitor = ["monitor", "wageningen-2017", "--count-date", "2018-04-01", .. place];

        await File.WriteAllTextAsync(file, scene.Turns("0 uitstroom 2010-01-01 werk"));
        var refused = await Terminal.RunAs("mevrouw-lead", Site.Password, import);
        await File.WriteAllTextAsync(file, scene.Turns("0 uitstroom 2018-01-01 werk"));
        var accepted = await Terminal.RunAs("mevrouw-lead", Site.Password, import);
        var text = await Terminal.RunAs("mevrouw-lead", Site.Password, monitor);
        var json = await Terminal.RunAs("mevrouw-lead", Site.Password, [.. monitor, "--json"]);
        var csv = await Terminal.RunAs("mevrouw-lead", Site.Password, [.. monitor, "--csv"]);

        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("UITSTROOM-VOOR-BEGIN");
        accepted.ExitCode.ShouldBe(0, accepted.Error);
        accepted.Output.ShouldContain("1 rijen; 1 nieuw");
        text.Output.ShouldContain("Geteld op 1 april 2018");
        JsonDocument
            .Parse(json.Output)
            .RootElement.GetProperty("populations")[0]
            .GetProperty("groups")[0]
            .GetProperty("gross")
            .GetInt64()
            .ShouldBe(1);
        csv.Output.ShouldContain("geloot;zelf-in-actie;Zelf in actie;geloot;2;0;1;1;1;1;;");
    }
}
