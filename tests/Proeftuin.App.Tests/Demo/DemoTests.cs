// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;
using Proeftuin.App.Tests.Browser;
using Proeftuin.App.Tests.Cli;
using Proeftuin.App.Tests.House;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Demo;

/// <summary>What ./dev demo promises: a ledger that holds, and published draws that three programs recompute alike.</summary>
public sealed class DemoTests(DemoCopy demo)
{
    [Fact]
    public async Task Three_programs_find_the_same_outcome_of_every_published_draw_and_all_see_one_swapped_place()
    {
        var options = await demo.Take();
        var folder = Directory.CreateTempSubdirectory("proeftuin-bewijzen-");
        (
            await Terminal.Run(
                "demo",
                "receipts",
                "--db",
                options.Connection,
                "--keys",
                options.KeyFile,
                "--out",
                folder.FullName
            )
        ).ExitCode.ShouldBe(0);
        var receipts = folder.GetFiles();
        receipts.Length.ShouldBe(
            8,
            "Groningen's lot and three lotteries for places, Wageningen's lot and two months of inflow, the lot among Oss's volunteers"
        );
        foreach (var receipt in receipts)
        {
            var ours = await Terminal.Run("verify", receipt.FullName);
            ours.ExitCode.ShouldBe(0, ours.Error);
            var digest = ours
                .Output.Split('\n')
                .Single(l => l.StartsWith("assignment_sha256", StringComparison.Ordinal))
                .Trim();
            Python("verify_draw.py", receipt.FullName).ShouldContain(digest);
            Python("recompute_draw.py", receipt.FullName).ShouldContain(digest);

            var text = await File.ReadAllTextAsync(receipt.FullName);
            var at = text.IndexOf(
                "\"arm\":\"",
                text.IndexOf("\"rows\":", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            await File.WriteAllTextAsync(receipt.FullName, text.Insert(at + 7, "x"));
            (await Terminal.Run("verify", receipt.FullName)).Error.ShouldContain("regel 1 ");
            Python("verify_draw.py", receipt.FullName).ShouldContain("regel 1 ");
            Python("recompute_draw.py", receipt.FullName).ShouldContain("egel 1 ");
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_ledger_of_the_demonstration_holds()
    {
        var options = await demo.Take();
        var said = await Terminal.Run("ledger", "verify", "--db", options.Connection, "--keys", options.KeyFile);
        said.ExitCode.ShouldBe(0, said.Error);
        said.Output.ShouldContain("Het logboek klopt");
    }

    [Fact]
    public async Task A_demonstration_never_touches_a_database_that_is_in_use()
    {
        var options = await demo.Take();
        var said = await Terminal.Run("demo", "--db", options.Connection, "--keys", options.KeyFile);
        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain("niet leeg");
    }

    private static string Python(string script, string receipt)
    {
        using var python = Process.Start(
            new ProcessStartInfo("python3", [Path.Combine(Drawing.Root, "tools", script), receipt])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var said = python.StandardOutput.ReadToEnd() + python.StandardError.ReadToEnd();
        python.WaitForExit();
        return said;
    }
}
