// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>The chi-square distribution. Reference: DLMF 8.2 (as an incomplete gamma function). Witness: reference 18.</summary>
public static class ChiSquare
{
    public static double Cdf(double x, double degreesOfFreedom) => Gamma.Lower(degreesOfFreedom / 2, x / 2);

    /// <summary>The upper tail, to 1e-300.</summary>
    public static double Upper(double x, double degreesOfFreedom) => Gamma.Upper(degreesOfFreedom / 2, x / 2);
}
