// SPDX-License-Identifier: EUPL-1.2
using System.Text;

namespace Proeftuin.Core.Draw;

/// <summary>Text that people write into the published record: one line, without surrounding spaces, in one Unicode spelling, so that it hashes the same everywhere.</summary>
internal static class PlainText
{
    public static bool Is(string? text, int most) =>
        text is { Length: > 0 }
        && text.Length <= most
        && text.Trim().Length == text.Length
        && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
        && text.IsNormalized(NormalizationForm.FormC);
}
