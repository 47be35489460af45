// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Proportions;

/// <summary>The score statistic for a supposed difference between two proportions, with the proportions re-estimated under that difference (closed form of the cubic). Reference: Miettinen, Nurminen (1985), appendix I; Farrington, Manning (1990).</summary>
internal sealed class ScoreForDifference(Proportion first, Proportion second)
{
    private const double Edge = 1e-9;
    private readonly double difference = first.Value - second.Value;

    /// <summary>All differences whose score lies between −z and z.</summary>
    public (double Lower, double Upper) Interval(double z) =>
        (
            difference <= -1 + Edge ? -1 : Roots.Between(-1 + Edge, difference, delta => Score(delta) - z),
            difference >= 1 - Edge ? 1 : Roots.Between(difference, 1 - Edge, delta => Score(delta) + z)
        );

    private double Score(double delta)
    {
        var distance = difference - delta;
        if (Math.Abs(distance) <= 0)
        {
            return 0;
        }

        var (p1, p2) = Restricted(delta);
        double n = first.Size + second.Size;
        var variance = (p1 * (1 - p1) / first.Size + p2 * (1 - p2) / second.Size) * n / (n - 1);
        return distance / Math.Sqrt(Math.Max(variance, 1e-300));
    }

    /// <summary>The most likely pair of proportions among those that differ by <paramref name="delta"/>.</summary>
    private (double P1, double P2) Restricted(double delta)
    {
        double n1 = first.Size;
        double n2 = second.Size;
        double x2 = second.Events;
        var n = n1 + n2;
        double events = first.Events + second.Events;
        var l2 = (n1 + 2 * n2) * delta - n - events;
        var l1 = (n2 * delta - n - 2 * x2) * delta + events;
        var l0 = x2 * delta * (1 - delta);
        var q = Math.Pow(l2 / (3 * n), 3) - l1 * l2 / (6 * n * n) + l0 / (2 * n);
        var spread = l2 * l2 / (9 * n * n) - l1 / (3 * n);
        var p = Math.Sign(q) * Math.Sqrt(Math.Max(0, spread));
        var angle = p is 0 ? 0 : (Math.PI + Math.Acos(Math.Clamp(q / (p * p * p), -1, 1))) / 3;
        var p2 = 2 * p * Math.Cos(angle) - l2 / (3 * n);
        return (Math.Clamp(p2 + delta, 0, 1), Math.Clamp(p2, 0, 1));
    }
}
