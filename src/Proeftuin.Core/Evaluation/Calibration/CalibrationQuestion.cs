// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Statistics.Distributions;

namespace Proeftuin.Core.Evaluation.Calibration;

/// <summary>
/// A design with made-up people whose chances we know: how often would each way of estimating find an effect that is not there, and how often would its
/// interval hold one that is? Chances are parts of one.
/// </summary>
public sealed record CalibrationQuestion
{
    public required Protocol Protocol { get; init; }
    public required PlannedAnalysis Plan { get; init; }

    /// <summary>The chance to leave for work without any effect.</summary>
    public double Expected { get; init; } = 0.15;

    /// <summary>What beginning in an arm other than the control arm adds to that chance, in the rehearsals with an effect.</summary>
    public double Effect { get; init; } = 0.15;

    /// <summary>The part of those drawn who say yes; the keen say so more often, and leave more often too.</summary>
    public double TakeUp { get; init; } = 0.5;

    /// <summary>The part of those drawn whose outcome is missing, by chance alone.</summary>
    public double Missing { get; init; } = 0.02;

    /// <summary>The part of those who began who stop.</summary>
    public double Stops { get; init; } = 0.05;

    public required ulong Seed { get; init; }

    public double Level => Plan.MainLevel;

    /// <summary>Refuses chances that do not fit, and a plan without comparisons of single arms.</summary>
    public Outcome<CalibrationQuestion> Checked()
    {
        (double Value, string What)[] chances =
        [
            (Expected, "de verwachte uitstroom"),
            (TakeUp, "het deel dat meedoet"),
            (Missing, "het deel dat ontbreekt"),
            (Stops, "het deel dat stopt"),
        ];
        foreach (var (value, what) in chances)
        {
            if (!(value is >= 0 and <= 1))
            {
                return new CannotCalibrate($"{what} ligt niet tussen 0 en 100%");
            }
        }

        return Expected * 2 + Math.Abs(Effect) > 1 || Expected * 0.2 + Math.Min(0, Effect) < 0
                ? new CannotCalibrate("met dit effect komt iemands kans buiten 0 tot 100%")
            : Compared.Count == 0 ? new CannotCalibrate("het plan heeft geen vergelijking van één groep met één andere")
            : this;
    }

    /// <summary>The comparisons of the family, of one arm with one other by lot.</summary>
    public IReadOnlyList<PlannedComparison> Compared =>
        [.. Plan.Comparisons.Where(c => c is { InFamily: true, Arms.Count: 1, Against.Count: 1 })];

    /// <summary>The expected part of those drawn into an arm who begin: places that run out are counted.</summary>
    public double Beginning(string arm, int drawn)
    {
        if (!Protocol.ArmOf(arm).TakesPart || drawn == 0)
        {
            return 0;
        }

        var places = PlacesOf(arm) ?? drawn;
        double began = 0;
        for (var k = 0; k <= drawn; k++)
        {
            began += Binomial.At(k, drawn, TakeUp) * Math.Min(k, places);
        }

        return began / drawn;
    }

    internal int? PlacesOf(string arm) =>
        Protocol
            .Draw?.PlacesLotteries.FirstOrDefault(p => string.Equals(p.Arm, arm, StringComparison.Ordinal))
            ?.Maximum;
}

/// <summary>The question cannot be played.</summary>
public sealed record CannotCalibrate(string Why) : Refusal
{
    public override string Message => $"IJken kan zo niet: {Why}.";
}
