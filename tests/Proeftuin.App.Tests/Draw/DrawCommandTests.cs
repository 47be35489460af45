// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Tests.Cli;
using Proeftuin.Core.Draw;
using Proeftuin.Tests.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Draw;

/// <summary>The verbs that need no database: verify, and secret for the holders.</summary>
public sealed class DrawCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("proeftuin-bewijs-").FullName;
    private readonly Receipt receipt = RandomDraws.Sign(RandomDraws.Receipt(21), 1);

    [Fact]
    public async Task With_the_published_record_and_the_fetched_value_a_receipt_is_verified()
    {
        var (file, record) = (
            Write("bewijs.json", receipt.Write()),
            Write("vastlegging.json", receipt.Committed.Write())
        );

        var checkedAll = await Terminal.Run("verify", file, "--committed", record, "--entropy", receipt.Entropy);
        checkedAll.ExitCode.ShouldBe(0);
        checkedAll.Output.ShouldContain("nagerekend en geverifieerd");
        checkedAll.Output.ShouldContain(receipt.AssignmentSha256.ToString());
        (await Terminal.Run("verify", file)).Output.ShouldContain("alleen het rekenwerk klopt");

        var python = PythonVerifier.Run(file, "--vastlegging", record, "--waarde", receipt.Entropy);
        python.ExitCode.ShouldBe(0);
        python.Output.ShouldContain("Nagerekend en geverifieerd.");
        PythonVerifier.Run(file).Output.ShouldContain("Alleen het rekenwerk klopt");
    }

    [Fact]
    public async Task A_wrong_receipt_and_another_record_or_value_are_named_with_exit_code_1()
    {
        var row = receipt.Rows[0] with { Rank = receipt.Rows[0].Rank + 1 };
        var wrong = Write(
            "fout.json",
            RandomDraws.Sign(receipt with { Rows = [row, .. receipt.Rows.Skip(1)] }, 1).Write()
        );
        var said = await Terminal.Run("verify", wrong);
        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain("regel 1 (pseudoniem");

        var file = Write("bewijs.json", receipt.Write());
        var other = Write("andere.json", RandomDraws.Receipt(22).Committed.Write());
        (await Terminal.Run("verify", file, "--committed", other)).Error.ShouldContain(
            "de gepubliceerde vastlegging is een andere"
        );
        (await Terminal.Run("verify", file, "--entropy", receipt.Entropy + " ")).Error.ShouldContain(
            "die u zelf hebt opgehaald"
        );
        PythonVerifier.Run(file, "--vastlegging", other).ExitCode.ShouldBe(1);
        (await Terminal.Run("verify", file + ".niet")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_holder_makes_a_secret_and_finds_its_commitment_again()
    {
        var made = await Terminal.Run("secret", "make");
        var lines = made.Output.Split('\n').Select(l => l.Split(':', 2)[^1].Trim()).ToArray();
        made.ExitCode.ShouldBe(0);

        var commitment = await Terminal.Run("secret", "commit", lines[0]);
        commitment.Output.Trim().ShouldBe(lines[1]);
        (await Terminal.Run("secret", "make")).Output.ShouldNotBe(made.Output);
        (await Terminal.Run("secret", "commit", "abc")).ExitCode.ShouldBe(1);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
