// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation;

/// <summary>How results of an evaluation are written: one decimal, halves away from zero, decimal comma.</summary>
public static class DutchFigures
{
    /// <summary>A part of one as percentage points: 0.1005 is "10,1", −0.017 is "-1,7".</summary>
    public static string Points(double part)
    {
        var rounded = Math.Round(part * 100, 1, MidpointRounding.AwayFromZero);
        return (rounded is 0 ? 0 : rounded).ToString("0.0", Dutch.Numbers);
    }

    /// <summary>A level as a percentage without needless decimals: 0.95 is "95%".</summary>
    public static string Level(double level) => Math.Round(level * 100, 2).ToString("0.##", Dutch.Numbers) + "%";

    /// <summary>A p-value in three decimals; smaller ones as "kleiner dan 0,001".</summary>
    public static string P(double p) => p < 0.001 ? "kleiner dan 0,001" : p.ToString("0.000", Dutch.Numbers);

    public static string Name(ExitMeasure measure) =>
        measure switch
        {
            ExitMeasure.Gross => "Uitstroom naar werk",
            ExitMeasure.Net => "Uitstroom naar werk, zonder wie terugkwam",
        };
}
