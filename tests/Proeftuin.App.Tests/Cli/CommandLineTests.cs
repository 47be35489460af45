// SPDX-License-Identifier: EUPL-1.2
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Without_a_verb_it_lists_the_verbs_in_Dutch()
    {
        var said = await Terminal.Run();
        said.ExitCode.ShouldBe(0);
        said.Output.ShouldContain("Gebruik: proeftuin <opdracht> [opties]");
        said.Output.ShouldContain("evaluate");
    }

    [Fact]
    public async Task Every_verb_explains_itself_in_Dutch()
    {
        var verbs = (await Terminal.Run())
            .Output.Split("Opdrachten:\n")[1]
            .Split("\n\n")[0]
            .Split('\n')
            .Select(l => l.Trim().Split(' ')[0]);
        foreach (var verb in verbs.Where(v => v.Length > 0))
        {
            var said = await Terminal.Run(verb, "--help");
            said.ExitCode.ShouldBe(0, verb);
            said.Output.ShouldContain($"Gebruik: proeftuin {verb}");
            foreach (var english in new[] { "Usage:", "Options:", "Description:", "Required" })
            {
                said.Output.ShouldNotContain(english, Case.Sensitive, verb);
            }
        }
    }

    [Theory]
    [InlineData("bestaatniet")]
    [InlineData("evaluate --bestaatniet x --counts y")]
    [InlineData("evaluate")]
    [InlineData("evaluate --counts")]
    [InlineData("evaluate --counts x --level abc")]
    [InlineData("evaluate --counts x --level 0")]
    [InlineData("evaluate --counts x --format xml")]
    public async Task A_wrong_question_gets_a_Dutch_answer_and_exit_code_2(string line)
    {
        var said = await Terminal.Run(line.Split(' '));
        said.ExitCode.ShouldBe(2);
        said.Output.ShouldBeEmpty();
        said.Error.ShouldContain("Uitleg: zet --help achter de opdracht.");
        foreach (var english in new[] { "required", "Required", "Unrecognized", "Cannot parse", "argument" })
        {
            said.Error.ShouldNotContain(english, Case.Sensitive);
        }
    }
}
