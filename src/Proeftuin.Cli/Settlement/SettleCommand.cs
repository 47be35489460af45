// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;

namespace Proeftuin.Cli.Settlement;

/// <summary><c>proeftuin settle</c>: the settlement of earnings. So far one household-month is explained; runs over a municipality come later.</summary>
public static class SettleCommand
{
    public static Command Create() =>
        new("settle", "Verreken inkomsten met de bijstand. Er wordt nog niets opgeslagen.") { ExplainCommand.Create() };
}
