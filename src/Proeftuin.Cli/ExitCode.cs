// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Cli;

/// <summary>What a verb tells the shell.</summary>
public static class ExitCode
{
    /// <summary>Done, and nothing found wrong.</summary>
    public const int Ok = 0;

    /// <summary>Refused, or something was found; the message stands on standard error.</summary>
    public const int Refused = 1;

    /// <summary>The question was not put well: unknown verb, missing or wrong option.</summary>
    public const int WrongUsage = 2;

    /// <summary>The program itself is broken (EX_SOFTWARE of sysexits).</summary>
    public const int Broken = 70;
}
