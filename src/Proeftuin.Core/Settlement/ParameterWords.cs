// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Settlement;

/// <summary>How a value of a parameter is written for a reader: "€ 982,79 per maand", "12,5%", "6 maanden".</summary>
public static class ParameterWords
{
    public static string Value(ParameterUnit unit, long value) =>
        unit switch
        {
            ParameterUnit.CentsPerMonth => $"{new Eur(value)} per maand",
            ParameterUnit.CentsPerYear => $"{new Eur(value)} per jaar",
            ParameterUnit.Cents => new Eur(value).ToString(),
            ParameterUnit.BasisPoints => Sentence.Percent(value),
            ParameterUnit.Months => Sentence.Months((int)value),
            ParameterUnit.Years => $"{Dutch.Count(value)} jaar",
            ParameterUnit.Weeks => $"{Dutch.Count(value)} weken",
            ParameterUnit.YesOrNo => value == 1 ? "ja" : "nee",
        };

    public static string Value(ParameterUnit unit, ParameterRow row) =>
        row.Dated.Value is { } value ? Value(unit, value) : "niet bekend";

    /// <summary>"1 januari 2018 tot en met 30 juni 2018", or "vanaf 1 januari 2027".</summary>
    public static string Days(Period valid) =>
        valid.Before is { } before
            ? $"{Dutch.Date(valid.From)} tot en met {Dutch.Date(before.AddDays(-1))}"
            : $"vanaf {Dutch.Date(valid.From)}";
}
