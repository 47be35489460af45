// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Cli;

public sealed class ProtocolCommandTests
{
    [Fact]
    public async Task A_shipped_protocol_is_checked_with_its_findings_and_unknowns()
    {
        var said = await Terminal.Run("protocol", "check", "groningen-2017");
        said.ExitCode.ShouldBe(0);
        said.Output.ShouldContain("Getoetst met de regels van 1 juli 2017.");
        said.Output.ShouldContain("[TB-choice, artikel 7 lid 1 Tijdelijk besluit (nummering van het ontwerp)]");
        said.Output.ShouldContain("Onbekend in de bron (23):");
        said.Output.ShouldContain("teldatum: de tweede meting is op 1 juli 2019");
    }

    [Fact]
    public async Task Demo_values_are_marked_on_every_line()
    {
        var said = await Terminal.Run("protocol", "show", "wageningen-2017", "--demo");
        said.ExitCode.ShouldBe(0);
        said.Output.ShouldContain("DEMO-AANVULLING op 'loting/verdeling': demonstratie: vier even zware groepen");
        (await Terminal.Run("protocol", "show", "wageningen-2017")).Output.ShouldNotContain("DEMO-AANVULLING op");
    }

    [Fact]
    public async Task A_file_with_faults_is_refused_line_by_line()
    {
        var folder = Directory.CreateTempSubdirectory("proeftuin-protocol-");
        try
        {
            var file = Path.Combine(folder.FullName, "kapot.yaml");
            var yaml = ShippedFiles.Text("protocols", "groningen-2017.yaml");
            await File.WriteAllTextAsync(file, yaml.Replace("deel: 50%", "deel: half", StringComparison.Ordinal));

            var said = await Terminal.Run("protocol", "check", file);

            said.ExitCode.ShouldBe(1);
            said.Output.ShouldBeEmpty();
            said.Error.ShouldContain(
                "'half' bij 'deel' is geen percentage. Verwacht: een percentage van 0% tot en met 100%"
            );
            said.Error.ShouldContain("'groningen-2017.analyseplan.yaml' is niet meegeleverd");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_protocol_that_may_not_run_like_this_ends_with_exit_code_1()
    {
        var folder = Directory.CreateTempSubdirectory("proeftuin-protocol-");
        try
        {
            var file = Path.Combine(folder.FullName, "jong.yaml");
            var yaml = ShippedFiles.Text("protocols", "groningen-2017.yaml");
            await File.WriteAllTextAsync(
                file,
                yaml.Replace("jonger_dan_jaar, getal: 27", "jonger_dan_jaar, getal: 18", StringComparison.Ordinal)
            );
            File.Copy(
                ShippedFiles.PathOf("protocols", "groningen-2017.analyseplan.yaml"),
                Path.Combine(folder.FullName, "groningen-2017.analyseplan.yaml")
            );

            var said = await Terminal.Run("protocol", "check", file);

            said.ExitCode.ShouldBe(1);
            said.Output.ShouldContain(
                "- fout [TB2-x, artikel 31 lid 5 Participatiewet (ontwerp: artikel 2 lid 2 Tijdelijk besluit)]"
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var said = await Terminal.Run("protocol", "check", "bestaat-niet.yaml");
        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain("'bestaat-niet.yaml' bestaat niet");
    }
}
