// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;

namespace Proeftuin.Core.Draw;

/// <summary>The one way to write a moment in the published record: UTC in whole seconds, <c>2017-10-03T12:00:00Z</c>.</summary>
public static class UtcMoment
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Write(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static bool TryRead(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(
            text,
            Form,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out moment
        );

    /// <summary>The moment without its fraction of a second.</summary>
    public static DateTimeOffset WholeSecond(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());
}
