// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.Tests.Storage;
using Proeftuin.App.Tests.Web;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Provisions;

/// <summary>The provisions in numbers on the command line.</summary>
public sealed class ProvisionsCommandTests(Databases databases)
{
    [Fact]
    public async Task A_project_lead_reads_the_figures_of_a_day_and_a_day_to_come_is_refused()
    {
        await using var scene = await ProvisionScene.New(databases, DatabaseKind.Sqlite);
        await scene.Store.AddAccount("mevrouw-lead", Site.Password, [Role.ProjectLead]);
        (await scene.Decide((await scene.Apply(scene.Application(0))).OrThrow())).OrThrow();
        string[] ask =
        [
            "provisions",
            ProvisionScene.Experiment,
            "--db",
            scene.Store.Options.Connection,
            "--keys",
            scene.Store.Options.KeyFile,
        ];

        var then = await Terminal.RunAs("mevrouw-lead", Site.Password, [.. ask, "--on", "2025-02-10"]);
        var tooLate = await Terminal.RunAs("mevrouw-lead", Site.Password, [.. ask, "--on", "2199-01-01"]);

        then.ExitCode.ShouldBe(0, then.Error);
        then.Output.ShouldContain("voorzieningen op 10 februari 2025");
        then.Output.ShouldMatch("uitstroompremie +toegekend +1");
        then.Output.ShouldMatch("garantieknop +gebruikt +0");
        tooLate.ExitCode.ShouldBe(1);
        tooLate.Error.ShouldContain("moet nog komen");
    }
}
