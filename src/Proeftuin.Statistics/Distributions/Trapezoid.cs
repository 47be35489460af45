// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Distributions;

/// <summary>The integral of a smooth positive function with one peak over the whole line, by the trapezoidal rule, which converges exponentially for such functions. Reference: Trefethen, Weideman (2014), SIAM Review 56:385-458.</summary>
internal static class Trapezoid
{
    private const double Golden = 0.6180339887498949;
    private const double Negligible = 1e-18;

    /// <summary>The integral of e^log(u) over all u; the peak lies between low and high. Terms are all positive, so a small integral keeps its digits.</summary>
    public static double Of(Func<double, double> log, double low, double high)
    {
        var peak = Peak(log, low, high);
        var top = log(peak);
        if (!double.IsFinite(top))
        {
            return 0;
        }

        var step = Width(log, peak, top);
        var sum = Side(log, peak, top, step, 0, 1);
        var area = sum * step;
        for (var halving = 0; halving < 12; halving++)
        {
            sum += Side(log, peak, top, step, 0.5, 1);
            step /= 2;
            var finer = sum * step;
            if (Math.Abs(finer - area) <= 4e-15 * finer)
            {
                return Math.Exp(top + Math.Log(finer));
            }

            area = finer;
        }

        return Math.Exp(top + Math.Log(area));
    }

    /// <summary>The sum over peak + (offset + k)·step for all whole k.</summary>
    private static double Side(
        Func<double, double> log,
        double peak,
        double top,
        double step,
        double offset,
        double every
    )
    {
        double sum = 0;
        foreach (var direction in (ReadOnlySpan<double>)[1, -1])
        {
            // whole numbers count the peak itself once
            for (var k = direction > 0 ? offset : every - offset; ; k += every)
            {
                var term = Math.Exp(log(peak + direction * k * step) - top);
                sum += term;
                if (!(term > Negligible * sum))
                {
                    break;
                }
            }
        }

        return sum;
    }

    private static double Width(Func<double, double> log, double peak, double top)
    {
        var width = 1.0;
        while (width > 1e-8 && !(top - log(peak + width) < 1 && top - log(peak - width) < 1))
        {
            width /= 2;
        }

        return width;
    }

    private static double Peak(Func<double, double> log, double low, double high)
    {
        var (a, b) = (high - Golden * (high - low), low + Golden * (high - low));
        var (atA, atB) = (log(a), log(b));
        while (high - low > 1e-6 * Math.Max(1, Math.Abs(low)))
        {
            if (atA >= atB)
            {
                (high, b, atB) = (b, a, atA);
                a = high - Golden * (high - low);
                atA = log(a);
            }
            else
            {
                (low, a, atA) = (a, b, atB);
                b = low + Golden * (high - low);
                atB = log(b);
            }
        }

        return atA >= atB ? a : b;
    }
}
