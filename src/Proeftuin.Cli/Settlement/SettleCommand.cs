// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;

namespace Proeftuin.Cli.Settlement;

/// <summary><c>proeftuin settle</c>: the settlement of earnings: one household-month explained, a month for the municipality, and stored months computed again.</summary>
public static class SettleCommand
{
    public static Command Create() =>
        new("settle", "Verreken inkomsten met de bijstand.")
        {
            ExplainCommand.Create(),
            SettleMonthCommand.Month(),
            SettleMonthCommand.Recompute(),
        };
}
