// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Identity;
using Proeftuin.Core;

namespace Proeftuin.App.Provisions;

/// <summary>A short text that somebody types about a person: not empty, not too long, and never with a citizen service number in it.</summary>
internal static class FreeText
{
    private const int Most = 1000;

    public static Outcome<string> Needed(string field, string? text, int most = Most) =>
        text?.Trim() is not { Length: > 0 } there || there.Length > most ? new TextNotUsable(field, most)
        : Bsn.OccursIn(there) ? new TextHoldsBsn(field)
        : there;

    /// <summary>Null when nothing was typed.</summary>
    public static Outcome<string?> Maybe(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? new Outcome<string?>.Done(null) : Needed(field, text).Map(t => (string?)t);
}
