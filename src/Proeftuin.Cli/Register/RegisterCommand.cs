// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;

namespace Proeftuin.Cli.Register;

/// <summary>proeftuin register make | check | import: a fictional benefit register, the defect report of a delivery, and reading it in.</summary>
internal static class RegisterCommand
{
    public static Command Create() =>
        new("register", "Maak een verzonnen uitkeringsregister, of controleer een levering of lees haar in.")
        {
            MakeRegister.Create(),
            CheckRegister.Create(),
            ImportCommand.Create(),
        };
}
