// SPDX-License-Identifier: EUPL-1.2
using System.ComponentModel;
using System.Diagnostics;

namespace Proeftuin.Tests.Draw;

/// <summary>Runs tools/verify_draw.py, the other program.</summary>
internal static class PythonVerifier
{
    public static (int ExitCode, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.ArgumentList.Add(Path.Combine(Repository.Root, "tools", "verify_draw.py"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.GetAwaiter().GetResult());
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException(
                "python3 is not installed; the second verifier cannot be tested. Install python3.",
                e
            );
        }
    }

    /// <summary>One answer per receipt: the assignment_sha256, or where it goes wrong.</summary>
    public static string[] Batch(IEnumerable<byte[]> receipts)
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var stream = File.Create(file))
            {
                foreach (var receipt in receipts)
                {
                    stream.Write(receipt);
                    stream.WriteByte((byte)'\n');
                }
            }

            var (code, output) = Run(file, "--reeks");
            return code == 0
                ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                : throw new InvalidOperationException($"verify_draw.py stopped: {output}");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
