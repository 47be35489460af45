// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>A stored guarantee in the words of Core.</summary>
internal static class GuaranteeRows
{
    public static GuaranteeFacts Facts(this ReturnGuaranteeRow row) =>
        new(Period.FromUpTo(row.ExitOn, row.EndsBefore).OrThrow(), row.PressedOn, row.DecidedOn, row.Restarted);
}
