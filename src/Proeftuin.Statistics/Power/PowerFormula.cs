// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Statistics.Power;

/// <summary>One formula, three questions: how much power, how many people, how small an effect. Made by <see cref="PowerFormulas"/>.</summary>
public sealed class PowerFormula
{
    private const double MostPeople = 1e12;

    private readonly Func<double, double, Planning, double> power;
    private readonly Method method;
    private readonly double leastSize;
    private readonly double none;
    private readonly double mostEffect;

    internal PowerFormula(
        Method method,
        double leastSize,
        (double None, double Most) effects,
        Func<double, double, Planning, double> power
    )
    {
        (this.method, this.leastSize, this.power) = (method, leastSize, power);
        (none, mostEffect) = effects;
    }

    /// <summary>The power of this size for this effect.</summary>
    public Answer<PlannedPower> Power(double size, double effect, Planning? planning = null)
    {
        planning ??= new Planning();
        return Refused(planning, size, effect) is { } why
            ? why
            : Planned(At(size, effect, planning), size, effect, planning);
    }

    /// <summary>The size that gives this power for this effect, not rounded; the least the formula allows when that is enough.</summary>
    public Answer<PlannedPower> Size(double effect, double wanted, Planning? planning = null)
    {
        planning ??= new Planning();
        if (Refused(planning, leastSize * Inflation(planning), effect) is { } why)
        {
            return why;
        }

        if (!Confidence.IsLevel(wanted))
        {
            return Obstacle.ProbabilityOutsideZeroToOne;
        }

        var low = leastSize * Inflation(planning);
        var high = low;
        while (!(At(high, effect, planning) >= wanted))
        {
            low = high;
            high *= 2;
            if (high > MostPeople)
            {
                return Obstacle.OutOfReach;
            }
        }

        var size = high > low ? Roots.Between(low, high, n => At(n, effect, planning) - wanted) : high;
        return Planned(At(size, effect, planning), size, effect, planning);
    }

    /// <summary>The smallest effect, upwards from none, that this size finds with this power.</summary>
    public Answer<PlannedPower> SmallestEffect(double size, double wanted, Planning? planning = null)
    {
        planning ??= new Planning();
        if (Refused(planning, size, (none + mostEffect) / 2) is { } why)
        {
            return why;
        }

        if (!Confidence.IsLevel(wanted))
        {
            return Obstacle.ProbabilityOutsideZeroToOne;
        }

        if (!(At(size, mostEffect, planning) >= wanted) || At(size, none, planning) >= wanted)
        {
            return Obstacle.OutOfReach;
        }

        var effect = Roots.Between(none, mostEffect, e => At(size, e, planning) - wanted);
        return Planned(At(size, effect, planning), size, effect, planning);
    }

    private static double Inflation(Planning planning) => planning.DesignEffect / (1 - planning.DropOut);

    private double At(double size, double effect, Planning planning) =>
        Math.Clamp(power(size / Inflation(planning), none + (effect - none) * planning.TakeUp, planning), 0, 1);

    private Obstacle? Refused(Planning planning, double size, double effect) =>
        planning.Check() is { } why ? why
        : !double.IsFinite(size) || !double.IsFinite(effect) ? Obstacle.NotFinite
        : !(size / Inflation(planning) >= leastSize * (1 - 1e-12)) ? Obstacle.TooFewUnits
        : effect.Equals(none) ? Obstacle.NoDifference
        : double.IsNaN(At(size, effect, planning)) ? Obstacle.ProbabilityOutsideZeroToOne
        : null;

    private PlannedPower Planned(double value, double size, double effect, Planning planning) =>
        new()
        {
            Power = value,
            Size = size,
            Effect = effect,
            Alpha = planning.Alpha,
            Method = method,
            Assumptions = [Assumption.IndependentUnits, Assumption.LargeSample],
        };
}
