// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Design;
using Proeftuin.Core.Evaluation.Planned;
using Proeftuin.Statistics;

namespace Proeftuin.Core.Evaluation.Results;

/// <summary>
/// The effect of beginning on those who began because of their lot: the difference between everyone drawn, divided by the share that began. Its error is
/// that of the same regression on the outcome less the effect times beginning (two-stage least squares with robust errors). Reference: Angrist, Imbens,
/// Rubin (1996), JASA 91:444-455. Takes for granted that the lot does nothing to who does not begin.
/// </summary>
internal static class Complier
{
    /// <summary>Below this a share that began says too little to divide by. Reference: Staiger, Stock (1997), Econometrica 65:557-586 (F below 10).</summary>
    private const double LeastF = 10;

    public static Outcome<Measured> Of(
        Sample known,
        Protocol protocol,
        PlannedComparison comparison,
        IReadOnlyList<double> levels
    )
    {
        if (Blocking(protocol, comparison) is { } why)
        {
            return why;
        }

        var (draws, shared) = (known.Strata, known.HasShared);
        var sides = known.Sides;
        if (!sides.Contains(true) || !sides.Contains(false))
        {
            return new NotEstimable("in een van de groepen is van niemand de uitkomst bekend");
        }

        double[] began = [.. known.People.Select((p, i) => sides[i] && p.Began ? 1.0 : 0)];
        var outcome = known.Values;
        if (Array.TrueForAll(began, b => b is 0))
        {
            return new NotEstimable("niemand begon");
        }

        return Differing
            .Regressed(known, began, draws, shared, levels[0])
            .Match(
                share =>
                    Math.Pow(share.Statistic, 2) < LeastF
                        ? new NotEstimable("te weinig mensen begonnen om op te delen")
                        : Divided(known, outcome, began, share.Value, draws, shared, levels),
                // Everybody on the first side began: then the effect of the lot is the effect of taking part.
                _ => Divided(known, outcome, began, 1, draws, shared, levels)
            );
    }

    private static Outcome<Measured> Divided(
        Sample known,
        double[] outcome,
        double[] began,
        double share,
        int[] draws,
        bool shared,
        IReadOnlyList<double> levels
    ) =>
        Differing
            .Regressed(known, outcome, draws, shared, levels[0])
            .Then(lot =>
            {
                var effect = lot.Value / share;
                double[] rest = [.. outcome.Select((y, i) => y - effect * began[i])];
                return Differing
                    .Regressed(known, rest, draws, shared, levels[0])
                    .Map(residual =>
                        (Effect: effect, Error: residual.StandardError / Math.Abs(share), residual.DegreesOfFreedom)
                    );
            })
            .Named(found => new Measured
            {
                Value = found.Effect,
                StandardError = found.Error,
                Ranges =
                [
                    .. levels.Select(level =>
                    {
                        var half =
                            -Statistics.Distributions.StudentT.Quantile((1 - level) / 2, found.DegreesOfFreedom)
                            * found.Error;
                        return new Range(found.Effect - half, found.Effect + half, level);
                    }),
                ],
                P = Statistics.Distributions.StudentT.TwoSided(found.Effect / found.Error, found.DegreesOfFreedom),
                Test = "t-toets",
                N = known.Count,
                Method = "lot als instrument (twee stappen), robuuste fout",
            });

    /// <summary>Who may choose the arm they are compared with can take part in it without having drawn it.</summary>
    private static NotEstimable? Blocking(Protocol protocol, PlannedComparison comparison)
    {
        foreach (var arm in comparison.Arms.Select(protocol.ArmOf))
        {
            if (!arm.TakesPart)
            {
                return new NotEstimable($"in '{arm.Name}' doet niemand mee");
            }
        }

        foreach (var arm in comparison.Against.Select(protocol.ArmOf))
        {
            if (arm.ChoiceOf.Intersect(comparison.Arms, StringComparer.Ordinal).Any())
            {
                return new NotEstimable($"wie voor '{arm.Name}' is geloot kan zelf voor de vergeleken groep kiezen");
            }

            if (comparison.Arms.Select(protocol.ArmOf).Any(a => a.ChoiceOf.Contains(arm.Code, StringComparer.Ordinal)))
            {
                return new NotEstimable($"wie kiest kan ook voor '{arm.Name}' kiezen, dus meedoen is niet één ding");
            }
        }

        return null;
    }
}
