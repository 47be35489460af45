// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Cli;

namespace Proeftuin.App.Tests.Cli;

/// <summary>Runs the command line as a person does, and keeps what it says.</summary>
public sealed record Terminal(int ExitCode, string Output, string Error)
{
    public static async Task<Terminal> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await ProeftuinCli.Run(args, output, error);
        return new(code, output.ToString(), error.ToString());
    }
}
