// SPDX-License-Identifier: EUPL-1.2
using System.Diagnostics;
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

    /// <summary>A process of its own, for what is done as an account: the password stands in its environment.</summary>
    public static async Task<Terminal> RunAs(string user, string password, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "proeftuin.dll"));
        foreach (var arg in (string[])[.. args, "--user", user])
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["PROEFTUIN_WACHTWOORD"] = password;
        start.Environment["PROEFTUIN_ZWAKKE_OPSLAG"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}
