// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>The area under a survival curve up to a horizon. Beyond the last observation the curve keeps its last height, which a warning says. Reference: Klein, Moeschberger (2003), section 4.5. Witness: reference 09.</summary>
internal static class RestrictedMeanTime
{
    private static readonly Method Restricted = new(
        "Restricted mean time, with Greenwood's variance",
        "Klein, Moeschberger (2003), Survival Analysis, section 4.5"
    );

    public static Answer<Estimate> Of(SurvivalCurve curve, double horizon)
    {
        if (!double.IsFinite(horizon))
        {
            return Obstacle.NotFinite;
        }

        if (horizon <= curve.Start)
        {
            return Obstacle.StretchWithoutLength;
        }

        var last = Steps.LastUpTo(curve.Times, horizon);
        double area = 0;
        double variance = 0;
        var right = horizon;
        for (var k = last; k >= 0; k--)
        {
            area += curve.Survival[k] * (right - curve.Times[k]);
            right = curve.Times[k];
            var (n, d) = (curve.AtRisk[k], curve.Events[k]);
            var left = RiskSets.Left(n, d);
            variance += d > 0 && left > 0 ? area * area * d / (n * left) : 0;
        }

        area += right - curve.Start;
        var error = Math.Sqrt(variance);
        var half = Confidence.CriticalValue(curve.Options.Level) * error;
        return new Estimate
        {
            Value = area,
            StandardError = error,
            Interval = new Interval(area - half, area + half, curve.Options.Level),
            N = curve.N,
            Method = Restricted,
            Assumptions = curve.Assumptions,
            Warnings =
            [
                .. curve.Warnings,
                .. horizon > curve.Times[^1] ? [Warning.BeyondLastObservation] : Array.Empty<Warning>(),
            ],
        };
    }
}
