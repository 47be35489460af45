// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>Small tools for whole Dutch sentences.</summary>
internal static class Sentence
{
    /// <summary>"12,5%" from 1,250 hundredths of a per cent.</summary>
    public static string Percent(long basisPoints)
    {
        var whole = (basisPoints / 100).ToString(Dutch.Numbers);
        var rest = (basisPoints % 100).ToString("00", Dutch.Numbers).TrimEnd('0');
        return rest.Length == 0 ? whole + "%" : $"{whole},{rest}%";
    }

    /// <summary>"1 maand", "6 maanden".</summary>
    public static string Months(int months) => months == 1 ? "1 maand" : $"{Dutch.Count(months)} maanden";
}
