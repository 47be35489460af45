// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;

namespace Proeftuin.Cli;

/// <summary>How a verb ends when the answer is no: each reason on standard error, exit code 1.</summary>
internal static class Refused
{
    public static int Because(IReadOnlyList<Refusal> reasons, TextWriter error)
    {
        foreach (var reason in reasons)
        {
            error.WriteLine(reason.Message);
        }

        return ExitCode.Refused;
    }
}
