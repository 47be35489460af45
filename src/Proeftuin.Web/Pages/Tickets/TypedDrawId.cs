// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Draw;

namespace Proeftuin.Web.Pages.Tickets;

/// <summary>The number of a draw as a person types it from a letter.</summary>
internal static class TypedDrawId
{
    /// <summary>Capitals do not matter, but the arm in the name of a lottery for places keeps its own spelling.</summary>
    public static string Read(string? typed)
    {
        var id = typed?.Trim().ToUpperInvariant() ?? "";
        return DrawId.Parse(id).IsDone ? id : typed?.Trim() ?? "";
    }
}
