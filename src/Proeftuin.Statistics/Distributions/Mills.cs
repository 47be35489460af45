// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>Mills' ratio of the normal distribution, P(Z &gt; x) / density(x) for x ≥ 0: a Taylor series around the nearest eighth, and Laplace's continued fraction in the tail. Reference: Marsaglia (2004), Journal of Statistical Software 11(4); DLMF 7.9.3.</summary>
internal static class Mills
{
    private const int PerUnit = 8;
    private const double Tail = 6;
    private const int TailTerms = 60;
    private static readonly double[] Nodes = Table();

    public static double Ratio(double x) => x >= Tail ? Fraction(x) : Series(x);

    private static double Series(double x)
    {
        var node = (int)(x * PerUnit + 0.5);
        var c = (double)node / PerUnit;
        var h = x - c;
        var before = Nodes[node];
        var term = c * before - 1;
        var power = h;
        var sum = before + term * power;
        for (var n = 1; n < 16; n++)
        {
            // R' = xR − 1, so the Taylor coefficients follow from the two before
            (before, term) = (term, (c * term + before) / (n + 1));
            power *= h;
            sum += term * power;
        }

        return sum;
    }

    private static double Fraction(double x)
    {
        var rest = x;
        for (var k = TailTerms; k >= 1; k--)
        {
            rest = x + k / rest;
        }

        return 1 / rest;
    }

    private static double[] Table()
    {
        var nodes = new double[(int)(Tail * PerUnit) + 1];
        for (var k = 0; k < nodes.Length; k++)
        {
            var x = (double)k / PerUnit;
            nodes[k] = Gamma.Upper(0.5, x * x / 2) / 2 * Math.Sqrt(2 * Math.PI) * Math.Exp(x * x / 2);
        }

        return nodes;
    }
}
