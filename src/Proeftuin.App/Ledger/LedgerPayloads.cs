// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.App.Ledger;

/// <summary>Where a payload belongs: bound into its encryption, so that it cannot be moved to another line.</summary>
internal static class LedgerPayloads
{
    public static string Place(Guid chain, long sequence) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"logboek/{chain:N}/{sequence}");
}
