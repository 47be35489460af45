// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;

namespace Proeftuin.Cli.Register;

/// <summary>proeftuin register make | check: a fictional benefit register, and the defect report of a delivery.</summary>
internal static class RegisterCommand
{
    public static Command Create() =>
        new("register", "Maak een verzonnen uitkeringsregister, of controleer een levering.")
        {
            MakeRegister.Create(),
            CheckRegister.Create(),
        };
}
