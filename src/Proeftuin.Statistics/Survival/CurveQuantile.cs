// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Survival;

/// <summary>Where a curve, and the two sides of its interval, come down to 1 − p. Reference: Brookmeyer, Crowley (1982), Biometrics 38:29-41.</summary>
internal static class CurveQuantile
{
    private const double Tolerance = 1.4901161193847656e-8;

    public static SurvivalQuantile Of(SurvivalCurve curve, double p) =>
        new(
            Where(curve, p, i => curve.Survival[i]),
            Where(curve, p, i => curve.Point(i).Interval?.Lower),
            Where(curve, p, i => curve.Point(i).Interval?.Upper)
        );

    private static double? Where(SurvivalCurve curve, double p, Func<int, double?> height)
    {
        if (p <= 0 || !(p < 1 + Tolerance))
        {
            return p is 0 ? curve.Start : null;
        }

        double? reached = null;
        double? level = 0;
        for (var i = 0; i < curve.Times.Count; i++)
        {
            if (height(i) is not { } s)
            {
                level = null;
                continue;
            }

            level = 1 - s;
            if (level > p + Tolerance)
            {
                return reached is { } from ? (from + curve.Times[i]) / 2 : curve.Times[i];
            }

            if (level >= p - Tolerance)
            {
                reached ??= curve.Times[i];
            }
        }

        // the curve ends level at p: half way to the end of the observation
        return reached is { } first && level is not null ? (first + curve.Times[^1]) / 2 : reached;
    }
}
