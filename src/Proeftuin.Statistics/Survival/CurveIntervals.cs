// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>The five intervals around a probability on a curve. Null where the scale has no value there (S = 0, and S = 1 on the scales that send 1 to infinity).</summary>
internal static class CurveIntervals
{
    /// <param name="survival">The probability S.</param>
    /// <param name="logError">The standard error of ln S.</param>
    /// <param name="level">The level of the interval.</param>
    /// <param name="kind">The scale.</param>
    public static Interval? Of(double survival, double logError, double level, CurveInterval kind)
    {
        var noScaleAtOne = kind is CurveInterval.LogLog or CurveInterval.Logit or CurveInterval.Arcsine;
        return !(survival > 0) || !double.IsFinite(logError) || (survival >= 1 && noScaleAtOne)
            ? null
            : Inside(survival, logError, level, kind);
    }

    private static Interval Inside(double s, double logError, double level, CurveInterval kind)
    {
        var width = Confidence.CriticalValue(level) * logError;
        var (lower, upper) = kind switch
        {
            CurveInterval.Plain => (s - width * s, s + width * s),
            CurveInterval.Log => (s * Math.Exp(-width), s * Math.Exp(width)),
            CurveInterval.LogLog => LogLog(s, width),
            CurveInterval.Logit => (Logistic(s, -width / (1 - s)), Logistic(s, width / (1 - s))),
            CurveInterval.Arcsine => Arcsine(s, width),
        };
        return new Interval(Math.Max(0, lower), Math.Min(1, upper), level);
    }

    private static (double Lower, double Upper) LogLog(double s, double width)
    {
        var middle = Math.Log(s);
        var half = width / Math.Abs(middle);
        return (Math.Exp(middle * Math.Exp(half)), Math.Exp(middle * Math.Exp(-half)));
    }

    private static double Logistic(double s, double shift) => 1 / (1 + (1 - s) / s * Math.Exp(-shift));

    private static (double Lower, double Upper) Arcsine(double s, double width)
    {
        var middle = Math.Asin(Math.Sqrt(s));
        var half = 0.5 * width * Math.Sqrt(s / (1 - s));
        var lower = Math.Sin(Math.Max(0, middle - half));
        var upper = Math.Sin(Math.Min(Math.PI / 2, middle + half));
        return (lower * lower, upper * upper);
    }
}
