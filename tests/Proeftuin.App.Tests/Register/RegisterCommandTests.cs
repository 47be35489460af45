// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Tests.Cli;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Register;

/// <summary>proeftuin register make | check and proeftuin screen, on files alone.</summary>
public sealed class RegisterCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("proeftuin-register-").FullName;

    private string At(string name) => Path.Combine(folder, name);

    [Fact]
    public async Task A_made_register_is_checked_and_screened_without_a_database()
    {
        var made = await Terminal.Run(
            "register",
            "make",
            "groningen-2017",
            "--households",
            "500",
            "--seed",
            "7",
            "--out",
            At("r.csv")
        );
        made.ExitCode.ShouldBe(0);
        made.Output.ShouldContain("500 verzonnen huishoudens");

        var checkedFile = await Terminal.Run("register", "check", At("r.csv"), "--on", "2017-06-01");
        checkedFile.ExitCode.ShouldBe(0);
        checkedFile.Output.ShouldContain("Geen fouten: 500 huishoudens");

        var screened = await Terminal.Run(
            "screen",
            "--protocol",
            "groningen-2017",
            "--register",
            At("r.csv"),
            "--on",
            "2017-07-01",
            "--household",
            "U000001"
        );
        screened.ExitCode.ShouldBe(0);
        screened.Output.ShouldContain("Samenloop");
        screened.Output.ShouldContain("Controlecode sha256: ");
        screened.Output.ShouldContain("Huishouden U000001");
    }

    [Fact]
    public async Task A_register_with_defects_ends_with_exit_code_1_and_a_report()
    {
        await Terminal.Run(
            "register",
            "make",
            "groningen-2017",
            "--households",
            "200",
            "--defects",
            "20",
            "--out",
            At("d.xlsx")
        );

        var checkedFile = await Terminal.Run(
            "register",
            "check",
            At("d.xlsx"),
            "--on",
            "2017-06-01",
            "--report",
            At("d.csv")
        );

        checkedFile.ExitCode.ShouldBe(1);
        checkedFile.Error.ShouldContain("BSN-ELFPROEF");
        checkedFile.Error.ShouldNotContain("123456789");
        (await File.ReadAllTextAsync(At("d.csv"), TestContext.Current.CancellationToken)).ShouldContain(
            "\"BSN-ELFPROEF\""
        );
        (
            await Terminal.Run(
                "screen",
                "--protocol",
                "groningen-2017",
                "--register",
                At("d.xlsx"),
                "--on",
                "2017-07-01"
            )
        ).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Wageningens_unknown_exclusions_refuse_unless_the_demo_values_are_asked()
    {
        await Terminal.Run("register", "make", "wageningen-2017", "--households", "50", "--out", At("w.csv"));
        string[] screen = ["screen", "--protocol", "wageningen-2017", "--register", At("w.csv"), "--on", "2017-10-01"];

        var refused = await Terminal.Run(screen);
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("eindrapportage");

        var shown = await Terminal.Run([.. screen, "--demo"]);
        shown.ExitCode.ShouldBe(0);
        shown.Output.ShouldContain("Let op, verzonnen waarde");
    }

    [Fact]
    public async Task A_missing_file_an_unknown_protocol_and_a_household_that_is_not_there_are_named()
    {
        (await Terminal.Run("register", "check", At("niets.csv"), "--on", "2017-06-01")).Error.ShouldContain(
            "niets.csv is er niet"
        );
        (await Terminal.Run("register", "make", "atlantis-2017", "--out", At("a.csv"))).Error.ShouldContain(
            "Kies uit: groningen-2017"
        );
        (await Terminal.Run("register", "make", "groningen-2017", "--out", At("a.pdf"))).ExitCode.ShouldBe(2);
        await Terminal.Run("register", "make", "groningen-2017", "--households", "5", "--out", At("r.csv"));
        var screened = await Terminal.Run(
            "screen",
            "--protocol",
            "groningen-2017",
            "--register",
            At("r.csv"),
            "--on",
            "2017-07-01",
            "--household",
            "X"
        );
        screened.ExitCode.ShouldBe(1);
        screened.Error.ShouldContain("Huishouden X staat niet in dit register.");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
